"""Made-up tags with heavy-tailed weights, the same on every run: three kinds of list.

phrases: two or three words each, the weight a power of the rank.
skills:  what a profile of skills looks like: names of one to four words, a few with many
         endorsements, most with few, so that many tie.
short:   single coined words of three to twelve letters, the weight a power of the rank.
"""

import random
from collections.abc import Iterator

FIRST = (
    "Strategic Global Digital Agile Financial People Product Team Data Risk Cloud Brand "
    "Board Crisis Sales Market Talent Supply Customer Process Change Executive Conflict "
    "Vendor Public Design Portfolio Quality Energy Health Legal Media Mobile Network Policy "
    "Retail Safety Social"
).split()
SECOND = (
    "Leadership Planning Analysis Management Design Coaching Delivery Governance Research "
    "Operations Strategy Marketing Facilitation Development Mentoring Engineering Training "
    "Architecture Negotiation Communication Transformation Integration Modelling Reporting"
).split()
ALONE = (
    "Python C++ R&D SQL Lean Scrum Kanban Negotiation Budgeting M&A Mediation Java Excel "
    "Writing Storytelling Empathy Statistics Forecasting Teamwork Innovation Logistics "
    "Auditing Teaching"
).split()


PLAIN = (
    "Leadership,Public Speaking,Microsoft Excel,Project Management,Team Building,SQL,Python,"
    "Strategic Planning,Customer Service,Microsoft Office,Research,Data Analysis,Negotiation,"
    "Business Development,Marketing,Social Media,Training,Sales,Event Planning,Budgeting,CRM,"
    "Change Management,Executive Coaching,Agile Methodologies,Scrum,Product Management,SAP,"
    "Software Development,Cloud Computing,AWS,Kubernetes,Machine Learning,Statistics,R,Git,"
    "Human Resources,Recruiting,Employee Relations,Performance Management,Onboarding,Payroll,"
    "Financial Analysis,Accounting,Auditing,Risk Management,Compliance,Due Diligence,M&A,"
    "Corporate Finance,Forecasting,Investor Relations,Supply Chain Management,Procurement,"
    "Logistics,Lean Manufacturing,Six Sigma,Continuous Improvement,Operations Management,"
    "Quality Assurance,Stakeholder Management,Cross-functional Team Leadership,Management,"
    "Organizational Development,Talent Management,Conflict Resolution,Mediation,Facilitation,"
    "Workshop Facilitation,Design Thinking,User Experience (UX),Adobe Photoshop,Typography,"
    "Copywriting,Editing,Journalism,Storytelling,Content Strategy,SEO,Google Analytics,"
    "E-commerce,Brand Management,Market Research,Competitive Analysis,Pricing Strategy,"
    "Key Account Management,B2B Marketing,Channel Partners,Contract Negotiation,Law,"
    "Intellectual Property,Privacy,GDPR,Information Security,Network Architecture,Linux,"
    "Technical Writing,Requirements Analysis,Business Intelligence,Tableau,Power BI,ETL,"
    "Start-ups,Entrepreneurship,Venture Capital,Non-profits,Fundraising,Grant Writing,"
    "Volunteer Management,Teaching,Curriculum Development,Mentoring,Coaching,Psychology,"
    "Healthcare Management,Clinical Trials,Energy,Sustainability,Environmental Awareness,"
    "English,German,French,Spanish,Mandarin,Interviewing,Time Management,Problem Solving,"
    "Critical Thinking,Emotional Intelligence,Diversity & Inclusion,Matrix Management,"
    "P&L Management,Mergers & Acquisitions,Post Merger Integration,Outsourcing,ITIL,"
    "Vendor Management,Program Management,PMO,Governance,Policy,Government,Real Estate"
).split(",")
ONSETS = "b c d f g h l m n p r s t v w br cl dr fl gr pl pr sc sh sl st th tr ch".split()
VOWELS = "a e i o u ai ea ee ou io".split()
CODAS = " n r s t l nd st ng ck m rt".split(" ")
KINDS = ("phrases", "skills", "short")


def _phrases(chance: random.Random) -> list[str]:
    names = [*(f"{a} {b}" for a in FIRST for b in SECOND), *ALONE]
    longer = [f"{a} {b} {c}" for a in FIRST for b in SECOND for c in SECOND if b != c]
    chance.shuffle(names)
    chance.shuffle(longer)
    return [*names, *longer]


def _skills(chance: random.Random) -> list[str]:
    plain = PLAIN[:]
    chance.shuffle(plain)
    return list(dict.fromkeys([*plain, *_phrases(chance)]))


def _coined(chance: random.Random) -> Iterator[str]:
    """Words that could be, one to four syllables, none twice."""
    seen = set()
    while True:
        syllables = chance.choices((1, 2, 3, 4), (3, 5, 3, 1))[0]
        parts = (chance.choice(ONSETS) + chance.choice(VOWELS) for _ in range(syllables))
        word = ("".join(parts) + chance.choice(CODAS)).capitalize()
        if 3 <= len(word) <= 12 and word not in seen:
            seen.add(word)
            yield word


def _power(count: int) -> list[int]:
    """Weights that fall as a power of the rank."""
    return [max(1, round(1.5 * count / (rank + 1) ** 0.9)) for rank in range(count)]


def _endorsements(count: int, chance: random.Random) -> list[int]:
    """Counts of endorsements: a heavy tail up to 99, most of them small and so many alike."""
    drawn = (min(99, 1 + int(3 * chance.paretovariate(0.9) - 3)) for _ in range(count))
    return sorted(drawn, reverse=True)


def tags(count: int, seed: int = 1, kind: str = "phrases") -> list[tuple[str, int]]:
    """``count`` distinct tags of a kind, heaviest first."""
    chance = random.Random(seed)
    if kind == "short":
        return list(zip(_coined(chance), _power(count), strict=False))
    if kind == "skills":
        return list(zip(_skills(chance), _endorsements(count, chance), strict=False))
    return list(zip(_phrases(chance), _power(count), strict=False))

"""Made-up tags with heavy-tailed weights, the same on every run."""

import random

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


def tags(count: int, seed: int = 1) -> list[tuple[str, int]]:
    """``count`` distinct tags, heaviest first; the weight falls as a power of the rank."""
    chance = random.Random(seed)
    names = [*(f"{a} {b}" for a in FIRST for b in SECOND), *ALONE]
    longer = [f"{a} {b} {c}" for a in FIRST for b in SECOND for c in SECOND if b != c]
    chance.shuffle(names)
    chance.shuffle(longer)
    kept = [*names, *longer][:count]
    return [
        (name, max(1, round(1.5 * count / (rank + 1) ** 0.9))) for rank, name in enumerate(kept)
    ]

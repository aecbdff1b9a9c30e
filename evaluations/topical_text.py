"""Words with a similarity, as Barth, Kobourov and Pupyrev (SEA 2014, section 2) get them of a text.

The words are those used most often, without stop words; the weight is how often each is used;
two words are as similar as the sentences they are in: the cosine of the two sets of sentences,
``|A & B| / sqrt(|A| * |B|)``.

Their texts are articles of Wikipedia. Here stands a text that is made up, on every run the same,
so that nothing has to be fetched; any other text can be given.
"""

import random
import re
from collections import Counter, defaultdict
from itertools import accumulate, combinations
from math import sqrt
from typing import NamedTuple

Triple = tuple[int, int, float]


class Words(NamedTuple):
    """Words with their weights, heaviest first, and triples of two positions and a similarity."""

    weights: list[tuple[str, int]]
    similarity: list[Triple]


TOPICS = tuple(
    line.split()
    for line in """
leadership vision team trust people direction influence purpose courage culture
    delegation feedback coaching mentoring listening empathy motivation respect example humility
finance budget cash forecast margin audit capital revenue cost investment ledger
    tax debt credit valuation treasury dividend invoice spreadsheet accrual hedging
software code release testing architecture database interface compiler refactoring bug server
    deployment cloud container monitoring security encryption network latency cache
marketing brand campaign audience advertising channel message story market segment positioning
    survey insight copywriting newsletter conversion funnel sponsorship packaging slogan
sales customer contract negotiation proposal quota territory account renewal discount closing
    prospect referral objection demonstration tender commission retention upselling partner
operations process quality supplier inventory logistics warehouse maintenance safety lean shift
    procurement bottleneck throughput transport packing inspection standard scheduling yield
research experiment hypothesis sample statistics method laboratory publication theory evidence
    model measurement bias peer grant prototype instrument regression correlation simulation
law regulation compliance privacy litigation clause licence patent liability arbitration ethics
    policy statute disclosure trademark governance mediation whistleblower oversight mandate
learning training workshop curriculum facilitation skill classroom assessment knowledge pedagogy
    tutor lecture certificate exercise reflection seminar student apprentice handbook literacy
design sketch layout typography colour usability accessibility wireframe illustration persona
    navigation contrast icon animation photography texture moodboard craft material ergonomics
health nursing patient diagnosis therapy prevention hospital hygiene nutrition rehabilitation
    vaccine surgery triage wellbeing pharmacy ward clinic epidemiology ambulance consent
energy grid turbine solar battery emission insulation carbon hydrogen efficiency climate
    substation storage heating fuel reactor pipeline recycling transition tariff biomass
""".strip()
    .replace("\n    ", " ")
    .split("\n")
)
"""Topics, each with its words from the most to the least used."""

SENTENCES, LENGTH, OFF_TOPIC = 250, (5, 10), 0.15
"""Chosen so that the share of pairs that are related, and how much of the similarity cycles through
the words hold, are about those of an article of some 5,000 words."""

STOP_WORDS = frozenset(
    """
    a about above after again all also although always am among an and another any are as at back
    be because been before being below between both but by can could did do does during each
    either else even ever every few first for from further get got had has have having he her here
    hers him his how however i if in into is it its itself just last less like made make many may
    me might more most much must my never new no nor not now of off often on once one only or
    other our out over own per quite rather s same second see several shall she should since so
    some still such t than that the their them then there these they this those though three
    through thus to together too two under until up upon us use used using very was we well were
    what when where whether which while who whom whose why will with within without would yet you
    your
    """.split()
)


def made_up(count: int, seed: int = 1) -> Words:
    """The ``count`` (up to 240) most used words of the made-up text."""
    return _words(_sentences(random.Random(seed)), count)


def from_text(text: str, count: int) -> Words:
    """The ``count`` most used words of a text."""
    sentences = [
        [word for word in re.findall(r"[^\W\d_]{2,}", sentence) if word not in STOP_WORDS]
        for sentence in re.split(r"[.!?]+\s|\n\s*\n", text.lower())
    ]
    return _words(sentences, count)


def _sentences(chance: random.Random) -> list[list[str]]:
    """Each sentence is on one topic; some of its words are of any other. Of a topic's words the
    first is used most often, the others less and less (Zipf).
    """
    everything = [word for topic in TOPICS for word in topic]
    longest = max(map(len, TOPICS))
    use = list(accumulate(1 / (rank + 2) for rank in range(longest)))
    sizes = list(accumulate(1 / (rank + 3) for rank in range(len(TOPICS))))
    sentences = []
    for _ in range(SENTENCES):
        (topic,) = chance.choices(TOPICS, cum_weights=sizes)
        words = chance.choices(topic, cum_weights=use[: len(topic)], k=chance.randint(*LENGTH))
        sentences.append(
            [chance.choice(everything) if chance.random() < OFF_TOPIC else word for word in words]
        )
    return sentences


def _words(sentences: list[list[str]], count: int) -> Words:
    uses = Counter(word for sentence in sentences for word in sentence)
    kept = sorted(uses.items(), key=lambda item: (-item[1], item[0]))[:count]
    place = {word: i for i, (word, _) in enumerate(kept)}
    inside: dict[int, int] = defaultdict(int)
    together: dict[tuple[int, int], int] = defaultdict(int)
    for sentence in sentences:
        present = sorted({place[word] for word in sentence if word in place})
        for i in present:
            inside[i] += 1
        for pair in combinations(present, 2):
            together[pair] += 1
    return Words(
        kept,
        [(i, j, n / sqrt(inside[i] * inside[j])) for (i, j), n in sorted(together.items())],
    )

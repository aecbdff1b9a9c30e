"""Evidence: one reason to connect a person with a skill."""

from dataclasses import dataclass, field
from enum import StrEnum

from coalition.model.source import Source


class Kind(StrEnum):
    """The reasons Coalition knows."""

    LISTED = "listed"  # the person names the skill themselves
    ENDORSED = "endorsed"  # one named person endorsed it
    COUNTED = "counted"  # a page or a table gives a number of endorsements, mentions, answers ...
    CERTIFIED = "certified"  # a certificate names it
    RECOMMENDED = "recommended"  # a written recommendation mentions it


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason to connect a person with a skill, as the source gives it.

    skill:    the skill's name as the source spells it.
    kind:     what sort of reason this is.
    amount:   how much it counts: 1 for one named endorser, the number itself for a count;
              0 for a skill that is only listed. Never negative, NaN or infinite.
    at_least: the source says "99+": the true number is this or more.
    by:       who says so, when the source tells ("" otherwise).
    by_key:   what identifies them across files: the profile slug, else the folded name.
    on:       when they said so, an ISO date as exact as the source has it ("2019", "2019-09",
              "2019-09-30"); None where it tells nothing.
    group:    the heading or tab the source files the skill under ("" for none).
    holder:   whose skill it is, when the source is about several people ("" otherwise).
    holder_key: the key of the holder among the people of the reading, where it has one.
    rows:     how many rows of the source were added up into this one.
    colour:   the colour the source gives the skill, as it is written there ("" for none). Looks
              are no fact: evidence that differs in nothing else is the same.
    unit:     what ``amount`` counts, for people: "endorsements", "mentions", "answers" ...
    source:   where it was read.
    """

    skill: str
    kind: Kind
    source: Source
    amount: float = 1.0
    at_least: bool = False
    by: str = ""
    by_key: str = ""
    on: str | None = None
    group: str = ""
    holder: str = ""
    rows: int = 1
    unit: str = ""
    holder_key: str = ""
    colour: str = field(default="", compare=False)

"""The words that people are found by, and the keys that tell who they are. Pure.

A word of text stands as it is; a key has its kind before it, such as ``email:``.
"""

from collections.abc import Iterable, Sequence

from coalition.model.held import Field
from coalition.model.person import NameForm
from coalition.people.search_terms import terms
from coalition.workbook.deriving import Stated, described_by

_FILTERS = ((Field.UNIT, "unit:"), (Field.DEPARTMENT, "unit:"), (Field.TEAM, "unit:"),
            (Field.PLACE, "place:"))  # fmt: skip
_WORDS = (
    Field.EMAIL, Field.TITLE, Field.ORGANISATION, Field.UNIT, Field.LEVEL, Field.PLACE,
    Field.LANGUAGE, Field.HEADLINE, Field.TEAM, Field.DEPARTMENT, Field.POSITION, Field.EMPLOYEE,
)  # fmt: skip

LONGEST_TERM = 200
NAMED = "who:"
"""What the words of names have before them, to be told from those of other texts."""


def terms_of(
    facts: Sequence[Stated], who: frozenset[str], texts: Iterable[str] = ()
) -> frozenset[str]:
    """The words that a person is found by, and ``who``, the keys that tell who they are.

    texts: what else is known of them: skills, notes, what was talked about; names of skills also
    as ``skill:`` keys already.
    """
    person = described_by(facts)
    readings = [name.text for name in person.names if name.form is NameForm.READING]
    names = [person.name, *(name.text for name in person.names)]
    told = list(texts)
    words = [fact.value for fact in facts if fact.field in _WORDS]
    words += [text for text in told if not text.startswith("skill:")]
    found = set(who)
    found.update(text for text in told if text.startswith("skill:"))
    said = terms([], names, readings)
    found |= terms(words, [], [])
    found.update(NAMED + term for term in said)
    for fact in facts:
        for field, mark in _FILTERS:
            if fact.field == field:
                found.update(mark + word for word in terms([fact.value], [], []))
    return cut(found)


def cut(terms: Iterable[str]) -> frozenset[str]:
    """``terms`` as they are stored, and so as they are looked up: long ones by their beginning."""
    return frozenset(term[:LONGEST_TERM] for term in terms)

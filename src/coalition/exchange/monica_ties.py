"""The relationships of Monica that are a matter of work, as ties.

A relationship of type T between ``contact_is`` and ``of_contact`` says that the second is the T of
the first: Monica offers it on the first one's page as "This person is ...'s boss". It keeps each
from both sides, which is one tie.
"""

from coalition.exchange.monica_private import Private
from coalition.exchange.monica_records import records, told
from coalition.model.contact import Tie, TieKind
from coalition.model.source import Source

_BOSS = (TieKind.REPORTS_TO, "", False)
_MENTOR = (TieKind.KNOWS, "mentors", True)
_WORK = {
    "boss": _BOSS,
    "subordinate": (TieKind.REPORTS_TO, "", True),
    "subordonate": (TieKind.REPORTS_TO, "", True),  # as older versions spell it
    "colleague": (TieKind.WORKS_WITH, "", False),
    "mentor": _MENTOR,
    "protege": (TieKind.KNOWS, "mentors", False),
}
_PRIVATE = "relationships of family and friends"


def work_ties(
    name: str, account: object, keys: set[str], private: Private
) -> tuple[tuple[Tie, ...], set[str]]:
    """The ties between people of these ``keys``, and the keys of those who have one."""
    ties: dict[tuple[str, str, TieKind], Tie] = {}
    for relationship in records(account, "relationship"):
        kind = told(relationship, "type").casefold()
        if kind not in _WORK:
            private.count(_PRIVATE)
            continue
        one, other = told(relationship, "contact_is"), told(relationship, "of_contact")
        if one == other or one not in keys or other not in keys:
            continue
        meant, about, turned = _WORK[kind]
        if turned or (meant is TieKind.WORKS_WITH and one > other):
            one, other = other, one
        ties.setdefault((one, other, meant), Tie(one, other, meant, Source(name), about))
    return tuple(ties.values()), {end for one, other, _ in ties for end in (one, other)}

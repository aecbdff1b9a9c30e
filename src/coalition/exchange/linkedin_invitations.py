"""Who asked whom to be a contact, out of ``Invitations.csv``, and whose archive that makes it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from coalition.exchange.linkedin_dates import iso
from coalition.exchange.linkedin_everyone import Everyone, slug_of
from coalition.exchange.linkedin_files import FORMAT
from coalition.exchange.linkedin_messages import Mailbox, Party
from coalition.exchange.linkedin_names import known_as
from coalition.exchange.linkedin_people import folded_name
from coalition.exchange.linkedin_tables import Table
from coalition.model.contact import Tie, TieKind
from coalition.model.reading import Reading
from coalition.model.source import Source

_OUT, _IN = "OUTGOING", "INCOMING"


@dataclass(frozen=True, slots=True)
class Invitation:
    """One invitation, without its text; ``by_owner`` is None where no direction is told."""

    line: int
    inviter: Party
    invitee: Party
    on: str | None
    by_owner: bool | None


def invitations(table: Table) -> list[Invitation]:
    """The invitations in ``table``."""
    return [
        Invitation(
            row.line,
            (row["from"], slug_of(row["inviterprofileurl"])),
            (row["to"], slug_of(row["inviteeprofileurl"])),
            iso(row["sent at"]),
            {_OUT: True, _IN: False}.get(row["direction"].upper()),
        )
        for row in table.rows
    ]


def ties(table: Table, found: Sequence[Invitation], everyone: Everyone) -> Reading:
    """The ties that ``found``, read from ``table``, make; those of accounts that are gone not."""
    told = []
    for item in found:
        source = Source(table.file, item.line)
        one, other = (
            everyone.owner if side else everyone.mention(party[0], "", party[1], source)
            for party, side in (
                (item.inviter, item.by_owner is True),
                (item.invitee, item.by_owner is False),
            )
        )
        if one and other and one != other:
            told.append(Tie(one, other, TieKind.INVITED, source, on=item.on))
    notes = ("Of invitations, who and when are kept, and not the text.",) if told else ()
    problems = tuple(table.problems)
    return Reading(FORMAT, table.file, ties=tuple(told), problems=problems, notes=notes)


def owner_among(found: Sequence[Invitation], letters: Mailbox | None, name: str) -> Party:
    """Whose archive this is, by its invitations, else by its messages; ("", "") if not told.

    The owner sent what is outgoing and got what is incoming; of those who write, it is who takes
    part in every message, or in most and has the owner's ``name``.
    """
    own: Counter[Party] = Counter()
    for item in found:
        if item.by_owner is not None:
            own[item.inviter if item.by_owner else item.invitee] += 1
    named = [party for party, _ in own.most_common()]
    addressed = [party for party in named if party[1]]
    if addressed:
        return addressed[0]
    seen = _most_seen(letters, name) if letters else ("", "")
    return seen if seen[1] or not named else named[0]


def _most_seen(letters: Mailbox, name: str) -> Party:
    seen: Counter[str] = Counter()
    names: dict[str, str] = {}
    for (called, slug), times in letters.seen.items():
        if slug:
            seen[slug] += times
            names[slug] = called or names.get(slug, "")
    most = seen.most_common(2)
    alone = len(most) == 2 and most[0][1] > most[1][1]
    for slug, times in most:
        same_name = name != "" and folded_name(known_as(names[slug])[0]) == folded_name(name)
        if same_name or (alone and times >= letters.rows and slug == most[0][0]):
            return names[slug], slug
    return "", ""

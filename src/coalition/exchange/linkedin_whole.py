"""All that a workbook keeps of a LinkedIn archive, or of one file of it.

Beside what clouds have a use for: who the connections are and since when, who endorsed, invited,
recommended and wrote to whom. Texts of messages and invitations are not kept, nor what is private.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from coalition.errors import UnreadableInput
from coalition.exchange import linkedin_contacts as contacts
from coalition.exchange import linkedin_invitations as inviting
from coalition.exchange import linkedin_messages as messaging
from coalition.exchange import linkedin_vouching as vouching
from coalition.exchange.linkedin_everyone import Everyone, address_of, key_of_name
from coalition.exchange.linkedin_files import READ, joined, part_of
from coalition.exchange.linkedin_messages import Party
from coalition.exchange.linkedin_names import known_as
from coalition.exchange.linkedin_tables import Table, table_in
from coalition.exchange.material import Document
from coalition.exchange.reader import Progress, silent
from coalition.model.person import Person
from coalition.model.reading import Problem, Reading

_PRIVATE = ("maiden name", "address", "birth date", "zip code", "instant messengers")


@dataclass(slots=True)
class Files:
    """The files of an archive by kind, each opened when asked for; those damaged are problems.

    kinds: the entry of each kind of ``linkedin_tables.KINDS`` and of ``linkedin_files.READ``.
    """

    kinds: Mapping[str, str]
    opener: Callable[[str], Document]
    faults: list[UnreadableInput] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def open(self, kind: str) -> Document | None:
        """The file of that kind; None where there is none or it cannot be opened."""
        if kind not in self.kinds:
            return None
        try:
            return self.opener(self.kinds[kind])
        except UnreadableInput as fault:
            self.faults.append(fault)
            self.problems.append(Problem(self.kinds[kind], None, str(fault)))
            return None

    def table(self, kind: str) -> Table:
        """The rows of that file; none where it is not there."""
        document = self.open(kind)
        return table_in(document, kind) if document else Table(self.kinds.get(kind, ""))


def everything(format_name: str, name: str, files: Files, progress: Progress = silent) -> Reading:
    """What ``files`` say of their owner, and of everyone they had to do with.

    Raises UnreadableInput where they are damaged and nothing could be read.
    """
    opened = {kind: file for kind in READ if kind != "connections" and (file := files.open(kind))}
    told = joined(format_name, name, [part_of(file, kind) for kind, file in opened.items()])
    progress(1, 3)
    asked = files.table("invitations")
    invited = inviting.invitations(asked)
    letters = messaging.mailbox(files.table("messages"))
    addresses, about_addresses = contacts.own_addresses(files.table("email addresses"))
    party = inviting.owner_among(invited, letters, told.person.name if told.person else "")
    everyone = Everyone(_owner(told.person, party, addresses))
    progress(2, 3)
    listed = contacts.connections(files.table("connections"), everyone)
    endorsed = _table(opened, "endorsements")
    evidence = vouching.with_endorsers(told.evidence, endorsed, everyone)
    about = _table(opened, "recommendations")
    recommendations, recommending = vouching.received(told.recommendations, about, everyone)
    parts = [
        replace(told, evidence=evidence, recommendations=recommendations),
        listed,
        vouching.given(files.table("given"), everyone),
        recommending,
        vouching.recommended(files.table("recommendations given"), everyone),
        inviting.ties(asked, invited, everyone),
        messaging.touchpoints(letters, everyone),
        contacts.imported(files.table("imported contacts"), everyone),
        about_addresses,
    ]
    found = replace(
        joined(format_name, name, parts),
        person=everyone.person(),
        people=everyone.people(),
        mentioned=everyone.mentioned(),
        owner=everyone.owner,
    )
    return _with_faults(found, files, _private(_table(opened, "profile")))


def _table(opened: Mapping[str, Document], kind: str) -> Table:
    return table_in(opened[kind], kind) if kind in opened else Table("")


def _with_faults(found: Reading, files: Files, notes: tuple[str, ...]) -> Reading:
    told = (found.evidence, found.people, found.mentioned, found.ties, found.touchpoints)
    if files.faults and not any(told):
        raise files.faults[0]
    return replace(found, problems=(*found.problems, *files.problems), notes=(*found.notes, *notes))


def _owner(person: Person | None, party: Party, addresses: tuple[str, ...]) -> Person | None:
    """Whose archive it is: as their profile has them, or as others' messages and invitations do."""
    called, slug = party
    name, names = known_as(person.name if person else called)
    if not name:
        return None
    person = person or Person(name)
    role = next((held for held in person.positions if held.ended is None), None)
    return replace(
        person,
        name=name,
        names=names,
        key=slug or key_of_name(name),
        profile=address_of(slug),
        emails=addresses,
        title=role.title if role else "",
        organisation=role.organisation if role else "",
    )


def _private(profile: Table) -> tuple[str, ...]:
    """A note on what is told of the owner that is nobody's business at work."""
    told = {column for row in profile.rows for column in _PRIVATE if row[column]}
    named = ", ".join(column for column in _PRIVATE if column in told)
    return (f"Not kept of {profile.file}: {named}.",) if named else ()

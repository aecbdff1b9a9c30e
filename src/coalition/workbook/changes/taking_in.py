"""An export taken back in: one transaction, each record under its own uid.

Who and what is known here by its uid stays as it is, and a source that is known brings nothing
again; so the same export changes nothing twice. People of other uids come as new people; where they
may be somebody who is known here the user is asked.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from coalition.exchange.coalition_export import ExportFile
from coalition.model import exported as of
from coalition.model.exported import Exported
from coalition.model.reading import Problem
from coalition.workbook.changes.recording import Progress, _silent
from coalition.workbook.changes.settling import Settling
from coalition.workbook.changes.storing_exported import ExportStore
from coalition.workbook.changes.storing_people import Unsure
from coalition.workbook.models import Erasure, Workspace
from coalition.workbook.space import BATCH, Space

_STEP = 5000
_FIRST = ("workspace", "source", "person", "goal")
"""What the other records refer to."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of taking an export in.

    people_new, people_known, sources_new, sources_known: how many.
    unsure:    new people who may be somebody known here.
    erased:    the names of people who were erased here once and are left out.
    facts_new, facts_known: how many facts came, and how many are of sources known before.
    strangers: how many hashes of people erased elsewhere cannot be used here.
    without:   what the export was made without: "" or "notes".
    problems:  records that could not be used.
    """

    people_new: int = 0
    people_known: int = 0
    sources_new: int = 0
    sources_known: int = 0
    unsure: tuple[Unsure, ...] = ()
    erased: tuple[str, ...] = ()
    facts_new: int = 0
    facts_known: int = 0
    strangers: int = 0
    without: str = ""
    problems: tuple[Problem, ...] = ()


def take_in(
    space: Space,
    export: ExportFile,
    *,
    bring_back: bool = False,
    dry_run: bool = False,
    progress: Progress = _silent,
) -> TakenIn:
    """Take in all that ``export`` holds, whole or not at all.

    bring_back: also people who were erased here once.
    dry_run:    only say what would come of it.
    progress:   called with the records stored and 0.

    Raises UnreadableInput where the file is damaged, WorkbookError where the workbook cannot be
    written.
    """
    with space.all_or_nothing():
        taken = _Taking(space, export, progress).run(bring_back)
        if dry_run:
            space.leave_as_it_was()
        return taken


@dataclass(slots=True)
class _Taking:
    """An export on its way into the tables."""

    space: Space
    export: ExportFile
    progress: Progress
    store: ExportStore = field(init=False)
    problems: list[Problem] = field(default_factory=list)
    erasures: list[of.ExportedErasure] = field(default_factory=list)
    workspace: of.ExportedWorkspace | None = None
    done: int = 0
    counts: Counter[str] = field(default_factory=Counter)

    def run(self, bring_back: bool) -> TakenIn:
        self.store = ExportStore(self.space)
        self._pass(lambda kind: kind in _FIRST)
        self.store.people_refer()
        self._pass(lambda kind: kind not in _FIRST)
        settling = Settling(self.space, self.store)
        erased = settling.leave_out_erased(bring_back)
        settling.leave_out_unknown()
        unsure = settling.ask()
        settling.derive()
        strangers = self._remember_erased()
        counts = self.store.counts
        return TakenIn(
            people_new=len(self.store.new),
            people_known=counts["people known"],
            sources_new=counts["sources new"],
            sources_known=counts["sources known"],
            unsure=unsure,
            erased=erased,
            facts_new=counts["new"],
            facts_known=counts["known"],
            strangers=strangers,
            without=self.workspace.without if self.workspace else "",
            problems=tuple(self.problems),
        )

    def _pass(self, wanted: Callable[[str], bool]) -> None:
        """Store the wanted records, some hundred of a kind at a time."""
        waiting: list[tuple[int, Exported]] = []
        for found in self.export.records(wanted):
            self.done += 1
            if self.done % _STEP == 0:
                self.progress(self.done, 0)
            if isinstance(found, Problem):
                self.problems.append(found)
                continue
            line, record = found
            if isinstance(record, of.ExportedWorkspace):
                self.workspace = record
            elif isinstance(record, of.ExportedErasure):
                self.erasures.append(record)
            else:
                if waiting and (type(waiting[0][1]) is not type(record) or len(waiting) >= BATCH):
                    self._store(waiting)
                    waiting = []
                waiting.append((line, record))
        self._store(waiting)

    def _store(self, records: Sequence[tuple[int, Exported]]) -> None:
        for line, fault in self.store.store(records):
            self.problems.append(Problem(self.export.name, line, str(fault)))

    def _remember_erased(self) -> int:
        """Remember who was erased elsewhere, so that an import asks here too; how many of them
        cannot be, as they were hashed with another salt than those remembered here.
        """
        rows = self.space.of(Erasure)
        before = set(rows.values_list("hash", flat=True))
        workspaces = Workspace._default_manager.using(self.space.alias).filter(pk=self.space.id)
        salt = bytes.fromhex(self.workspace.salt) if self.workspace else b""
        if bytes(workspaces.get().salt) != salt:
            if before or not self.erasures:
                return len(self.erasures)
            workspaces.update(salt=salt)
        new = {each.hash: each for each in self.erasures if each.hash not in before}
        self.space.add(
            [
                Erasure(workspace_id=self.space.id, hash=each.hash[:64], at=each.at)
                for each in new.values()
            ]
        )
        return 0

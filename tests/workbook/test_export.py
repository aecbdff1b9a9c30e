import io
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from coalition.exchange import coalition_csv, coalition_json, coalition_vcard
from coalition.exchange.coalition_export import ExportFile, export_in
from coalition.model import exported as of
from coalition.model.exported import Exported
from coalition.model.held import Field
from coalition.workbook import changes, queries
from coalition.workbook.changes import TakenIn
from coalition.workbook.opening import Workbook, open_workbook
from coalition.workbook.queries import Wanted
from coalition.workbook.space import Space
from tests.exchange.exports import FORMATS, READ, small, workspaces, written

_names = count(1)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbook]:
    with open_workbook(str(tmp_path_factory.mktemp("export") / "shared.coalition")) as workbook:
        yield workbook


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Space]:
    with open_workbook(str(tmp_path / "own.coalition")) as workbook:
        yield workbook.space()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Space]:
    with open_workbook(str(tmp_path / "other.coalition")) as workbook:
        yield workbook.space()


def new_space(workbook: Workbook) -> Space:
    return workbook.add_space(f"space {next(_names)}")


def export_of(content: bytes) -> ExportFile:
    found = export_in("an export", io.BytesIO(content))
    assert found is not None
    return found


def take_in(space: Space, records: list[Exported], **how: Any) -> TakenIn:
    return changes.take_in(space, export_of(written(records, "json")), **how)


def exported(space: Space, ending: str, notes: bool = True) -> bytes:
    with space.as_it_is_now():
        if ending == "vcf":
            cards, others = queries.cards(space, notes), queries.others(space, notes)
            return b"".join(coalition_vcard.write_export(cards, others, notes))
        write = coalition_csv.write_export if ending == "csv" else coalition_json.write_export
        return b"".join(write(queries.records(space)))


def held(space: Space) -> list[Exported]:
    """All that a workspace holds but for what it is called itself."""
    return list(queries.records(space))[1:]


def unnamed(records: list[Exported]) -> list[Exported]:
    """Without the names that lists show, which are derived."""
    return [
        replace(each, name="") if isinstance(each, of.ExportedPerson) else each for each in records
    ]


@given(records=workspaces())
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_all_that_is_taken_in_is_exported_again_and_back_in(
    shared: Workbook, records: list[Exported]
) -> None:
    first = new_space(shared)
    taken = take_in(first, records)
    assert taken.problems == ()
    there = held(first)
    assert unnamed(there) == unnamed(records[1:])
    for ending in FORMATS:
        again = new_space(shared)
        changes.take_in(again, export_of(exported(first, ending)))
        found = held(again)
        if ending == "vcf":  # person by person
            assert sorted(map(repr, found)) == sorted(map(repr, there))
        else:
            assert found == there
        assert queries.people(again, Wanted()) == () or shown(again) == shown(first)


def shown(space: Space) -> list[tuple[object, ...]]:
    """What lists show of everybody."""
    return sorted(
        (each.name, each.title, each.organisation, each.unit, each.email, each.active,
         str(each.last_touch))
        for each in queries.people(space, Wanted())
    )  # fmt: skip


@pytest.mark.parametrize("ending", FORMATS)
def test_the_same_export_changes_nothing_twice(space: Space, ending: str) -> None:
    take_in(space, small())
    content, before = exported(space, ending), exported(space, "json")
    taken = changes.take_in(space, export_of(content))
    assert exported(space, "json") == before
    assert (taken.people_new, taken.people_known) == (0, 2)
    assert (taken.sources_new, taken.sources_known) == (0, 1)
    assert (taken.facts_new, taken.facts_known) == (0, 9)


def test_people_taken_in_are_found_and_shown_like_others(space: Space) -> None:
    taken = take_in(space, small())
    assert (taken.people_new, taken.sources_new, taken.facts_new) == (2, 1, 9)
    assert [each.title for each in queries.people(space, Wanted("stonefield"))] == ["=HYPERLINK(1)"]
    assert [each.name for each in queries.people(space, Wanted(skills=("negotiation",)))] == [
        "Bea Stonefield"
    ]
    me = queries.me(space)
    assert me is not None
    assert me.name == "Ada Testerson"
    assert str(queries.one(space, "bea stonefield").last_touch) == "2026-10-01"


def test_a_preview_changes_nothing(space: Space) -> None:
    assert take_in(space, small(), dry_run=True).people_new == 2
    assert held(space) == [of.ExportedEnd(1)]


def test_a_file_that_is_cut_off_changes_nothing(space: Space) -> None:
    from coalition.errors import UnreadableInput

    content = written(small(), "json")
    with pytest.raises(UnreadableInput, match="not whole"):
        changes.take_in(space, export_of(content[: content.rindex(b"\n{")]))
    assert held(space) == [of.ExportedEnd(1)]


def test_records_that_refer_to_nothing_are_named_and_the_others_kept(space: Space) -> None:
    *records, _ = small()
    records += [
        of.ExportedFact("nobody", Field.TITLE, "Chief", records[1].uid),  # type: ignore[union-attr]
        of.ExportedFact(records[2].uid, Field.TITLE, "Chief", "nowhere"),  # type: ignore[union-attr]
        of.ExportedFact(records[2].uid, Field.POSITION, "Chief", records[1].uid),  # type: ignore[union-attr]
        of.ExportedPerson("not a uid", "Eve"),
    ]
    taken = take_in(space, [*records, of.ExportedEnd(len(records))])
    assert sorted((each.line or 0, each.what) for each in taken.problems) == [
        (15, "The person nobody is not in the file."),
        (16, "The source nowhere is not in the file."),
        (17, "A position needs its detail."),
        (18, "not a uid is no uid, or stands in the file twice."),
    ]
    assert len(held(space)) == len(small()) - 1


def test_new_people_who_may_be_somebody_known_are_asked_about(space: Space) -> None:
    from coalition.model.person import Person

    known = changes.add_person(space, Person("Ada Testerson", emails=("ada@example.com",)))
    taken = take_in(space, small())
    assert taken.people_new == 2
    assert [(each.described, each.perhaps[0].person) for each in taken.unsure] == [
        ("Ada Testerson", known)
    ]
    assert [{each.one.name, each.other.name} for each in queries.doubts(space)] == [
        {"Ada Testerson"}
    ]
    assert take_in(space, small()).unsure == ()


def test_the_same_file_read_in_both_workbooks_is_not_taken_in_twice(space: Space) -> None:
    *records, _ = small()
    source = records[1]
    assert isinstance(source, of.ExportedSource)
    take_in(space, small())
    elsewhere: list[Exported] = [
        records[0],
        replace(source, uid="000000aa-0000-4000-8000-000000000000"),
        of.ExportedPerson("000000bb-0000-4000-8000-000000000000", "Ada Testerson"),
        of.ExportedFact("000000bb-0000-4000-8000-000000000000", Field.NAME, "Ada Testerson",
                        "000000aa-0000-4000-8000-000000000000"),
    ]  # fmt: skip
    taken = take_in(space, [*elsewhere, of.ExportedEnd(len(elsewhere))])
    assert (taken.people_new, taken.facts_new, taken.facts_known) == (0, 0, 1)
    assert len(queries.people(space, Wanted())) == 2


def test_who_was_erased_stays_out_unless_brought_back(space: Space) -> None:
    take_in(space, small())
    content = exported(space, "json")
    changes.erase(space, queries.one(space, "bea").id)
    first = changes.take_in(space, export_of(content))
    assert first.erased == ("Bea Stonefield",)
    assert [each.name for each in queries.people(space, Wanted())] == ["Ada Testerson"]
    back = changes.take_in(space, export_of(content), bring_back=True)
    assert back.erased == ()
    assert len(queries.people(space, Wanted())) == 2


def test_who_was_erased_is_remembered_in_the_other_workbook(space: Space, other: Space) -> None:
    take_in(space, small())
    content = exported(space, "json")
    changes.erase(space, queries.one(space, "bea").id)
    changes.take_in(other, export_of(exported(space, "csv")))
    taken = changes.take_in(other, export_of(content))
    assert taken.erased == ("Bea Stonefield",)


def test_marks_of_the_erased_that_cannot_be_kept_are_told(space: Space, other: Space) -> None:
    *records, _ = small()
    for workbook, bad in ((space, "ab" * 32), (other, "cd" * 32)):
        erased: list[Exported] = [*records, of.ExportedErasure("12" * 32, READ)]
        erased[0] = replace(erased[0], salt=bad)  # type: ignore[call-arg, type-var]
        take_in(workbook, [*erased, of.ExportedEnd(len(erased))])
    assert changes.take_in(space, export_of(exported(other, "json"))).strangers == 1


def test_a_vcard_leaves_notes_out_unless_told_otherwise(space: Space, other: Space) -> None:
    take_in(space, small())
    content = exported(space, "vcf", notes=False)
    assert b"Knows the board" not in content
    assert b"secret" not in content
    assert changes.take_in(other, export_of(content)).without == "notes"
    kept = [each for each in held(space) if not isinstance(each, of.ExportedNote | of.ExportedEnd)]
    silent = [
        replace(each, text="") if isinstance(each, of.ExportedTouchpoint) else each for each in kept
    ]
    assert held(other)[:-1] == silent


def test_merges_stay_and_can_be_undone_afterwards(space: Space, other: Space) -> None:
    take_in(space, small())
    ada, bea = (queries.one(space, name).id for name in ("ada", "bea"))
    changes.merge(space, ada, bea)
    changes.take_in(other, export_of(exported(space, "vcf")))
    (one,) = queries.people(other, Wanted())
    kept, gone = changes.unmerge(other, one.id)
    assert kept != gone
    assert sorted(each.name for each in queries.people(other, Wanted())) == [
        "Ada Testerson",
        "Bea Stonefield",
    ]


def test_a_merge_made_elsewhere_is_made_here_too_and_only_once(space: Space, other: Space) -> None:
    take_in(space, small())
    take_in(other, small())
    changes.merge(space, queries.one(space, "ada").id, queries.one(space, "bea").id)
    content = exported(space, "json")
    changes.take_in(other, export_of(content))
    (one,) = queries.people(other, Wanted())
    changes.unmerge(other, one.id)
    changes.take_in(other, export_of(content))
    assert len(queries.people(other, Wanted())) == 2


def test_an_export_sees_one_moment(space: Space) -> None:
    take_in(space, small())
    with space.as_it_is_now():
        found = list(queries.records(space))
    assert isinstance(found[-1], of.ExportedEnd)
    assert found[-1].records == len(found) - 1

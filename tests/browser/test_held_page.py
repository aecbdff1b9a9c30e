"""The page to hand over to a person, as they see it."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from coalition.briefs.held_page import held_page
from coalition.model.held import Field, Held, HeldFact, HeldNote, Origin, SourceKind, Summary


def origin(name: str) -> Origin:
    return Origin(1, SourceKind.FILE, name, datetime(2026, 11, 2, 12, tzinfo=UTC), row=7)


def held() -> Held:
    facts = (
        HeldFact(1, Field.NAME, "Ada Testerson", origin("people.csv")),
        HeldFact(2, Field.NAME, "Ada Testerson", origin("a-file-with-a-name" * 9 + ".csv")),
        HeldFact(3, Field.PROFILE, "https://www.example.com/" + "x" * 200, origin("people.csv")),
        HeldFact(4, Field.TITLE, "<script>document.title = 'run'</script>", origin("people.csv")),
    )
    note = HeldNote(1, "<img src=https://example.com/x>", "note", "", "2026-11-01", origin("n"))
    nothing: tuple[()] = ()
    return Held(
        Summary(1, "Ada Testerson"), False, (), facts, nothing, nothing, nothing, (note,),
        nothing, nothing, nothing,
    )  # fmt: skip


@pytest.mark.parametrize("width", [1200, 360])
def test_it_fits_the_window_and_loads_nothing(
    chromium: Browser, tmp_path: Path, width: int
) -> None:
    path = tmp_path / "ada.html"
    path.write_text(held_page(held(), date(2026, 11, 28)), "utf-8")
    tab = chromium.new_page(viewport={"width": width, "height": 800})
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(path.as_uri())
    assert asked == [path.as_uri()]
    assert tab.title() == "All that is held on Ada Testerson"
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert tab.locator("dt", has_text="Name").count() == 1
    assert tab.get_by_text("people.csv, line 7, read on").count() == 3
    tab.close()

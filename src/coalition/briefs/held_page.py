"""The page to hand over to a person: all that is held on them, and where it came from."""

from datetime import date
from html import escape

from coalition.briefs.gathered import Gathered, gathered
from coalition.briefs.sections import sections
from coalition.model.held import Held

_STYLE = """
:root { color-scheme: light dark }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.6rem; margin-bottom: 0 }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #8886 }
dl { margin: 0 } dt { font-weight: 600; margin-top: .8rem }
dd { margin: 0 0 .4rem; overflow-wrap: anywhere; white-space: pre-line }
small { display: block; opacity: .7 }
@media print { body { margin: 0; max-width: none } dd { break-inside: avoid } }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_AFTER = (
    "You may ask to have any of this put right, or all of it erased. Whoever gave you this page "
    "can do both at once."
)


def held_page(held: Held, today: date) -> str:
    """All that is held on a person as one HTML page, which loads nothing from anywhere."""
    one = held.summary
    role = ", ".join(filter(None, (one.title, one.organisation, one.unit, one.place)))
    found = sections(held)
    body = "\n".join(
        f"<h2>{section.title}</h2>\n<dl>\n{''.join(map(_entry, gathered(section.lines)))}</dl>"
        for section in found
    )
    merged = f"<p>Also read of as: {escape(', '.join(held.merged))}.</p>" if held.merged else ""
    count = sum(len(section.lines) for section in found)
    return f"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<title>All that is held on {escape(one.name)}</title>
<style>{_STYLE}</style>
<h1 dir="auto">{escape(one.name)}</h1>
<p dir="auto">{escape(role)}</p>
<p>All that is held on this person in a Coalition workbook on {today.isoformat()}: {count}
{"fact" if count == 1 else "facts"}, each with where it came from.</p>
{merged}
{body}
<p>{_AFTER}</p>
</html>
"""


def _entry(each: Gathered) -> str:
    told = "".join(
        f'<dd dir="auto">{escape(said.value)}{"".join(map(_source, said.by))}</dd>'
        for said in each.said
    )
    return f"<dt>{escape(each.what)}</dt>{told}\n"


def _source(by: tuple[str, int | None]) -> str:
    return f'<small dir="ltr">{escape(by[0])}</small>'

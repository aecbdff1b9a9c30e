"""The skills in a saved LinkedIn page, in every generation of its markup.

- 2012 to 2016: ``endorse-item-name-text`` with ``num-endorsements`` beside it;
- 2017 to 2021: ``pv-skill-category-entity__name`` with ``__endorsement-count``, in categories;
- 2022 to 2025: items of ``pvs-list``, each text twice: for the eye and for a screen reader;
- since 2025: obfuscated classes, but a ``componentkey`` on each skill; what was not scrolled to
  waits in a script;
- public pages, and whatever comes next: ``skill`` items, else the page's text as if pasted.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from coalition.errors import UnreadableInput
from coalition.exchange.linkedin_headings import (
    ends_skills,
    is_all_tab,
    is_furniture,
    is_skills_heading,
    name_in_title,
)
from coalition.exchange.linkedin_page import PageSkill, plain
from coalition.exchange.linkedin_phrases import (
    count,
    is_button,
    is_detail,
    plain_number,
    repeated_nouns,
    sentence_by,
)

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_ASIDE = ["aside", "nav", "footer", "style", "noscript", "template", "code", "svg", "script"]
_KEY = "com.linkedin.sdui.profile.skill("
_CATEGORY_NAME = '[class*="pv-skill-category-entity__name"]'
_CATEGORY_COUNT = '[class*="pv-skill-category-entity__endorsement-count"]'
_WRAPPER = "pv-skill-category-entity__skill-wrapper"
_ITEM = "li.pvs-list__paged-list-item, li.artdeco-list__item, li[class*='pvs-list__item']"
_ITEM_CLASS = re.compile(r"pvs-list__(?:paged-list-)?item|artdeco-list__item")
_TAG = r"<(/?)(?!(?:area|br|col|hr|img|input|link|meta|path|source|use|wbr|p|li)\b)[a-zA-Z]"
_DEEPEST = 20_000  # a browser stops at 512; the parser's time grows with the square of it
_CLIMB = 60  # ancestors looked at, at most


def parsed(html: str, name: str) -> "LexborHTMLParser":
    """``html`` without what surrounds the profile: navigation, sidebars, scripts.

    Raises UnreadableInput where tags are nested as no page's are.
    """
    depth = 0
    for match in re.finditer(_TAG, html):
        depth = max(depth - 1, 0) if match[1] else depth + 1
        if depth > _DEEPEST:
            raise UnreadableInput(f"{name} nests its tags deeper than any browser saves a page.")
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(html)
    tree.strip_tags(_ASIDE, recursive=False)
    return tree


def skills_in(tree: "LexborHTMLParser") -> list[PageSkill]:
    """The skills of the page, by the first generation of markup that has any."""
    if keyed := list(_keyed(tree)):
        return keyed
    for generation in (_category_entities, _endorse_items, _list_items, _public_items):
        if found := [skill for skill in generation(tree) if _is_name(skill.name)]:
            return found
    return _as_pasted(tree)


def person_in(tree: "LexborHTMLParser") -> str:
    """Whose page it is, by its title or its first heading; "" where neither tells."""
    title = tree.css_first("title")
    if title is not None and (named := name_in_title(_text(title))):
        return named
    for node in tree.css(".full-name, h1"):
        text = _text(node)
        if text and not (is_skills_heading(text) or is_furniture(text) or re.search(r"\d", text)):
            return text[:100]
    return ""


def _keyed(tree: "LexborHTMLParser") -> Iterator[PageSkill]:
    items = [
        node
        for node in tree.css(f'[componentkey^="{_KEY}"]')
        if not (node.attributes.get("componentkey") or "").endswith("-divider")
    ]
    read = [(node, _lines(node.css("p")) or _lines(node.css("span, h3, h4"))) for node in items]
    nouns = repeated_nouns([line for _, lines in read for line in lines])
    for node, lines in read:
        if lines:
            name = _labelled(node, lines)
            if is_button(name) or sentence_by(name) or count(name) or not _is_filled(name):
                continue
            yield _told(PageSkill(name), [line for line in lines if line != name], nouns)


def _labelled(node: "LexborNode", lines: list[str]) -> str:
    """The line that the item's button names ("Endorse X"), else the first."""
    labels = [plain(button.attributes.get("aria-label") or "") for button in node.css("button")]
    if any(lines[0] in label for label in labels):
        return lines[0]
    named = [line for line in lines if any(label.endswith(f" {line}") for label in labels)]
    return max(named, key=len) if named else lines[0]


def _category_entities(tree: "LexborHTMLParser") -> Iterator[PageSkill]:
    for node in tree.css(_CATEGORY_NAME):
        if len(node.css(_CATEGORY_NAME)) > 1:
            continue  # the wrapper of the name proper
        item = _enclosing(node, "li", "") or _enclosing(node, "", _WRAPPER) or node
        category = _enclosing(node, "", "pv-skill-category-list")
        heading = category.css_first("h3") if category is not None else None
        group = _text(heading) if heading is not None else ""
        skill = PageSkill(_text(node), group="" if is_all_tab(group) else group)
        skill = _numbered(skill, item.css_first(_CATEGORY_COUNT))
        said = (_text(part) for part in item.css("p, h4, a, span, div"))
        yield _told(skill, [line for line in said if sentence_by(line)])


def _endorse_items(tree: "LexborHTMLParser") -> Iterator[PageSkill]:
    names = tree.css(".endorse-item-name-text") or tree.css("[data-endorsed-item-name]")
    for node in names:
        item = _enclosing(node, "li", "endorse-item") or node
        name = _text(node) or plain(item.attributes.get("data-endorsed-item-name") or "")
        yield _numbered(PageSkill(name), item.css_first(".num-endorsements"))


def _list_items(tree: "LexborHTMLParser") -> Iterator[PageSkill]:
    scope = _skills_section(tree)
    if scope is None:
        return
    # Where the classes are others, the outermost items of the card's lists.
    items = [node for node in scope.css(_ITEM) if not _is_nested(node, scope, _ITEM_CLASS)]
    items = items or [node for node in scope.css("li") if not _is_nested(node, scope)]
    read = [(node, _lines(node.css('[aria-hidden="true"]'))) for node in items]
    read = [(node, lines or _lines(node.css(".visually-hidden"))) for node, lines in read]
    nouns = repeated_nouns([line for _, lines in read for line in lines])
    for node, lines in read:
        bold = _lines(node.css(".t-bold [aria-hidden='true'], .t-bold .visually-hidden"))
        if lines:
            name = bold[0] if bold else lines[0]
            rest = [line for line in lines if line != name]
            yield replace(_told(PageSkill(name), rest, nouns), group=_panel(node, tree))


def _skills_section(tree: "LexborHTMLParser") -> "LexborNode | None":
    """The card of a profile that holds the skills, or all of the page that shows only them."""
    anchor = tree.css_first("#skills")
    if anchor is not None:
        return _enclosing(anchor, "section", "") or anchor.parent
    for heading in tree.css("h1, h2, h3"):
        if is_skills_heading(_text(heading)):
            card = _enclosing(heading, "section", "") or _enclosing(heading, "main", "")
            if card is not None and card.css_first("li") is not None:
                return card
    title = tree.css_first("title")
    named = _text(title) if title is not None else ""
    only_skills = any(is_skills_heading(part) for part in re.split(r" \| |\) ", named))
    return (tree.css_first("main") or tree.body) if only_skills else None


def _panel(node: "LexborNode", tree: "LexborHTMLParser") -> str:
    """The label of the tab whose panel the item is in; "" for that of all skills."""
    panel = _enclosing(node, "", "tabpanel")
    label = (panel.attributes.get("aria-labelledby") or "") if panel is not None else ""
    if not re.fullmatch(r"[\w-]+", label):
        return ""
    tab = tree.css_first(f'[id="{label}"]')
    text = _text(tab) if tab is not None else ""
    return "" if is_all_tab(text) else text


def _public_items(tree: "LexborHTMLParser") -> Iterator[PageSkill]:
    for node in tree.css("#skills .skill, .skills-section .skill, .skills__item, li.skill"):
        if not re.search(r"see-?(?:more|less)", node.attributes.get("class") or ""):
            yield PageSkill(_text(node))


def _as_pasted(tree: "LexborHTMLParser") -> list[PageSkill]:
    """The skills in the page's text, where it has counts of endorsements in it."""
    from coalition.exchange.linkedin_paste import pasted

    root = tree.css_first("main") or tree.body
    text = root.text(separator="\n") if root is not None else ""
    if any(count(plain(line)) for line in text.split("\n")):
        return list(pasted(text).skills)
    return []


def _told(skill: PageSkill, lines: Iterable[str], nouns: frozenset[str] = frozenset()) -> PageSkill:
    for line in lines:
        skill = skill.told(line, nouns)
    return skill


def _numbered(skill: PageSkill, node: "LexborNode | None") -> PageSkill:
    if node is None:
        return skill
    shown = _text(node) or plain(node.attributes.get("data-count") or "")
    number = plain_number(shown) or count(shown)
    return skill.counted(number) if number else skill


def _is_name(text: str) -> bool:
    aside = is_detail(text) or ends_skills(text) or count(text) is not None
    return not aside and _is_filled(text)


def _is_filled(text: str) -> bool:
    """Whether ``text`` says something, and is no template that a script would have filled."""
    return bool(text) and "{{" not in text and "fmt__" not in text


def _text(node: "LexborNode") -> str:
    """The text of ``node`` once: of what stands there twice, what the eye sees."""
    seen = [part for part in node.css('[aria-hidden="true"]') if part.text().strip()]
    if seen and len(seen) == 1 and node.css_first(".visually-hidden") is not None:
        return plain(seen[0].text())
    return plain(node.text())


def _lines(nodes: Iterable["LexborNode"]) -> list[str]:
    """The texts of ``nodes``, each once, those that say nothing left out."""
    return list(dict.fromkeys(filter(None, map(_text, nodes))))


def _enclosing(node: "LexborNode", tag: str, mark: str) -> "LexborNode | None":
    """The nearest ancestor that is a ``tag``, or has ``mark`` in its class or role."""
    above = node.parent
    for _ in range(_CLIMB):
        if above is None:
            return None
        marks = (above.attributes.get("class") or "").split()
        marks.append(above.attributes.get("role") or "")
        if (tag and above.tag == tag) or (mark and mark in marks):
            return above
        above = above.parent
    return None


def _is_nested(
    node: "LexborNode", scope: "LexborNode", mark: "re.Pattern[str] | None" = None
) -> bool:
    """Whether ``node`` lies in another item, of a class like ``mark``, of a list in ``scope``."""
    above = node.parent
    for _ in range(_CLIMB):
        if above is None or above == scope:
            return False
        marks = above.attributes.get("class") or ""
        if above.tag == "li" and (mark is None or mark.search(marks)):
            return True
        above = above.parent
    return False

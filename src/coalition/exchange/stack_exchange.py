"""Stack Exchange: a user's tags, as the API gives them.

``/users/{id}/top-tags`` (answer_count, answer_score ... of a tag_name) and
``/users/{id}/tags`` (count of a name), https://api.stackexchange.com/docs.
"""

from coalition.errors import UnknownFormat
from coalition.exchange.json_text import items, json_of, member, number, text
from coalition.exchange.material import Document
from coalition.exchange.reader import Match, Progress, silent
from coalition.exchange.tally import Tally, tallied
from coalition.model.evidence import Kind
from coalition.model.reading import Reading

_TOP_TAGS = ("answer_count", "question_count", "answer_score")
_USER_TAGS = ("has_synonyms", "is_moderator_only", "is_required")


class StackExchangeReader:
    """Reads the tags in which a user answered."""

    name = "stack-exchange"
    title = "Stack Exchange tags of a user (Stack Overflow and its sisters, API answers as JSON)"

    def recognise(self, material: Document) -> Match:
        """Sure of items that have the fields only this API has."""
        return Match.SURE if any(map(_is_tag, _listed(json_of(material)))) else Match.NO

    def read(self, material: Document, progress: Progress = silent) -> Reading:
        """Each tag with the answers given; one without an answer is one the user lists.

        Raises UnknownFormat where there is no such tag.
        """
        from urllib.parse import unquote

        found = _listed(json_of(material))
        if not any(map(_is_tag, found)):
            raise UnknownFormat(f"{material.name} holds no tags as Stack Exchange gives them.")
        answered = Tally(material.name, Kind.COUNTED, "answers")
        used = Tally(material.name, Kind.COUNTED, "posts")
        asked = Tally(material.name, Kind.LISTED)
        for place, tag in enumerate(found, 1):
            # The API escapes its tags once more for use in addresses: c%23 is c#.
            label = unquote(text(tag, "tag_name") or text(tag, "name"))
            if not label or not (_is_tag(tag) or number(member(tag, "count")) is not None):
                answered.problem(f"Item {place} is no tag as Stack Exchange gives them.")
                continue
            answers = number(member(tag, "answer_count"))
            posts = number(member(tag, "count"))
            if answers:
                answered.add(label, answers)
            elif posts:
                used.add(label, posts)
            else:
                asked.add(label, 0)
        return tallied(self.name, material.name, [answered, used, asked])


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else list(items(value, "items"))


def _is_tag(entry: object) -> bool:
    if not isinstance(entry, dict):
        return False
    top = bool(text(entry, "tag_name")) and any(field in entry for field in _TOP_TAGS)
    return top or (bool(text(entry, "name")) and any(field in entry for field in _USER_TAGS))


READER = StackExchangeReader()

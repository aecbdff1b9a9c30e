"""What connections of a Kumu map call its elements."""

from collections import Counter

from coalition.exchange.tag_text import tag_text


class Keys:
    """Elements by id, and by label where that is the label of one alone."""

    def __init__(self) -> None:
        self._ids: set[str] = set()
        self._labels: dict[str, str] = {}
        self._times: Counter[str] = Counter()

    def add(self, given: str, label: str) -> str:
        """The key of a new element; without an id its label is one."""
        key = given or label
        self._ids.add(key)
        self._times[label] += 1
        self._labels.setdefault(label, key)
        return key

    def find(self, written: str) -> str:
        """The key of the element so called, "" where there are several."""
        if written in self._ids:
            return written
        label = tag_text(written)
        return "" if self._times[label] > 1 else self._labels.get(label, written)

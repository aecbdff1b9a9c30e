"""Which way each part of a tag runs: the Unicode Bidirectional Algorithm for one short line.

UAX #9 (Unicode 15) without explicit embeddings and isolates: tags are a few words long, and
directional control characters are taken out of them before they are drawn. Rule numbers are
those of the annex.
"""

import unicodedata
from collections.abc import Sequence

STRONG = {"L", "R", "AL"}
NEUTRAL = {"B", "S", "WS", "ON"}

CLOSING = dict(zip("([{⟨⟦⟪❨（［｛「『【〈《", ")]}⟩⟧⟫❩）］｝」』】〉》", strict=True))
"""Brackets that tags are written with, each with the one that closes it (UAX #9, BD14, BD15)."""

DEEPEST = 63
"""Open brackets remembered (BD16)."""


def base_level(text: str) -> int:
    """0 for text that starts left to right, 1 for right to left (P2, P3)."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in STRONG:
            return int(kind != "L")
    return 0


def _resolve_weak(kinds: list[str], base: str) -> None:
    previous = strong = base
    for i, kind in enumerate(kinds):
        if kind == "NSM":  # W1
            kind = previous
        if kind == "EN" and strong == "AL":  # W2
            kind = "AN"
        if kind in STRONG:
            strong = kind
        previous = kinds[i] = kind
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]  # W3
    for i in range(1, len(kinds) - 1):  # W4
        before, after = kinds[i - 1], kinds[i + 1]
        if before == after and (
            (kinds[i] in ("ES", "CS") and before == "EN") or (kinds[i] == "CS" and before == "AN")
        ):
            kinds[i] = before
    _resolve_terminators(kinds, base)


def _resolve_terminators(kinds: list[str], base: str) -> None:
    for indices in (range(len(kinds)), range(len(kinds) - 1, -1, -1)):  # W5
        beside = ""
        for i in indices:
            if kinds[i] == "ET" and beside == "EN":
                kinds[i] = "EN"
            beside = kinds[i]
    strong = base
    for i, kind in enumerate(kinds):
        if kind in ("ES", "ET", "CS"):  # W6
            kinds[i] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":  # W7
            kinds[i] = "L"


def _bracket_pairs(text: str) -> list[tuple[int, int]]:
    """The positions of brackets that belong together, by the opening one (BD16)."""
    pairs, waiting = [], list[tuple[str, int]]()
    for i, character in enumerate(text):
        if character in CLOSING:
            if len(waiting) == DEEPEST:
                break
            waiting.append((CLOSING[character], i))
        elif character in CLOSING.values():
            for depth in range(len(waiting) - 1, -1, -1):
                if waiting[depth][0] == character:
                    pairs.append((waiting[depth][1], i))
                    del waiting[depth:]
                    break
    return sorted(pairs)


def _strong(kind: str) -> str:
    """The direction that a resolved kind counts as among brackets and neutrals ("" for none)."""
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(kind, "")


def _resolve_brackets(kinds: list[str], pairs: list[tuple[int, int]], base: str) -> None:
    for start, end in pairs:  # N0
        inside = {_strong(kind) for kind in kinds[start + 1 : end]} - {""}
        if not inside:
            continue
        found = base
        if base not in inside:
            context = next(filter(None, map(_strong, reversed(kinds[:start]))), base)
            found = context if context in inside else base
        kinds[start] = kinds[end] = found


def _resolve_neutral(kinds: list[str], base: str) -> None:
    i = 0
    while i < len(kinds):
        end = i
        while end < len(kinds) and kinds[end] in NEUTRAL:
            end += 1
        if end > i:
            before = _strong(kinds[i - 1]) if i else base
            after = _strong(kinds[end]) if end < len(kinds) else base
            kinds[i:end] = [before if before == after else base] * (end - i)  # N1, N2
        i = end + 1


def levels(text: str, rtl: bool | None = None) -> list[int]:
    """The embedding level of each character: even runs left to right, odd right to left.

    rtl: the text is a line of one that starts right to left; None: its own start tells.
    """
    kinds = [unicodedata.bidirectional(character) or "L" for character in text]
    level = base_level(text) if rtl is None else int(rtl)
    if level == 0 and not {"R", "AL", "AN"}.intersection(kinds):
        return [0] * len(text)
    kept = [i for i, kind in enumerate(kinds) if kind != "BN"]  # X9
    found = _levels_of([kinds[i] for i in kept], "".join(text[i] for i in kept), level)
    answer, last = [], level
    by_place = dict(zip(kept, found, strict=True))
    for i in range(len(text)):
        last = by_place.get(i, last)
        answer.append(last)
    return answer


def _levels_of(kinds: list[str], text: str, level: int) -> list[int]:
    base = "R" if level else "L"
    pairs = _bracket_pairs(text)
    _resolve_weak(kinds, base)
    _resolve_brackets(kinds, pairs, base)
    _resolve_neutral(kinds, base)
    if level:  # I2
        return [1 if kind == "R" else 2 for kind in kinds]
    return [{"L": 0, "R": 1}.get(kind, 2) for kind in kinds]  # I1


def visual_order(run_levels: Sequence[int]) -> list[int]:
    """The order in which runs of these levels stand from left to right (L2)."""
    order = list(range(len(run_levels)))
    for level in range(max(run_levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and run_levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end + 1
    return order

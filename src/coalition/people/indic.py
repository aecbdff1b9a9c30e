"""The writings of India in Latin letters, as names are spelled: "विक्रम शर्मा" is Vikram Sharma.

Unicode gives Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, Tamil, Telugu, Kannada and Malayalam
the same layout, each in a block of 128 (The Unicode Standard, chapter 12), so one table does. A
consonant holds an "a" unless a sign says otherwise; Hindi does not say it at a word's end
("schwa deletion"), Telugu does, so both are given.
"""

import re
import unicodedata

from coalition.people.word_set import word_list

_LETTERS = (
    {0x01: "n", 0x02: "n", 0x03: "h", 0x3C: "", 0x4D: "", 0x70: "n", 0x71: ""}
    | dict(zip(range(0x05, 0x15), word_list("a a i I u U ri li e e e ai o o o au"), strict=True))
    | dict(
        zip(
            range(0x15, 0x3A),
            word_list(
                "k kh g gh n ch chh j jh n t th d dh n t th d dh n n p ph b bh m y r r l l l v"
                " sh sh s h"
            ),
            strict=True,
        )
    )
    | dict(zip(range(0x3E, 0x4D), word_list("a i I u U ri ri e e e ai o o o au"), strict=True))
    | dict(zip(range(0x58, 0x60), word_list("q kh g z r rh f y"), strict=True))
)
_NUKTA = {"j": "z", "ph": "f", "k": "q", "d": "r"}
_VOWELS = "aeiouIU"


def indic_forms(word: str) -> tuple[str, ...]:
    """``word`` in Latin letters: without and with the last "a", a middle one dropped, ee and oo."""
    full = _spelled(unicodedata.normalize("NFC", word))
    last = full.removesuffix("A")
    middle = re.sub(rf"(?<=[{_VOWELS}A][^{_VOWELS}A])A(?=[^{_VOWELS}A]h?[{_VOWELS}A])", "", last)
    long = last.replace("I", "ee").replace("U", "oo")
    return tuple(form.lower() for form in (last, full, middle, last.replace("v", "w"), long))


def _spelled(word: str) -> str:
    """The sounds of ``word``; long i and u are "I" and "U", the "a" that is not written "A"."""
    sounds: list[str] = []
    open_consonant = False
    for character in word:
        place = ord(character) % 0x80
        if not 0x900 <= ord(character) < 0xD80 or place not in _LETTERS:
            continue
        if place == 0x3C and sounds:
            sounds[-1] = _NUKTA.get(sounds[-1], sounds[-1])
            continue
        consonant = 0x15 <= place <= 0x39 or 0x58 <= place <= 0x5F
        if open_consonant and not 0x3E <= place <= 0x4D:
            sounds.append("A")
        sounds.append(_LETTERS[place])
        open_consonant = consonant
    if open_consonant:
        sounds.append("A")
    return "".join(sounds)

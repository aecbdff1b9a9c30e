"""Cyrillic in Latin letters, by each of the systems that names are met in.

BGN/PCGN without marks (Vydumannaya), as English newspapers write (Yulia, Dmitry, Alexey),
passports (ICAO Doc 9303: Vydumannaia, Iuliia), German (Duden: Wydumannaja, Schtscherbakowa),
French (Chtcherbakova), scholarly without its marks (Scerbakova; also Serbian in Latin letters),
Ukrainian (resolution 55 of 2010) and Bulgarian (law of 2009).
"""

import re
from functools import cache

from coalition.people.word_set import word_list

_COMMON = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўђѓјљњќћџѕѣѳѵқғңүұһәө",
        word_list(
            "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya i yi ye"
            " g u dj gj j lj nj kj c dz dz e f i k g n u u h a o"
        ),
        strict=True,
    )
)


def _system(pairs: str) -> dict[int, str]:
    """The common table with what a system does otherwise: letter, then Latin letters."""
    words = pairs.split()
    table = {**_COMMON, **dict(zip(words[::2], words[1::2], strict=True))}
    return {ord(letter): "" if latin == "_" else latin for letter, latin in table.items()}


@cache
def _systems() -> tuple[dict[int, str], ...]:
    return (
        _system(""),
        _system("ё yo"),
        _system("й i ю iu я ia ъ ie ї i є ie"),
        _system("в w ж sch з s й i х ch ц z ч tsch ш sch щ schtsch ю ju я ja ё jo ї ji є je"),
        _system("ж j й i у ou х kh ч tch ш ch щ chtch ю iou я ia ё io є ie ї i"),
        _system("ж z й j х h ц c ч c ш s щ sc ю ju я ja ї ji є je"),
        _system("ж z й j х ch ц c ч c ш s щ sc ю ju я ja ї ji є je"),
        _system("г h и y й i ю iu я ia ї i є ie щ shch"),
        _system("х h щ sht ъ a й y"),
    )


_NEWSPAPER = ((r"кс", "x"), (r"ия\b", "ia"), (r"[иы]й\b", "y"), (r"ье", "ye"))
_YE = re.compile(r"(?:\b|(?<=[аеёиоуыэюяьъ]))е")


def cyrillic_forms(word: str) -> tuple[str, ...]:
    """``word`` (lower case, composed) in Latin letters, a form a system, in a fixed order."""
    plain, with_yo, *others = _systems()
    newspaper = word
    for pattern, latin in _NEWSPAPER:
        newspaper = re.sub(pattern, latin, newspaper)
    with_i = re.sub(r"[иы]й\b", "i", re.sub(r"ия\b", "ia", word))
    halfway = re.sub(r"[иы]й\b", "y", re.sub(r"ия\b", "ia", word))
    return (
        newspaper.translate(plain),
        word.translate(plain),
        halfway.translate(plain),
        word.translate(with_yo),
        _YE.sub("ye", word).translate(plain),
        _YE.sub("ye", halfway).translate(plain),
        with_i.translate(plain),
        halfway.replace("х", "h").translate(plain),
        *(word.translate(system) for system in others),
        halfway.translate(others[1]),
        *_ukrainian_starts(word, others[-2]),
    )


def _ukrainian_starts(word: str, table: dict[int, str]) -> tuple[str, ...]:
    """At the start of a word Ukrainian has y for й and the i of ю, я, ї, є."""
    first = {"ю": "yu", "я": "ya", "ї": "yi", "є": "ye", "й": "y"}.get(word[:1])
    rest = word.replace("зг", "zgh")
    return ((first + rest[1:].translate(table)) if first else rest.translate(table),)

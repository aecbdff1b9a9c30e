"""Arabic (with Persian and Urdu) and Hebrew in Latin letters: mostly consonants.

Short vowels are not written, so no form is sure but that of a name with long vowels only ("نور":
Nur, Noor). What identifies such a name is its skeleton (:func:`coalition.people.transliteration.
skeleton`), which leaves out the vowels on both sides.
"""

from coalition.people.word_set import word_list

_ARABIC = dict(
    zip(
        "ابتثجحخدذرزسشصضطظعغفقكلمنهوىيءآأؤإئةپچژکگیےٹڈڑںہھۃ",
        word_list(
            "a b t th j h kh d dh r z s sh s d t z _ gh f q k l m n h w a y _ a a _ i _ a p ch"
            " zh k g y e t d r n h h a"
        ),
        strict=True,
    )
)
_HEBREW = dict(
    zip(
        "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
        word_list("_ v g d h w z h t y k kh l m m n n s _ p f ts ts k r sh t"),
        strict=True,
    )
)
_LATIN = {letter: "" if latin == "_" else latin for letter, latin in {**_ARABIC, **_HEBREW}.items()}
_PERSIAN = frozenset("پچژگکیے")
_AS_PERSIAN = str.maketrans("ضذظث", "زززس")
"""Letters that Persian and Urdu have for the sake of spelling, as they are said."""

_ARTICLE = "ال"


def semitic_forms(word: str) -> tuple[str, ...]:
    """``word`` in Latin letters, with the long vowels as u and i, and as oo and ee.

    The article is "al" before the rest: "المثالي" is "almthali". A w or y
    that a vowel stands beside, or that begins a word, is a consonant.
    """
    article, rest = ("al", word[2:]) if word.startswith(_ARTICLE) and len(word) > 4 else ("", word)
    ways = [("u", "i"), ("oo", "ee"), ("w", "y")]
    if not _PERSIAN.isdisjoint(word):
        rest = rest.translate(_AS_PERSIAN)
    if word[:1] in _HEBREW:
        ways.append(("v", "y"))  # vav is as often a consonant
    return tuple(article + _spelled(rest, u, i) for u, i in ways)


def _spelled(word: str, u: str, i: str) -> str:
    """The sounds of ``word``, with ``u`` and ``i`` for its long vowels."""
    sounds: list[str] = []
    for place, letter in enumerate(word):
        sound = _LATIN.get(letter, "")
        beside = word[place + 1 : place + 2] in set("اآىأ") or word[place - 1 : place] == "ا"
        if sound == "w":
            sound = "v" if letter == "ו" and not place else "w" if not place or beside else u
        elif sound == "y":
            sound = "y" if not place or (beside and u != "w") else i
        elif not place and letter in "عאע":
            sound = "a"
        sounds.append(sound)
    return "".join(sounds)

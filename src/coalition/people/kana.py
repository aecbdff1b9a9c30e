"""Kana in Latin letters (Hepburn), with what is done to its long vowels in names.

The same 佐藤 signs as Sato, Satou and Satoh, and Shinpei as Shimpei: all are given, the one of
passports first (no mark for length, n before b, p and m as m is a variant).
"""

import re
import unicodedata

from coalition.people.word_set import word_list

_ROWS = word_list(
    "ア a イ i ウ u エ e オ o カ ka キ ki ク ku ケ ke コ ko ガ ga ギ gi グ gu ゲ ge ゴ go"
    " サ sa シ shi ス su セ se ソ so ザ za ジ ji ズ zu ゼ ze ゾ zo タ ta チ chi ツ tsu テ te ト to"
    " ダ da ヂ ji ヅ zu デ de ド do ナ na ニ ni ヌ nu ネ ne ノ no ハ ha ヒ hi フ fu ヘ he ホ ho"
    " バ ba ビ bi ブ bu ベ be ボ bo パ pa ピ pi プ pu ペ pe ポ po マ ma ミ mi ム mu メ me モ mo"
    " ヤ ya ユ yu ヨ yo ラ ra リ ri ル ru レ re ロ ro ワ wa ヰ i ヱ e ヲ o ン n ヴ vu"
    " ァ a ィ i ゥ u ェ e ォ o ャ ya ュ yu ョ yo ヮ wa ヵ ka ヶ ke"
    " シャ sha シュ shu ショ sho シェ she チャ cha チュ chu チョ cho チェ che"
    " ジャ ja ジュ ju ジョ jo ジェ je ヂャ ja ヂュ ju ヂョ jo"
    " ファ fa フィ fi フェ fe フォ fo フュ fyu ヴァ va ヴィ vi ヴェ ve ヴォ vo"
    " ティ ti トゥ tu ディ di ドゥ du デュ dyu ウィ wi ウェ we ウォ wo"
    " ツァ tsa ツィ tsi ツェ tse ツォ tso クァ kwa クォ kwo グァ gwa イェ ye"
)
_SOUNDS = dict(zip(_ROWS[::2], _ROWS[1::2], strict=True))
for _first in "キギニヒビピミリ":
    for _small, _vowel in zip("ャュョ", "auo", strict=True):
        _SOUNDS[_first + _small] = _SOUNDS[_first][:-1] + "y" + _vowel

_TO_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
_LENGTHENED = re.compile("ou|oo|uu|aa")
_WITH_H = re.compile("ou(?![aeiou])|oo(?![aeiou])")


def kana_forms(text: str) -> tuple[str, ...]:
    """``text``, a word in hiragana or katakana, in Latin letters: the passport's way first."""
    spelled = _spelled(unicodedata.normalize("NFKC", text).translate(_TO_KATAKANA))
    plain = spelled.replace("-", "")
    short = _LENGTHENED.sub(lambda found: found[0][0], plain)
    with_h = _WITH_H.sub("oh", plain)
    forms = [short, plain, with_h]
    forms += [re.sub("n(?=[bpm])", "m", form) for form in forms]
    return tuple(dict.fromkeys(forms))


def _spelled(text: str) -> str:
    """The sounds of katakana one after the other; "-" for a vowel drawn out."""
    letters: list[str] = []
    doubled = False
    place = 0
    while place < len(text):
        size = 2 if text[place : place + 2] in _SOUNDS else 1
        sign = text[place : place + size]
        place += size
        if sign == "ッ":
            doubled = True
            continue
        sound = _SOUNDS.get(sign, "-" if sign == "ー" else sign)
        if doubled and sound[:1].isalpha():
            sound = ("t" if sound.startswith("ch") else sound[0]) + sound
        doubled = False
        letters.append(sound)
    return "".join(letters)

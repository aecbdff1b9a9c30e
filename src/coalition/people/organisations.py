"""One key for an organisation, however its legal form, case and signs are written."""

import re
from functools import lru_cache

from anyascii import anyascii

from coalition.people.word_set import word_set
from coalition.people.writing import composed, letters_and_spaces

LONGEST = 200
"""Characters of a name that are looked at."""

_FORMS = word_set(
    # English
    "ltd limited plc inc incorporated corp corporation co company llc llp lp lllp pllc pc pty"
    " pvt pte bhd sdn cic cio"
    # German, Dutch, the north, the Baltic
    " gmbh ggmbh mbh ag kg kgaa ohg gbr ug eg ev se bv nv vof cv ab hb as asa ans da aps oy oyj ky"
    " uab sia ou ehf hf"
    # French, Spanish, Portuguese, Italian, Romanian
    " sa sas sasu sarl eurl snc scs sca scop sl slu slp sc sab sapi cv ltda eireli srl spa sapa"
    " sro sagl"
    # Central and Eastern Europe, Turkey, Greece
    " spzoo zoo kft zrt nyrt doo dd ad eood ood ead as aş şti tic epe ae ike αε επε οε ικε"
    " ооо оао зао пао ао ип тоо тов пат прат ооод еоод ад нко гуп муп"
    # South and South-East Asia
    " pt tbk cv jsc cp tnhh लिमिटेड प्राइवेट"
)
_ALWAYS = word_set("gmbh ggmbh llc llp plc ltd inc ооо оао зао пао kgaa")
"""Legal forms also at the head of a name; the others only where something stands before them."""

_BEFORE = word_set("ооо оао зао пао ао тоо тов ип pt the شركة société firma")
_SPELLED = tuple(
    (re.compile(pattern), " ")
    for pattern in (
        r"株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|一般財団法人|\(株\)|\(有\)",
        r"股份有限公司|有限责任公司|有限責任公司|有限公司|集团公司|주식회사|유한회사|\(주\)",
        r"\b(?:sp\.?\s*z\s*o\.?\s*o\.?|spółka z (?:ograniczoną odpowiedzialnością|o\.?\s*o\.?))",
        r"\bs\.?\s*p\.?\s*z\s*o\.?\s*o\.?|\bsp\.?\s*k\.?(?!\w)|\bspółka akcyjna\b",
        r"\ba/s\b|\ba\.?\s*p\.?\s*s\b(?=\W*$)|\bs\.?\s*a\.?(?:\s*p\.?\s*i\.?)? de c\.?\s*v\b",
        r"\b(?:société anonyme|sociedad anónima|aktiengesellschaft|naamloze vennootschap)\b",
        r"\b(?:gesellschaft mit beschränkter haftung|общество с ограниченной ответственностью)\b",
        r"\bgmbh\s*(?:&|und)\s*co\.?\s*kgaa?\b|\bgmbh\s*(?:&|und)\s*co\.?\s*ohg\b",
        r"&\s*co\b\.?|\band co\b(?=\W*(?:\w+\W*)?$)",
        r"\bcông ty (?:cổ phần|tnhh|trách nhiệm hữu hạn)\b|ש\"מ|בע[\"״]מ|ש\.מ\.",
        r"\bบริษัท\b|\bจำกัด\b|\(มหาชน\)|บริษัท|จำกัด",
    )
)
_MAY_BE_SPELLED = re.compile("[(&/]| (?:z|co|de|k|ap|gesell|aktien|haftung)")
_STOPS = re.compile(r"(?<=\w)\.(?=\w\b)|\.(?=\s|$)")
_APOSTROPHES = re.compile("['`´‘’ʼ]")
_AND = re.compile(r"\s*[&+]\s*|(?<=\w)\W+(?:and|und|et)\W+(?=\w)")


@lru_cache(maxsize=1 << 14)
def organisation_key(name: str) -> str:
    """What identifies an organisation by its name: no legal form, case, punctuation or article.

    "Müller, Schmidt & Co. KG" is "müller schmidt", "株式会社サンプル商事" is "サンプル商事". "" for
    what has no letters. A name that is nothing but a legal form is kept.
    """
    text = composed(name[:LONGEST])
    plain = text
    if not text.isascii() or _MAY_BE_SPELLED.search(text):
        for pattern, instead in _SPELLED:
            text = pattern.sub(instead, text)
    words = _words(text) or _words(plain)
    while len(words) > 1 and words[0] in _BEFORE:
        del words[0]
    while len(words) > 1 and words[-1] in _FORMS:
        del words[-1]
    kept = [word for word in words if word not in _ALWAYS] or words
    return " ".join(kept)


def _words(text: str) -> list[str]:
    text = _APOSTROPHES.sub("", _STOPS.sub("", _AND.sub(" ", text)))
    return letters_and_spaces(text).split()


@lru_cache(maxsize=1 << 14)
def organisation_token(name: str) -> str:
    """The key in Latin letters without spaces: across scripts, and spellings of umlauts."""
    token = "".join(filter(str.isalnum, anyascii(organisation_key(name)).lower()))
    return re.sub("[aou]e", lambda found: found[0][0], token)

"""What people write around their names: honorifics, degrees, certificates, pronouns, a status."""

import re

from coalition.people.word_set import word_set

HONORIFICS = word_set(
    # English, also as others write them
    "mr mr. mrs mrs. ms ms. miss. mx mx. dr dr. prof prof. professor sir dame rev rev. hon hon."
    " capt. col. lt. sgt. eng. ing. engr. atty."
    # German, Dutch, the north
    " herr herrn frau fräulein hr. fr. dr.-ing. dipl.-ing. dipl.-kfm. dipl.-psych. mag. mag.a"
    " dhr. dhr mevr. mevr mevrouw drs. ir. ds."
    # French, Italian, Spanish, Portuguese
    " monsieur madame mademoiselle mme mme. mlle mlle. maître dott. dott.ssa sig. sig.ra sig.na"
    " sr. sra. srta. señor señora dña. dra. dra exmo. exma."
    # Slavic, Greek, Turkish
    " pan pani inż. г-н г-жа господин госпожа д-р проф. пан пані κ. κα κος κύριος κυρία"
    # Arabic, Hebrew, Indic, Thai, Vietnamese
    " السيد السيدة الدكتور الدكتورة د. م. أ. أ.د. المهندس المهندسة الأستاذ الأستاذة"
    " מר גב' גב׳ ד\"ר ד״ר"
    " श्री श्रीमती सुश्री डॉ. डॉ shri smt. smt คุณ นาย นาง นางสาว ดร. ông bà"
)
"""Before a name, folded; not those that are also given names (Don, Miss, Ing)."""

HONORIFICS_AFTER = word_set("bey hanım hanim 様 さん さま 氏 殿 先生 님 씨 女士 小姐 san-sama")

EAST_ASIAN_AFTER = ("さん", "さま", "様", "殿", "先生", "女士", "님", "씨")
"""Said after a name without a space."""

CREDENTIALS = word_set(
    "phd dphil ma mba emba msc bsc ba bs ms meng beng med bed mphil mres md jd llb llm dba edd"
    " psyd dr mpa mph mfa bfa barch march dsc scd rn cpa ca acca aca cfa cima cgma cma frm caia"
    " pmp prince2 capm pgmp csm cspo psm safe cissp cisa cism crisc ccna ccnp itil togaf"
    " acc pcc mcc cpcc acpc ccc cppc emcc eia gpcc chrp chrl chro sphr phr gphr shrm-cp shrm-scp"
    " cipd mcipd fcipd fcca fca frsa frs fbcs mbcs ceng cipp cipm cipp/e cssbb ssbb pe pg esq kc qc"
    " obe mbe cbe kbe mp mep scrum dipl hons fellow leed ap pharmd dds dvm dnp aprn lcsw lpc cfp"
    " clu chfc ccp gphr jr sr junior senior ii iii iv"
)
"""After a name: degrees, certificates, memberships, honours; folded and without full stops."""

_LOOSE = word_set("ma ba bs ms ca ap pe pg kc qc mp md jd dr rn sr jr ii iii iv")
GENERATIONS = word_set("jr sr junior senior ii iii iv")
"""They are part of a name, wherever they stand."""

_PRONOUNS = word_set(
    "she her hers he him his they them theirs ze zir xe xem any all pronouns ella elle él ele"
    " elu ela dela sie ihr er ihn lui elle/lui iel hän hen hon han"
)
_STATUS = word_set(
    "c ext ext. external extern externe contractor contingent consultant vendor temp intern guest"
    " vacant leave loa on-leave inactive terminated retired former ooo parental maternity"
    " on maternity parental leave unverified verified 休職中 外部 派遣 在休假"
)
_MAIDEN = re.compile(r"(?i)^(?:née|nee|né|born|geb\.?|geborene?|roz\.|урожд\.|рожд\.)\s+")


def _plain(word: str) -> str:
    return word.replace(".", "").replace("®", "").replace("™", "").casefold()


def is_credential(words: str, alone: bool) -> bool:
    """Whether ``words``, what stands after a name, are letters behind it and no part of it.

    alone: whether they stand by themselves between commas, where more can be told.
    """
    parts = words.replace("/", " ").split() if alone else words.split()
    return bool(parts) and all(_is_one(part, alone) for part in parts)


def _is_one(word: str, alone: bool) -> bool:
    plain = _plain(word)
    capitals = sum(map(str.isupper, word))
    if plain in GENERATIONS:
        return alone
    if plain in CREDENTIALS:  # "Yo-Yo, Ma" is no master of arts
        return capitals > 1 and (alone or plain not in _LOOSE)
    return False


def looks_like_letters(words: str) -> bool:
    """Whether ``words`` after a comma may be a certificate we do not know: "ABCD", "X-YZ®"."""
    letters = [letter for letter in words if letter.isalpha()]
    return 2 <= len(letters) <= 12 and all(
        word.isascii() and sum(map(str.isupper, word)) >= max(2, len(word) // 2)
        for word in words.replace("®", "").replace("™", "").split()
    )


def is_remark(words: str) -> bool:
    """Whether ``words`` from parentheses tell of pronouns or a status, not of a name."""
    parts = [part for part in re.split(r"[\s/,|&]+", words.casefold()) if part]
    return all(part in _PRONOUNS or part in _STATUS for part in parts) or is_credential(words, True)


def maiden_name(words: str) -> str:
    """The name that "née Testerson" tells of, or ""."""
    found = _MAIDEN.match(words)
    return words[found.end() :].strip() if found else ""

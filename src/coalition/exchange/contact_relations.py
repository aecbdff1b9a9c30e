"""What address books call relations between people, and what of it is a tie at work.

The words are those of RFC 6350 (section 6.6.6), of Apple's, Google's and Outlook's forms, and what
people write there themselves, in the languages of Coalition's readers.
"""

import unicodedata
from dataclasses import dataclass

from coalition.model.contact import TieKind


@dataclass(frozen=True, slots=True)
class Bond:
    """A kind of tie, read from the person the entry is about to the other, or in reverse.

    about: what the source calls it, where that says more than the kind.
    """

    kind: TieKind
    reverse: bool = False
    about: str = ""


MANAGER = Bond(TieKind.REPORTS_TO)
ASSISTANT = Bond(TieKind.ASSISTS, reverse=True)
REFERRED = Bond(TieKind.KNOWS, about="referred by")

_WORDS = {
    MANAGER: "manager|boss|supervisor|line manager|reports to|vorgesetzter|vorgesetzte|chef|chefin"
    "|responsable|supérieur|superviseur|jefe|jefa|supervisora|gerente|capo|responsabile|superiore"
    "|leidinggevende|baas|chefe|gestor|gestora|上司|マネージャ|マネージャー|经理|關係經理|руководитель",
    Bond(TieKind.REPORTS_TO, reverse=True): "direct report|report|subordinate|mitarbeiter"
    "|mitarbeiterin|subordonné|subordinado|subordinada|collaboratore|ondergeschikte|部下",
    Bond(TieKind.DOTTED_LINE): "dotted line|dotted line manager|dotted-line manager",
    ASSISTANT: "assistant|agent|secretary|pa|ea|executive assistant|personal assistant|assistent"
    "|assistentin|sekretär|sekretärin|assistante|secrétaire|asistente|ayudante|secretario"
    "|secretaria|assistente|segretaria|segretario|assistente|secretaresse|secretária|アシスタント"
    "|秘書|助理|ассистент",
    Bond(TieKind.WORKS_WITH): "colleague|co-worker|coworker|kollege|kollegin|collègue|colega"
    "|compañero de trabajo|collega|同僚|同事|коллега|business partner|team mate|teammate",
    Bond(TieKind.KNOWS): "contact|acquaintance|met|knows|kontakt|bekannter|bekannte|connaissance"
    "|conocido|conocida|conoscente|kennis|conhecido|conhecida|知人",
    REFERRED: "referred by|empfohlen von|recommandé par|recomendado por|presentato da|紹介者",
    Bond(TieKind.KNOWS, about="mentor"): "mentor|coach|mentora",
}


def _plain(label: str) -> str:
    return " ".join(unicodedata.normalize("NFC", label).casefold().split())


_BONDS = {_plain(word): bond for bond, words in _WORDS.items() for word in words.split("|")}

_AT_HOME = (
    "home|house|private|personal|privat|persönlich|domicile|maison|personnel|privé|casa|hogar"
    "|particular|personale|abitazione|privato|thuis|privé|particulier|pessoal|residencial|自宅"
    "|個人|私人|住宅|家庭|домашний|личный"
)
_PRIVATE_PLACE = frozenset(_AT_HOME.split("|"))
_AT_WORK = (
    "work|business|office|arbeit|geschäftlich|büro|travail|professionnel|bureau|trabajo"
    "|oficina|lavoro|ufficio|werk|zakelijk|trabalho|comercial|escritório|職場|勤務先|会社|工作|公司"
    "|рабочий|работа"
)
_WORK_PLACE = frozenset(_AT_WORK.split("|"))


def bond_named(label: str) -> Bond | None:
    """The tie that ``label`` names; None for relatives, friends and whatever else is no work."""
    return _BONDS.get(_plain(label))


def is_private_place(label: str) -> bool:
    """Whether an address or a number under ``label`` is one at home."""
    return _plain(label) in _PRIVATE_PLACE


def is_work_place(label: str) -> bool:
    """Whether an address under ``label`` is one at work."""
    return _plain(label) in _WORK_PLACE

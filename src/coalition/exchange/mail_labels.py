"""What folders and labels of mail programs say: junk, bin, drafts, sent; in their languages.

Gmail writes the labels of a message, in its user's language, into ``X-Gmail-Labels``; other
programs have a folder or a mailbox each.
"""

import re

from coalition.exchange.mail_fields import Fields
from coalition.exchange.mail_words import decoded_words

SPAM, BIN, DRAFT, SENT = "spam", "in the bin", "drafts", "sent"
_WORDS = {
    SPAM: """spam|junk|junk e-mail|junk email|junk-e-mail|bulk mail|spamverdacht
        |courrier indésirable|indésirables|correo no deseado|posta indesiderata|lixo eletrônico
        |lixo eletrónico|ongewenste e-mail|ongewenst|迷惑メール""",
    BIN: """trash|bin|deleted items|deleted messages|deleted|papierkorb|gelöschte elemente
        |gelöschte objekte|gelöscht|corbeille|éléments supprimés|papelera|elementos eliminados
        |cestino|posta eliminata|eliminati|lixeira|lixo|itens excluídos|itens eliminados
        |prullenbak|prullenmand|verwijderde items|ゴミ箱|ごみ箱|削除済みアイテム""",
    DRAFT: """drafts|draft|entwürfe|entwurf|brouillons|brouillon|borradores|borrador|bozze|bozza
        |rascunhos|rascunho|concepten|下書き""",
    SENT: """sent|sent mail|sent items|sent messages|gesendet|gesendete elemente
        |gesendete objekte|gesendete nachrichten|envoyés|messages envoyés|éléments envoyés
        |enviados|enviado|elementos enviados|mensajes enviados|inviati|inviata|posta inviata
        |posta inviati|e-mails enviados|itens enviados|enviadas|verzonden|verzonden items
        |verzonden berichten|送信済み|送信済みメール|送信済みアイテム""",
}
_MEANING = {word.strip(): meaning for meaning, words in _WORDS.items() for word in words.split("|")}
_FLAGS = re.compile(r"[:;!]2,([A-Za-z]*)$")  # of a file in a Maildir; ":" where it may stand
_DELETED = 0x8  # Thunderbird: a message deleted, and still in its file until that is compacted


def labels_of(fields: Fields) -> set[str]:
    """Which of spam, bin, draft and sent a message is by its own header."""
    labels = decoded_words(fields.first("x-gmail-labels")).split(",")
    found = {_MEANING[word] for label in labels if (word := _folded(label)) in _MEANING}
    status = fields.first("x-mozilla-status")
    if (status and _is_deleted(status)) or "D" in fields.first("x-status"):
        found.add(BIN)
    return found


def labels_of_path(path: str) -> set[str]:
    """The same by the folders that a message or a mailbox lies in.

    ``.INBOX.Trash`` is a folder of a Maildir, ``Sent.mbox`` a mailbox or a folder with one; the
    flags D and T of a file in a Maildir are draft and bin.
    """
    flags = _FLAGS.search(path)
    found = {{"D": DRAFT, "T": BIN}.get(flag, "") for flag in (flags[1] if flags else "")} - {""}
    for part in path.replace("\\", "/").split("/"):
        for ending in (".mbox", ".sbd", ".mbx"):
            part = part.removesuffix(ending)
        if meaning := _MEANING.get(_folded(part.rpartition(".")[2])):
            found.add(meaning)
    return found


def _folded(label: str) -> str:
    return label.strip(' "').casefold()


def _is_deleted(status: str) -> bool:
    try:
        return bool(int(status[:8], 16) & _DELETED)
    except ValueError:
        return False

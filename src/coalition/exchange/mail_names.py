"""The names beside e-mail addresses: whose they are, and in which order they are written."""

import re

from coalition.model.person import Name, NameForm

# Addresses of a task and not of a person, by what stands before the "@".
_ROLES_WORDS = """
    abuse accounting accounts admin administration all all-staff allstaff announce announcements
    assistance benefits billing board booking bookings buchhaltung büro buero careers community
    compliance comptabilite contact contacto contato contabilidad customer-service
    customerservice dev developers direction empfang enquiries events everyone facilities
    facturation feedback finance group hallo hello helpdesk help hostmaster hr humanresources
    info information inquiries invoice invoices it it-support jobs kontakt kundenservice legal
    list lists mail marketing media members news newsletter office operations ops orders
    payroll people personal post poststelle press presse privacy procurement pr purchasing
    reception recruiting recruitment rechnung rh root sales sekretariat security service
    service-client services shop soporte staff support suporte team teams training
    undisclosed-recipients vendas ventas vertrieb webmaster zentrale
"""
_ROLES = frozenset(_ROLES_WORDS.split())
_AUTOMATIC = re.compile(
    r"(?:no|non|not|do[-_.]?not|dont|nie|nicht|keine?|ne[-_.]?pas|no[-_.]?responder?|nao)[-_.]?"
    r"(?:reply|replies|answer|respond|response|responder?|antworten?|antwort|repondre|rispondere)"
    r"|no[-_.]?reply|noreply|mailer[-_.]?daemon|postmaster|bounces?|auto[-_.]?(?:reply|mail\w*)"
    r"|(?:calendar[-_.])?notifications?|notify|alerts?|automail\w*|newsletters?|updates?|digest",
    re.IGNORECASE,
)
_NO_REPLY = re.compile(r"(?:^|[-_.+])(?:no|not|donot)[-_.]?reply")
_VIA = re.compile(r"^(?P<who>.+?)\s+via\s+(?P<list>.+)$")
_TAIL = re.compile(r"\s*[\[(（][^\[\]()（）]{0,100}[\])）]\s*$")
_ADDRESS = re.compile(r"[<(\[]?[^\s<>()\[\]]+@[^\s<>()\[\]]+[>)\]]?")
_NICKNAME = re.compile(r"\s*[\"“]([^\"“”]{1,40})[\"”]\s*")
_WORD = re.compile(r"[^\W\d_]+")
_PLAIN = re.compile(r"[^\W\d_](?:[^\W\d_]|[-.'’]|[\u0300-\u036f])*")
_QUOTES = "'\"‘’“”`"
# What follows a comma and is no first name: degrees, generations, forms of a firm.
_NO_FIRST_NAME_WORDS = """
    phd dphil md mba msc bsc ma ba bs ms jd llm llb cpa cfa pmp pe rn dds dvm edd esq jr sr ii iii
    iv cissp shrm icf pcc mcc acc obe mbe cbe qc kc inc ltd llc gmbh ag sa sarl bv nv plc co corp
    spa srl oy ab as he him his she her hers they them their
"""
_NO_FIRST_NAME = frozenset(_NO_FIRST_NAME_WORDS.split())


def is_automatic(address: str) -> bool:
    """Whether nobody reads what is sent to ``address``: no-reply, daemons, notifications."""
    local = address.partition("@")[0]
    for part in (local, local.partition("+")[0]):
        if _AUTOMATIC.fullmatch(part):
            return True
    return bool(_NO_REPLY.search(local))


def is_role(address: str) -> bool:
    """Whether ``address`` is that of a task or a list: board@, info@, team@."""
    local = address.partition("@")[0].partition("+")[0]
    return local in _ROLES or re.split(r"[-_.]", local)[0] in {"team", "list", "group"}


def is_personal(name: str, address: str) -> bool:
    """Whether the name beside a role's address is somebody's own: two words, none of a role."""
    words = [word.casefold() for word in _WORD.findall(name)]
    of_role = {*_ROLES, *_WORD.findall(address.partition("@")[0])}
    return len(words) >= 2 and not of_role.intersection(words)


def via(name: str) -> str:
    """Who wrote, where a list puts its own address beside ``'Name' via List``; "" elsewhere."""
    found = _VIA.match(name)
    return own_name(found["who"], "") if found else ""


def own_name(written: str, address: str) -> str:
    """The display name without quotes; "" where it only says the address again."""
    name = written.strip()
    while len(name) > 1 and name[0] in _QUOTES and name[-1] in _QUOTES:
        name = name[1:-1].strip()
    name = _ADDRESS.sub("", name).strip()
    if name == address.partition("@")[0]:
        return ""
    return name if _WORD.search(name) else ""


def natural(written: str) -> tuple[str, tuple[Name, ...]]:
    """The name as it is said, and as it was written where that differs.

    ``Last, First`` is turned round only where it clearly is that: one comma, a few words on each
    side, none of them a degree, all of them names. What stands in brackets behind it goes; what
    stands in quotes is what they are called.
    """
    bare = _NICKNAME.sub(" ", _TAIL.sub("", written) or written).strip()
    other = (Name(written, NameForm.ALSO),) if bare != written else ()
    nicknames = tuple(Name(nickname, NameForm.ALSO) for nickname in _NICKNAME.findall(written))
    last, comma, first = (part.strip() for part in bare.partition(","))
    if not comma or "," in first or not (_is_name(last, 4) and _is_name(first, 3)):
        return bare or written, (*other, *nicknames)
    filed = other or (Name(written, NameForm.SORT),)
    return f"{first} {last}", (*filed, *nicknames)


def _is_name(text: str, most_words: int) -> bool:
    words = text.split()
    return 0 < len(words) <= most_words and all(map(_is_word_of_name, words))


def _is_word_of_name(word: str) -> bool:
    letters = "".join(_WORD.findall(word))
    plain = bool(_PLAIN.fullmatch(word))
    return plain and letters.casefold() not in _NO_FIRST_NAME

"""Addresses that identify a person: of a profile, of a mailbox; and those that do not."""

import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote

from coalition.people.word_set import word_set

_ROLES = word_set(
    "info contact contacts hello hi hallo kontakt contacto contatto office buero sekretariat"
    " secretary secretariat reception empfang accueil front-desk frontdesk desk admin"
    " administrator administration root webmaster hostmaster postmaster abuse noc security"
    " support help helpdesk service services customerservice kundenservice care feedback"
    " hr people personal rh jobs job careers career recruiting recruitment talent bewerbung"
    " board vorstand ceo cfo coo cto cio cmo chro cno cpo ciso chair chairman president director"
    " sales vertrieb ventes marketing press presse media pr news newsletter events"
    " finance accounting accounts billing invoice invoices rechnung payroll ap ar legal privacy"
    " dpo datenschutz compliance procurement purchasing einkauf it team all everyone staff"
    " noreply no-reply donotreply do-not-reply notifications notification mailer-daemon mailer"
    " bounce bounces list lists group room meeting calendar bot system alerts"
    " inquiries enquiries orders bookings booking mail email post"
)
_PUBLIC = word_set(
    "gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.co.uk"
    " yahoo.co.jp ymail.com icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.at gmx.ch web.de"
    " t-online.de freenet.de mail.ru yandex.ru yandex.com bk.ru list.ru inbox.ru qq.com 163.com"
    " 126.com sina.com naver.com daum.net hanmail.net proton.me protonmail.com pm.me posteo.de"
    " mailbox.org fastmail.com zoho.com orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it"
    " virgilio.it wp.pl o2.pl onet.pl interia.pl seznam.cz rediffmail.com docomo.ne.jp"
    " btinternet.com comcast.net verizon.net"
)

# Where the address of a page says whose it is: the host, and the path that names the person.
_NETWORKS = (
    ("linkedin.com", re.compile(r"/(?:in|pub)/([^/]+(?:(?:/[0-9a-f]{1,3}){3})?)")),
    ("xing.com", re.compile(r"/profile/([^/]+)")),
    ("github.com", re.compile(r"/([^/]+)$")),
    ("gitlab.com", re.compile(r"/([^/]+)$")),
    ("orcid.org", re.compile(r"/(\d{4}-\d{4}-\d{4}-\d{3}[\dxX])")),
    ("openalex.org", re.compile(r"/(?:authors/)?(a\d+)", re.IGNORECASE)),
    ("stackoverflow.com", re.compile(r"/users/(\d+)")),
    ("twitter.com", re.compile(r"/@?([^/]+)$")),
    ("x.com", re.compile(r"/@?([^/]+)$")),
    ("researchgate.net", re.compile(r"/profile/([^/]+)")),
    ("medium.com", re.compile(r"/@([^/]+)$")),
)
_SAME_NETWORK = {"x.com": "twitter.com"}
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:/*", re.IGNORECASE)


@lru_cache(maxsize=1 << 12)
def profile_key(address: str) -> str:
    """What identifies somebody in the address of their profile: "linkedin.com/in/x", or "".

    Scheme, country ("de.linkedin.com"), case, percent-encoding and what follows do not count.
    Pages of unknown sites say nothing: they may be a firm's.
    """
    path = _SCHEME.sub("", address[:500].strip()).split("?", 1)[0].split("#", 1)[0]
    path = unicodedata.normalize("NFC", unquote(path)).casefold()
    host, _, rest = path.partition("/")
    for network, pattern in _NETWORKS:
        if host == network or host.endswith("." + network):
            found = pattern.match("/" + rest.rstrip("/"))
            where = _SAME_NETWORK.get(network, network)
            way = "in/" if network == "linkedin.com" else ""
            return f"{where}/{way}{found[1]}" if found else ""
    return ""


def network(key: str) -> str:
    """The site of a profile's key: two keys of one site are two people's, or one's old one."""
    return key.partition("/")[0]


def email_key(address: str) -> str:
    """``address`` of one person, lower case, without a "+tag"; "" for a desk's and for no address.

    The addresses of reception@, board@, hr@, ceo@ outlive who sits there.
    """
    local, at, domain = address.strip().casefold().rpartition("@")
    local = local.partition("+")[0]
    if not at or not local or "." not in domain or " " in local or is_role(local):
        return ""
    return f"{local}@{domain}"


def is_role(local: str) -> bool:
    """Whether what stands before the "@" names a desk and not a person."""
    plain = local.strip(".-_0123456789")
    return not plain or any(
        part in _ROLES for part in (plain, plain.replace(".", "-"), plain.split("-")[0])
    )


def firm_domain(address: str) -> str:
    """The domain of an address at work, "" for a mailbox that anybody can have."""
    domain = address.strip().casefold().rpartition("@")[2]
    return "" if domain in _PUBLIC or "." not in domain or "@" not in address else domain

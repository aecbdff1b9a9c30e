"""People as LinkedIn names them: what is written, and what identifies them across files."""

import unicodedata


def full_name(first: str, last: str) -> str:
    """The name as it is written, credentials and pronouns included."""
    return f"{first} {last}".strip()


def profile_slug(url: str) -> str:
    """What identifies a person in the address of their profile, or "".

    ``www.linkedin.com/in/%C5%82ukasz-s/`` and ``https://de.linkedin.com/in/Łukasz-s?x=1`` are the
    same person: the slug is percent-decoded, case-folded and composed (NFC).
    """
    from urllib.parse import unquote

    path = url.split("?", 1)[0].split("#", 1)[0].strip()
    for mark in ("/in/", "/pub/"):
        before, found, slug = path.partition(mark)
        if found and "linkedin." in before.casefold():
            slug = slug.strip("/") if mark == "/pub/" else slug.strip("/").split("/")[0]
            return unicodedata.normalize("NFC", unquote(slug)).casefold()
    return ""


def profile_address(url: str) -> str:
    """The address of a LinkedIn profile in one form, or ""."""
    slug = profile_slug(url)
    return f"https://www.linkedin.com/in/{slug}" if slug else ""


def person_key(name: str, url: str) -> str:
    """The profile's slug, else the folded name: equal for the same person in two files."""
    return profile_slug(url) or folded_name(name)


def folded_name(name: str) -> str:
    """``name`` without regard to case, composition and doubled space."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())

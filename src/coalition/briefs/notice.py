"""What a person is to be told when facts about them are kept that others gave.

Its points are those of Article 14 (and 13) of the General Data Protection Regulation (EU)
2016/679: who keeps what, why, from where, for how long, who sees it, and what they may ask for.
"""

import re
from collections.abc import Iterator
from datetime import date

from coalition.briefs.sections import sections
from coalition.model.held import Held, SourceKind, Summary

_HOST = re.compile(r"://(?:[^/]*@)?([\w.-]+)")

_PURPOSE = (
    "To prepare for talks and to keep in touch with the people I work with. Only facts about work "
    "are kept."
)
_LAW = (
    "My legitimate interest in working well with colleagues (Article 6(1)(f)). Where I keep this "
    "for an employer, theirs: ask me which applies."
)
_SEEN = "I do. {where} Nothing is decided by a machine, and nobody is scored or ranked."
_IN_A_FILE = "It is in a file of mine; the program that I keep it with sends it nowhere."
_IN_A_DATABASE = (
    "It is in a database{host}; whoever runs that may be able to see it too: ask me who does."
)
_KEPT = (
    "Until it is no longer needed for that, and at the latest until you ask me to erase it. Copies "
    "that I made of it before (backups) hold it until I delete them: ask me whether I have."
)
_RIGHTS = (
    "You may see all of it, have it put right, have it erased or restricted, take it with you, and "
    "object to it being kept: tell me, and I do it at once. If you think that it is kept "
    "unlawfully you may complain to the data protection authority where you live or work."
)


def notice(held: Held, keeper: Summary | None, today: date, place: str = "") -> str:
    """The text, in plain words, ready to be sent.

    keeper: the user, where it is known who they are. place: where the workbook is: a file's path,
    or a database's address.
    """
    return "\n\n".join(_parts(held, keeper, today, place)) + "\n"


def _parts(held: Held, keeper: Summary | None, today: date, place: str) -> Iterator[str]:
    yield f"What I keep about your work, {held.summary.name}"
    yield f"{today.isoformat()}"
    yield f"Who keeps it. {_keeper(keeper)}"
    yield f"Why. {_PURPOSE}"
    yield f"On what ground. {_LAW}"
    yield f"What. {_what(held)}"
    yield f"From where.\n{_from_where(held)}"
    yield f"Who sees it. {_SEEN.format(where=_where(place))}"
    yield f"For how long. {_KEPT}"
    yield f"What you may ask for. {_RIGHTS}"


def _where(place: str) -> str:
    """Where it is kept, without what of an address is secret."""
    if "://" not in place:
        return _IN_A_FILE
    host = _HOST.search(place)
    return _IN_A_DATABASE.format(host=f" on {host[1]}" if host else "")


def _keeper(keeper: Summary | None) -> str:
    if keeper is None:
        return "I do: [your name and how to reach you]."
    reach = keeper.email or "[how to reach you]"
    return f"{keeper.name}, {reach}."


def _what(held: Held) -> str:
    kinds: dict[str, int] = {}
    for fact in held.facts:
        kinds[str(fact.field)] = kinds.get(str(fact.field), 0) + 1
    told = list(kinds)
    told += [
        f"{len(section.lines)} {section.title.lower()}"
        for section in sections(held)
        if section.title != "Facts"
    ]
    return f"{', '.join(told)}. The page beside this text has all of it, word for word."


def _from_where(held: Held) -> str:
    origins = {line.origin for section in sections(held) for line in section.lines if line.origin}
    names = {
        (
            "my own words"
            if origin.kind is SourceKind.TYPED
            else f"the file {origin.name}, read on {origin.at.date().isoformat()}"
        )
        for origin in origins
    }
    return "\n".join(f"- {name}" for name in sorted(names)) or "- nothing is held"

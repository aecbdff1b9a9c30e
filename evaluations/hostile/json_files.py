"""JSON of every program: wrong types at every level, depth, numbers, keys; chats."""

import json
from collections.abc import Iterator
from typing import Any

from hostile.case import Case, any_end, good
from hostile.forms import GOOD_ROWS, kumu, monica, monica_contact, resume, scim, slack

_WRONG: tuple[Any, ...] = (
    None, True, -1, 1.5, 10**400, "x", "", [], {}, [[]], [None], {"": None}, [1, "a", {}],
    {"a": {"b": [{}]}},
)  # fmt: skip


def openalex() -> str:
    return json.dumps({"id": "https://openalex.org/A1", "display_name": "Ada Goodrow", "works_count": 9,
                       "topics": [{"display_name": "Coaching", "count": 5}]})  # fmt: skip


def orcid() -> str:
    return json.dumps({"orcid-identifier": {"path": "0000-0000-0000-0001"},
                       "person": {"name": {"given-names": {"value": "Ada"}, "family-name": {"value": "Goodrow"}},
                                  "keywords": {"keyword": [{"content": "Coaching"}]}}})  # fmt: skip


def stack() -> str:
    return json.dumps({"items": [{"tag_name": "coaching", "answer_count": 5, "answer_score": 9,
                                  "question_count": 1, "question_score": 2, "user_id": 1}]})  # fmt: skip


def github() -> str:
    return json.dumps([{"name": "repo", "full_name": "x/repo", "language": "Python", "fork": False,
                        "topics": ["coaching"], "owner": {"login": "x"}}])  # fmt: skip


_FILES = {
    "scim": ("users.json", scim(GOOD_ROWS)),
    "kumu": ("map.json", kumu(GOOD_ROWS)),
    "monica": ("monica.json", monica(GOOD_ROWS)),
    "json-resume": ("resume.json", resume(GOOD_ROWS)),
    "openalex": ("author.json", openalex()),
    "orcid": ("record.json", orcid()),
    "stack-exchange": ("tags.json", stack()),
    "github": ("repos.json", github()),
    "tag-json": ("tags.json", '[["Coaching", 12], ["Law", 5]]'),
}
_OF = ("--of", "Ada Goodrow")


def cases() -> Iterator[Case]:
    """Of every format that is JSON."""
    for family, (name, text) in _FILES.items():
        yield from _wrong_types(family, name, text)
        yield from _syntax(family, name, text)
    yield from _partly_good()
    yield from _slack()


def _wrong_types(family: str, name: str, text: str) -> Iterator[Case]:
    """One member after the other replaced: those of a level in one file, by each wrong value."""
    for at, wrong in enumerate(_WRONG):
        value = json.loads(text)
        paths = list(_paths(value))
        hostile = [_replaced(value, path, wrong) for path in paths]
        # Each in turn, as many files in one case: a folder cannot be read, so the whole is a line each.
        picked = hostile[at % max(1, len(hostile)) :: len(_WRONG)][:1]
        for content in picked:
            yield Case(
                family, name, f"{str(wrong)[:20]!r} in one place", _dumped(content), options=_OF
            )
    every = json.loads(text)
    yield Case(family, name, "every text a number", _dumped(_mapped(every, str, 7)), options=_OF)
    yield Case(family, name, "every text a list", _dumped(_mapped(every, str, ["x"])), options=_OF)
    yield Case(family, name, "every number a text", _dumped(_mapped(every, int, "x")), options=_OF)
    yield Case(
        family,
        name,
        "every text very long",
        _dumped(_mapped(every, str, "x" * 100_000)),
        options=_OF,
    )


def _syntax(family: str, name: str, text: str) -> Iterator[Case]:
    first = text.index(":") if ":" in text else 2
    for what, hostile in (
        ("100,000 levels deep", text.replace(":", ': [{"a":' * 100_000, 1)),
        (
            "lists 100,000 deep in a member",
            text[:-1] + ', "z": ' + "[" * 100_000 + "]" * 100_000 + text[-1],
        ),
        (
            "900 levels deep",
            text[:-1] + (', "z": ' if text[-1] == "}" else ", ") + "[" * 900 + "]" * 900 + text[-1],
        ),
        ("numbers that are none", text.replace("1", "NaN").replace("2", "-Infinity")),
        (
            "numbers of 100,000 digits",
            text[:-1] + (', "z": ' if text[-1] == "}" else ", ") + "9" * 100_000 + text[-1],
        ),
        (
            "numbers beyond all",
            text[:-1] + (', "z": ' if text[-1] == "}" else ", ") + "1e999999" + text[-1],
        ),
        ("keys twice", text[:first] + ": 1, " + text[1:] if text[0] == "{" else text),
        (
            "lone surrogates",
            text.replace("Ada", "Ada\\ud800").replace("oaching", "oaching\\udfff\\u0000"),
        ),
        ("comments and commas", "// x\n" + text[:-1] + "," + text[-1]),
        ("cut in the middle", text[: len(text) * 2 // 3]),
        ("the same behind it", text + "\n" + text),
        (
            "300,000 keys",
            text[:-1] + "," + ",".join(f'"k{at}": {at}' for at in range(300_000)) + "}"
            if text[-1] == "}"
            else text[:-1] + ',"x"' * 300_000 + "]",
        ),
    ):
        yield Case(family, name, what, hostile.encode("utf-8", "surrogatepass"), options=_OF)


def _paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    members = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, inner in members:
        yield from _paths(inner, (*path, key))


def _replaced(value: Any, path: tuple[Any, ...], by: Any) -> Any:
    if not path:
        return by
    copied = value.copy()
    copied[path[0]] = _replaced(value[path[0]], path[1:], by)
    return copied


def _mapped(value: Any, kind: type, by: Any) -> Any:
    if isinstance(value, dict):
        return {key: _mapped(inner, kind, by) for key, inner in value.items()}
    if isinstance(value, list):
        return [_mapped(inner, kind, by) for inner in value]
    return by if isinstance(value, kind) and not isinstance(value, bool) else value


def _dumped(value: Any) -> bytes:
    import sys

    sys.set_int_max_str_digits(0)
    return json.dumps(value).encode()


def _partly_good() -> Iterator[Case]:
    """Records of the wrong shape between good ones."""
    value = json.loads(scim(GOOD_ROWS))
    value["Resources"][1:1] = [
        *_WRONG,
        {"id": {}, "userName": []},
        {"userName": "c", "emails": "x", "name": 7, "active": "maybe"},
    ]
    yield good("scim", "users.json", "wrong records between", json.dumps(value))
    value = json.loads(scim(GOOD_ROWS))
    for user in value["Resources"]:
        user["urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"] = {
            "manager": {"value": user["id"]}
        }
    yield good("scim", "users.json", "everybody their own manager", json.dumps(value))
    value = json.loads(kumu(GOOD_ROWS))
    value["elements"][1:1] = _WRONG
    value["connections"][:0] = [
        *_WRONG,
        {"from": "e0", "to": "nope"},
        {"from": "e0", "to": "e0"},
        {"from": [], "to": {}},
    ]
    yield good("kumu", "map.json", "wrong records between", json.dumps(value))
    value = json.loads(monica(GOOD_ROWS))
    contacts = value["account"]["data"][0]["values"]
    cai = monica_contact(9, ("Cai Wrong", "c@example.com", "x", "9999-99-99"))
    contacts[1:1] = [
        *_WRONG,
        cai,
        {**cai, "data": [None, 7, {"type": "note", "values": _WRONG}]},
        {"uuid": [], "properties": "x", "data": {}},
    ]
    yield good("monica", "monica.json", "wrong records between", json.dumps(value))


def _slack() -> Iterator[Case]:
    files = slack(GOOD_ROWS)
    said = "slack-export", "export"
    day = "team/2026-03-02.json"

    def told(*messages: Any) -> dict[str, bytes]:
        content = json.loads(files[day])
        return {**files, day: json.dumps([content[0], *messages, *content[1:]]).encode()}

    yield good(*said, "wrong messages between", told(*_WRONG))
    wrong_times = ("", "x", "NaN", "1e999", "-1", "9" * 400, 7, None, [], "99999999999.1", "0")
    yield good(
        *said,
        "times that are none",
        told(*({"type": "message", "user": "U0", "text": "<@U1>", "ts": ts} for ts in wrong_times)),
        1,
    )
    yield good(
        *said,
        "who speaks is nobody",
        told(
            *(
                {"type": "message", "user": user, "text": "<@U1> <@Uxx>", "ts": "1772441000.1"}
                for user in ("", "Uzz", None, 7, [], "U" * 100_000)
            )
        ),
        1,
    )
    yield good(
        *said,
        "a text that names 100,000",
        told(
            {
                "type": "message",
                "user": "U0",
                "text": "<@U1>" * 100_000 + "<@",
                "ts": "1772441000.1",
            }
        ),
        1,
    )
    yield good(
        *said,
        "answers and reactions of wrong types",
        told(
            {
                "type": "message",
                "user": "U0",
                "text": [],
                "ts": "1772441000.1",
                "replies": 7,
                "reactions": [None, {"users": "x"}],
                "thread_ts": [],
            }
        ),
        1,
    )
    yield any_end(
        *said, "no users.json", {name: it for name, it in files.items() if name != "users.json"}
    )
    yield any_end(
        *said,
        "no channels.json",
        {name: it for name, it in files.items() if name != "channels.json"},
    )
    for name in files:
        yield any_end(*said, f"{name} is damaged", {**files, name: files[name][:-9]})
        yield any_end(*said, f"{name} is another thing", {**files, name: b'{"a": [1]}'})
        yield any_end(*said, f"{name} is 100,000 deep", {**files, name: b"[" * 100_000})
        yield any_end(
            *said,
            f"{name} has texts in place of all",
            {**files, name: json.dumps(_mapped(json.loads(files[name]), object, "x")).encode()},
        )
    users = json.loads(files["users.json"])
    yield good(
        *said,
        "wrong users between",
        {
            **files,
            "users.json": json.dumps(
                [*_WRONG, *users, {"id": "U0", "name": "twice"}, {"id": [], "profile": 7}]
            ).encode(),
        },
        1,
    )
    yield good(
        *said,
        "days that are none",
        {
            **files,
            "team/9999-99-99.json": b"[]",
            "team/x.json": b"[1]",
            "../x/2026-03-02.json".removeprefix("../"): b"{}",
        },
        1,
    )

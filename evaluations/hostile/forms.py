"""One ordinary file of each format, made from rows: what the hostile ones are made from."""

import csv
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from hostile.case import GOOD

Row = tuple[str, str, str, str]
"""A name, an address, a text, a day."""

GOOD_ROWS: tuple[Row, ...] = (
    (GOOD[0], "ada@example.com", "HR Partner", "2026-03-02"),
    (GOOD[1], "bea@example.com", "Head of Sales", "2026-03-03"),
)


@dataclass(frozen=True, slots=True)
class Form:
    """A format: how its file is called, what is made of rows, and whether its lines stand alone."""

    family: str
    name: str
    make: Callable[[Sequence[Row]], str]
    touches: int = 0
    names_kept: bool = True


def csv_of(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A comma-separated table."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def _parts(name: str) -> tuple[str, str]:
    first, _, last = name.partition(" ")
    return first, last


def _slug(at: int, address: str) -> str:
    return f"https://www.linkedin.com/in/{address.partition('@')[0] or 'x'}-{at}"


def connections(rows: Sequence[Row]) -> str:
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On".split(",")
    cells = [
        [*_parts(name), _slug(at, mail), mail, "Brook Ltd", text, day]
        for at, (name, mail, text, day) in enumerate(rows)
    ]
    return 'Notes:\n"When exporting, ..."\n\n' + csv_of(header, cells)


def messages(rows: Sequence[Row]) -> str:
    header = (
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
        "DATE,SUBJECT,CONTENT,FOLDER"
    ).split(",")
    me = "https://www.linkedin.com/in/me-me"
    cells = [
        [
            f"c{at}",
            "",
            name,
            _slug(at, mail),
            "Me Myself",
            me,
            f"{day} 10:00:00 UTC",
            text,
            "x",
            "INBOX",
        ]  # fmt: skip
        for at, (name, mail, text, day) in enumerate(rows)
    ]
    return csv_of(header, cells)


def endorsements(rows: Sequence[Row]) -> str:
    header = (
        "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,"
        "Endorsement Status"
    ).split(",")
    cells = [
        [f"{day} 15:15:15 UTC".replace("-", "/"), text, *_parts(name), _slug(at, mail), "ACCEPTED"]
        for at, (name, mail, text, day) in enumerate(rows)
    ]
    return csv_of(header, cells)


def google(rows: Sequence[Row]) -> str:
    header = (
        "First Name,Middle Name,Last Name,Organization Name,Organization Title,Notes,Labels,"
        "E-mail 1 - Label,E-mail 1 - Value"
    ).split(",")
    cells = [
        [_parts(name)[0], "", _parts(name)[1], "Brook Ltd", text, day, "* myContacts", "Work", mail]
        for name, mail, text, day in rows
    ]
    return csv_of(header, cells)


def outlook(rows: Sequence[Row]) -> str:
    header = (
        "First Name,Middle Name,Last Name,Company,Department,Job Title,E-mail Address,"
        "E-mail Type,Notes"
    ).split(",")
    cells = [
        [_parts(name)[0], "", _parts(name)[1], "Brook Ltd", "HR", text, mail, "SMTP", day]
        for name, mail, text, day in rows
    ]
    return csv_of(header, cells)


def org_chart(rows: Sequence[Row]) -> str:
    header = "Employee ID,Name,Work Email,Title,Department,Manager ID,Hire Date".split(",")
    cells = [
        [f"E{at}", name, mail, text, "HR", f"E{at - 1}" if at else "", day]
        for at, (name, mail, text, day) in enumerate(rows)
    ]
    return csv_of(header, cells)


def table(rows: Sequence[Row]) -> str:
    header = "Name,E-mail,Title,Company,Skills,Last contact,Notes".split(",")
    cells = [[name, mail, text, "Brook Ltd", text, day, text] for name, mail, text, day in rows]
    return csv_of(header, cells)


def edges(rows: Sequence[Row]) -> str:
    names = [name for name, _, _, _ in rows]
    cells = [
        [name, names[(at + 1) % len(names)], row[2], "1"]
        for at, (name, row) in enumerate(zip(names, rows, strict=True))
    ]
    return csv_of(["From", "To", "Type", "Weight"], cells)


def vcard(rows: Sequence[Row]) -> str:
    def written(text: str) -> str:
        for sign, escaped in (("\\", "\\\\"), ("\n", "\\n"), (",", "\\,"), (";", "\\;")):
            text = text.replace(sign, escaped)
        return text

    return "".join(
        f"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:{written(name)}\r\nEMAIL:{written(mail)}\r\n"
        f"TITLE:{written(text)}\r\nREV:{day}\r\nNOTE:{written(text)}\r\nORG:Brook Ltd\r\n"
        "END:VCARD\r\n"
        for name, mail, text, day in rows
    )


def calendar(rows: Sequence[Row]) -> str:
    def quoted(name: str) -> str:
        return '"' + name.replace('"', "'").replace("\n", " ").replace("\r", " ") + '"'

    events = "".join(
        f"BEGIN:VEVENT\r\nUID:{at}@example.com\r\nDTSTAMP:20260101T000000Z\r\n"
        f"DTSTART:{day.replace('-', '') if len(day) == 10 else day}T100000Z\r\n"
        f"SUMMARY:{text}\r\nORGANIZER;CN=Me:mailto:me@example.com\r\n"
        f"ATTENDEE;CN={quoted(name)}:mailto:{mail}\r\nEND:VEVENT\r\n"
        for at, (name, mail, text, day) in enumerate(rows)
    )
    head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\n"
    return head + events + "END:VCALENDAR\r\n"


def message(row: Row, at: int = 0) -> str:
    name, mail, text, day = row
    shown = name.replace("\\", "\\\\").replace('"', '\\"')
    sent = {"2026-03-02": "Mon, 2 Mar 2026 10:00:00 +0100",
            "2026-03-03": "Tue, 3 Mar 2026 10:00:00 +0100"}.get(day, day)  # fmt: skip
    return (
        f'From: "{shown}" <{mail}>\nTo: Me <me@example.com>\nDate: {sent}\n'
        f"Message-ID: <{at}@example.com>\nSubject: {text}\n\nHello.\n"
    )


def mbox(rows: Sequence[Row]) -> str:
    return "".join(
        f"From {at}@xxx Mon Mar 02 10:00:00 +0000 2026\n{message(row, at)}\n"
        for at, row in enumerate(rows)
    )


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=True)


def scim(rows: Sequence[Row]) -> str:
    return _json(
        {
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
            "totalResults": len(rows),
            "Resources": [
                {
                    "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
                    "id": f"u{at}",
                    "userName": mail,
                    "displayName": name,
                    "title": text,
                    "active": True,
                    "emails": [{"value": mail, "type": "work"}],
                    "meta": {"lastModified": day},
                }
                for at, (name, mail, text, day) in enumerate(rows)
            ],
        }
    )


def kumu(rows: Sequence[Row]) -> str:
    return _json(
        {
            "elements": [
                {
                    "_id": f"e{at}",
                    "label": name,
                    "type": "Person",
                    "email": mail,
                    "description": text,
                    "tags": [text],
                }  # fmt: skip
                for at, (name, mail, text, _) in enumerate(rows)
            ],
            "connections": [
                {"_id": f"c{at}", "from": f"e{at}", "to": f"e{at - 1}", "type": "Reports to"}
                for at in range(1, len(rows))
            ],
        }
    )


def monica_contact(at: int, row: Row) -> dict[str, Any]:
    name, mail, text, day = row
    first, last = _parts(name)
    return {
        "uuid": f"c{at}",
        "properties": {"first_name": first, "last_name": last, "job": text, "company": "Brook Ltd"},
        "data": [
            {"count": 1, "type": "note", "values": [
                {"uuid": f"n{at}", "created_at": f"{day}T10:00:00Z",
                 "properties": {"body": text, "is_favorited": False}}]},
            {"count": 1, "type": "contact_field", "values": [
                {"uuid": f"f{at}", "properties": {"type": "email", "data": mail}}]},
        ],
    }  # fmt: skip


def monica(rows: Sequence[Row]) -> str:
    contacts = [monica_contact(at, row) for at, row in enumerate(rows)]
    return _json(
        {
            "version": "1.0-preview.1",
            "app_version": "4.0.0",
            "export_date": "2026-03-10T10:00:00Z",
            "account": {
                "uuid": "a",
                "data": [{"count": len(rows), "type": "contact", "values": contacts}],
                "properties": [],
                "instance": [],
            },
        }
    )


def resume(rows: Sequence[Row]) -> str:
    name, mail, _, _ = rows[0]
    return _json(
        {
            "$schema": "https://example.com/schema.json",
            "basics": {"name": name, "email": mail, "label": "HR Partner"},
            "work": [
                {"name": "Brook Ltd", "position": text, "startDate": day}
                for _, _, text, day in rows
            ],
            "skills": [{"name": text or "x", "keywords": [text]} for _, _, text, _ in rows],
        }
    )


def graphml(rows: Sequence[Row]) -> str:
    nodes = "".join(
        f'<node id="n{at}"><data key="d0">{_xml(name)}</data><data key="d1">{_xml(mail)}</data>'
        f'<data key="d2">{_xml(text)}</data></node>'
        for at, (name, mail, text, _) in enumerate(rows)
    )
    ties = "".join(f'<edge source="n{at - 1}" target="n{at}"/>' for at in range(1, len(rows)))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
        '<key id="d0" for="node" attr.name="label" attr.type="string"/>'
        '<key id="d1" for="node" attr.name="email" attr.type="string"/>'
        '<key id="d2" for="node" attr.name="title" attr.type="string"/>'
        f'<graph edgedefault="directed">{nodes}{ties}</graph></graphml>'
    )


def gexf(rows: Sequence[Row]) -> str:
    nodes = "".join(
        f'<node id="n{at}" label={quoteattr(_clean(name))}/>' for at, (name, *_) in enumerate(rows)
    )
    ties = "".join(
        f'<edge id="e{at}" source="n{at - 1}" target="n{at}"/>' for at in range(1, len(rows))
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">'
        f'<graph defaultedgetype="directed"><nodes>{nodes}</nodes><edges>{ties}</edges></graph></gexf>'
    )


def _xml(text: str) -> str:
    return escape(_clean(text))


def _clean(text: str) -> str:
    """Without what XML forbids."""
    return "".join(c for c in text if c in "\t\n\r" or (c >= " " and not "\ud800" <= c <= "\udfff"
                                                        and c not in "\ufffe\uffff"))  # fmt: skip


def slack(rows: Sequence[Row]) -> dict[str, bytes]:
    """The files of an export."""
    users = [
        {
            "id": f"U{at}",
            "name": f"user{at}",
            "real_name": name,
            "deleted": False,
            "profile": {"real_name": name, "email": mail, "title": text},
        }  # fmt: skip
        for at, (name, mail, text, _) in enumerate(rows)
    ]
    said = [
        {
            "type": "message",
            "user": f"U{at}",
            "text": f"<@U0> {row[2]}",
            "ts": f"177244{at:04d}.0001",
        }
        for at, row in enumerate(rows)
    ]
    members = [user["id"] for user in users]
    return {
        "users.json": _json(users).encode(),
        "channels.json": _json([{"id": "C1", "name": "team", "members": members}]).encode(),
        "team/2026-03-02.json": _json(said).encode(),
    }


FORMS = (
    Form("linkedin-csv", "Connections.csv", connections),
    Form("linkedin-csv", "messages.csv", messages, touches=2),
    Form("google-contacts", "contacts.csv", google),
    Form("outlook-contacts", "outlook.csv", outlook),
    Form("org-chart", "chart.csv", org_chart),
    Form("table", "people.csv", table, touches=2),
    Form("edge-list", "ties.csv", edges),
    Form("vcard", "cards.vcf", vcard),
    Form("icalendar", "meetings.ics", calendar, touches=2),
    Form("mbox", "mail.mbox", mbox, touches=2),
    Form("scim", "users.json", scim),
    Form("kumu", "map.json", kumu),
    Form("monica", "monica.json", monica),
    Form("graphml", "net.graphml", graphml),
    Form("gexf", "net.gexf", gexf),
)

"""SCIM: the users of a directory, as an identity provider answers (RFC 7643 and 7644).

A ListResponse, a single User or a list of Users, with the enterprise extension; the names of
SCIM 1.1 are known too. Entra, Okta, Google and most others speak it. Groups are passed over.
"""

import re
from collections.abc import Iterator

from coalition.errors import UnknownFormat
from coalition.exchange.json_text import items, json_of, member, text
from coalition.exchange.material import Document
from coalition.exchange.reader import Match, Progress, silent
from coalition.model.reading import Reading

_SCHEMA = re.compile(r"urn:(ietf:params:)?scim:", re.IGNORECASE)
_LOOKED_AT = 20


class ScimReader:
    """Reads people, their roles and units, and who reports to whom."""

    name = "scim"
    title = "SCIM users of a directory (RFC 7643: Entra, Okta and others, answers as JSON)"
    advice = "it has users' fields, and no user with a name in it"

    def recognise(self, material: Document) -> Match:
        """Sure of resources whose schemas are SCIM's."""
        value = json_of(material)
        if _is_scim(value):
            return Match.SURE
        resources = list(_resources(value))[:_LOOKED_AT]
        return Match.SURE if any(map(_is_scim, resources)) else Match.NO

    def read(self, material: Document, progress: Progress = silent) -> Reading:
        """Every user, with ties to their managers; what is unsure of those is a problem.

        Raises UnknownFormat where there is no SCIM resource.
        """
        if self.recognise(material) is Match.NO:
            raise UnknownFormat(f"{material.name} holds no users as SCIM gives them.")
        from coalition.exchange.scim_users import read_users

        resources = list(_resources(json_of(material)))
        return read_users(self.name, material.name, resources, progress)


def _resources(value: object) -> Iterator[object]:
    """The resources of a response, of a list of responses or resources, or the one there is."""
    for part in value if isinstance(value, list) else [value]:
        listed = [key for key in ("Resources", "resources") if isinstance(member(part, key), list)]
        if listed:
            yield from items(part, listed[0])
        else:
            yield part


def _is_scim(value: object) -> bool:
    schemas = [schema for schema in items(value, "schemas") if isinstance(schema, str)]
    return any(_SCHEMA.match(schema) and "api:messages:2.0:Error" not in schema
               for schema in (*schemas, text(value, "schemas")))  # fmt: skip


READER = ScimReader()

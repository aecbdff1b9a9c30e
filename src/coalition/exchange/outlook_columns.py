"""Where things stand in Outlook's table of contacts, and what a row of it says."""

import re
from collections.abc import Iterator, Sequence

from coalition.exchange.address_book import Relation
from coalition.exchange.contact_names import mail_address, mail_address_within
from coalition.exchange.contact_relations import ASSISTANT, MANAGER, REFERRED
from coalition.exchange.contact_rows import Fields, cell, text_cell
from coalition.exchange.outlook_header import roles_of
from coalition.exchange.passed_over import PassedOver

_RELATIONS = (("manager", MANAGER), ("assistant", ASSISTANT), ("referred", REFERRED))
_BETWEEN = re.compile(r"\s*[;,]\s*")


class Columns:
    """The places of the columns; ``used`` are those that are read."""

    def __init__(self, header: Sequence[str]) -> None:
        self._places = roles_of(list(header))
        self.used = set(self._places.values())

    def fields(self, line: int, cells: Sequence[str], passed: PassedOver) -> Fields:
        """What one row says."""

        def one(role: str) -> str:
            return cell(cells, self._places.get(role))

        return Fields(
            line,
            one("given"),
            one("middle"),
            one("family"),
            one("before"),
            one("after"),
            "",
            (one("given said"), "", one("family said")),
            one("filed"),
            one("nickname"),
            tuple(dict.fromkeys(filter(None, self._emails(cells)))),
            (one("page"),),
            one("organisation"),
            one("unit"),
            one("title") or one("profession"),
            ", ".join(filter(None, (one("city"), one("country")))),
            tuple(filter(None, _BETWEEN.split(one("language")))),
            text_cell(cells, self._places.get("note")),
            tuple(Relation(bond, other, line) for role, bond in _RELATIONS if (other := one(role))),
        )

    def _emails(self, cells: Sequence[str]) -> Iterator[str]:
        """The addresses; of somebody in the same organisation the cell has an X.500 name, and the
        address, if any, stands in what is shown: "Ada Lee (ada@example.org)".
        """
        for number in (1, 2, 3):
            address = mail_address(cell(cells, self._places.get(f"mail {number}")))
            yield address or mail_address_within(
                cell(cells, self._places.get(f"mail name {number}"))
            )

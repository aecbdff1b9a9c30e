"""Texts sealed one by one, where the database cannot be encrypted as a whole (PostgreSQL).

Every workspace has a key of its own, stored wrapped under the master key that the environment gives
(:data:`coalition.settings.KEY`). Both are AES-256-GCM (NIST SP 800-38D).
"""

import base64
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coalition.errors import WorkbookError

if TYPE_CHECKING:
    from coalition.workbook.models import Workspace

_MARK = "sealed:"
_NONCE = 12
_TAG = 16


@dataclass(frozen=True, slots=True)
class Cipher:
    """Seals texts with a key of 32 bytes; ``about`` is bound to each: what it belongs to."""

    key: bytes
    about: bytes

    def seal(self, text: str) -> str:
        """``text`` as it is stored."""
        return _MARK + base64.b64encode(_sealed(self.key, text.encode(), self.about)).decode()

    def unseal(self, stored: str) -> str:
        """A stored text as it was written.

        Raises WorkbookError where it was sealed with another key, or changed since.
        """
        sealed = _taken(stored)
        return stored if sealed is None else _opened(self.key, sealed, self.about).decode()


def is_sealed(stored: str) -> bool:
    """Whether a stored text looks sealed; one that only begins like that is a plain text."""
    return _taken(stored) is not None


def _taken(stored: str) -> bytes | None:
    if not stored.startswith(_MARK):
        return None
    try:
        sealed = base64.b64decode(stored.removeprefix(_MARK), validate=True)
    except ValueError:
        return None
    return sealed if len(sealed) >= _NONCE + _TAG else None


def cipher_of(workspace: "Workspace", alias: str) -> Cipher | None:
    """What seals the texts of a workspace; None where the whole file is encrypted instead, or the
    database has no master key.

    Raises WorkbookError where its texts are sealed and the master key is missing or another.
    """
    from django.db import connections

    from coalition.settings import KEY, sealing_key

    if connections[alias].vendor != "postgresql":
        return None
    master = sealing_key()
    wrapped = bytes(workspace.sealed)
    if not master:
        if wrapped:
            raise WorkbookError(
                f"The texts of {workspace.name} are sealed: give their key in the variable {KEY}."
            )
        return None
    about = workspace.uid.bytes
    wrapped = wrapped or _begun(workspace, alias, master)
    return Cipher(_opened(_master(master), wrapped, about), about)


def _begun(workspace: "Workspace", alias: str, master: str) -> bytes:
    """The wrapped key of a workspace that had none: a new one, with which the texts that are there
    are sealed; or that of another process which was first.
    """
    from django.db import transaction

    from coalition.workbook.changes.sealing_texts import seal_texts
    from coalition.workbook.space import Space

    rows = type(workspace)._default_manager.using(alias)
    with transaction.atomic(using=alias):
        there = bytes(rows.select_for_update().get(pk=workspace.pk).sealed)
        if there:
            return there
        key, about = secrets.token_bytes(32), workspace.uid.bytes
        wrapped = _sealed(_master(master), key, about)
        rows.filter(pk=workspace.pk).update(sealed=wrapped)
        seal_texts(Space(alias, workspace.pk, workspace.name, Cipher(key, about)), every=True)
        return wrapped


def _master(said: str) -> bytes:
    """32 bytes from the master key, which may be 32 bytes in base 64 or any long secret (HKDF,
    RFC 5869).
    """
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), 32, None, b"coalition workspace keys").derive(said.encode())


def _sealed(key: bytes, content: bytes, about: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, content, about)


def _opened(key: bytes, sealed: bytes, about: bytes) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], about)
    except InvalidTag:
        from coalition.settings import KEY

        raise WorkbookError(
            f"The key in the variable {KEY} is not the one that the texts were sealed with."
        ) from None

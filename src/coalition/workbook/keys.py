"""The key of an encrypted workbook, wrapped twice: by a passphrase and by a recovery key.

The file key is random: 32 bytes, and the 16 of the salt that the encrypted file begins with. Each
wrap is AES-256-GCM (NIST SP 800-38D) under a key that Argon2id (RFC 9106: 64 MiB, 3 passes, 4
lanes) makes of the passphrase, or of the recovery key. The wraps lie beside the workbook, in
``FILE.keys``, and in every backup: without one of them and its secret nobody opens the file.
"""

import base64
import json
import os
import secrets
from dataclasses import dataclass
from enum import StrEnum

from coalition.errors import Locked, WorkbookError

KEY = 32
SALT = 16
_NONCE = 12
_MEMORY = 64 * 1024  # KiB
_PASSES = 3
_LANES = 4
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U
_GROUPS, _GROUP = 8, 4  # 32 characters of 5 bits: 160 bits
_LARGEST = 100_000


class Secret(StrEnum):
    """What opens a wrap."""

    PASSPHRASE = "passphrase"
    RECOVERY = "recovery key"


@dataclass(frozen=True, slots=True)
class Wrap:
    """The file key, sealed by a secret. salt: of Argon2id."""

    secret: Secret
    salt: bytes
    nonce: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True)
class Keys:
    """The wraps of one encrypted file. salt: the first 16 bytes of that file."""

    salt: bytes
    wraps: tuple[Wrap, ...]

    def open(self, secret: str) -> bytes:
        """The file key and its salt, 48 bytes.

        Raises Locked where ``secret`` is neither the passphrase nor the recovery key.
        """
        for wrap in self.wraps:
            said = _normal(secret) if wrap.secret is Secret.RECOVERY else secret
            key = _opened(wrap, said, self.salt)
            if key is not None:
                return key + self.salt
        raise Locked("That is neither the passphrase nor the recovery key of this workbook.")


def new_file_key() -> bytes:
    """A random file key and salt, 48 bytes."""
    return secrets.token_bytes(KEY + SALT)


def new_recovery_key() -> str:
    """A random recovery key as it is printed: 8 groups of 4 characters."""
    letters = [secrets.choice(_ALPHABET) for _ in range(_GROUPS * _GROUP)]
    groups = ("".join(letters[at : at + _GROUP]) for at in range(0, len(letters), _GROUP))
    return "-".join(groups)


def wrapped(file_key: bytes, secret: Secret, said: str) -> Wrap:
    """The 48 bytes of ``file_key``, to be opened with what is said."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = secrets.token_bytes(SALT), secrets.token_bytes(_NONCE)
    normal = _normal(said) if secret is Secret.RECOVERY else said
    sealed = AESGCM(_derived(normal, salt)).encrypt(nonce, file_key[:KEY], file_key[KEY:])
    return Wrap(secret, salt, nonce, sealed)


def _opened(wrap: Wrap, said: str, file_salt: bytes) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(_derived(said, wrap.salt)).decrypt(wrap.nonce, wrap.sealed, file_salt)
    except InvalidTag:
        return None


def _derived(said: str, salt: bytes) -> bytes:
    import unicodedata

    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    derive = Argon2id(
        salt=salt, length=KEY, iterations=_PASSES, lanes=_LANES, memory_cost=_MEMORY
    ).derive
    return derive(unicodedata.normalize("NFC", said).encode())


def _normal(recovery: str) -> str:
    """A recovery key as it was made, whatever the case, spaces and look-alikes it is typed with."""
    typed = "".join(recovery.upper().split()).replace("-", "")
    return typed.replace("O", "0").replace("I", "1").replace("L", "1")


def as_text(keys: tuple[Keys, ...]) -> str:
    """The content of a file of keys."""
    document = {
        "what": "The wrapped keys of an encrypted Coalition workbook. Keep this beside it.",
        "kdf": {"name": "argon2id", "memory_kib": _MEMORY, "passes": _PASSES, "lanes": _LANES},
        "files": [
            {
                "salt": _text(each.salt),
                "wraps": [
                    {
                        "secret": str(wrap.secret),
                        "salt": _text(wrap.salt),
                        "nonce": _text(wrap.nonce),
                        "sealed": _text(wrap.sealed),
                    }
                    for wrap in each.wraps
                ],
            }
            for each in keys
        ],
    }
    return json.dumps(document, indent=1) + "\n"


def from_text(text: str, name: str) -> tuple[Keys, ...]:
    """The keys in the content of a file of keys. Raises WorkbookError where it is none."""
    try:
        return tuple(
            Keys(
                _bytes(each["salt"], SALT),
                tuple(
                    Wrap(
                        Secret(wrap["secret"]),
                        _bytes(wrap["salt"], SALT),
                        _bytes(wrap["nonce"], _NONCE),
                        _bytes(wrap["sealed"]),
                    )
                    for wrap in each["wraps"]
                ),
            )
            for each in json.loads(text)["files"]
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        raise WorkbookError(
            f"{name} holds no keys of a workbook, or is damaged: take the file of that name from "
            "a copy, or `coalition restore` a backup, which has the keys in it."
        ) from None


def beside(path: str) -> str:
    """The file of keys of the workbook at ``path``."""
    return f"{path}.keys"


def read_beside(path: str) -> tuple[Keys, ...]:
    """The keys that lie beside a workbook; none where no file of keys does."""
    place = beside(path)
    try:
        with open(place, encoding="utf-8") as file:
            text = file.read(_LARGEST)
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as fault:
        reason = (getattr(fault, "strerror", None) or str(fault)).lower()
        raise WorkbookError(f"{place} cannot be read ({reason}).") from None
    return from_text(text, place)


def write_beside(path: str, keys: tuple[Keys, ...]) -> None:
    """Have the keys lie beside a workbook, safely on disk; with none, no file of keys."""
    from coalition.disk import write_whole

    place = beside(path)
    if keys:
        write_whole(place, as_text(keys).encode(), private=True)
    elif os.path.exists(place):
        os.unlink(place)


def joined(old: tuple[Keys, ...], new: Keys) -> tuple[Keys, ...]:
    """``old`` and ``new``: what opened a file before, and what opens one of the same salt now."""
    same = of_file(old, new.salt)
    more = tuple(wrap for wrap in same.wraps if wrap not in new.wraps) if same else ()
    others = tuple(each for each in old if each.salt != new.salt)
    return (Keys(new.salt, new.wraps + more), *others)


def of_file(keys: tuple[Keys, ...], salt: bytes) -> Keys | None:
    """Those of ``keys`` that are of the encrypted file with this salt."""
    return next((each for each in keys if each.salt == salt), None)


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _bytes(text: str, length: int | None = None) -> bytes:
    content = base64.b64decode(text, validate=True)
    if length is not None and len(content) != length:
        raise ValueError(text)
    return content

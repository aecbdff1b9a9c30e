"""Whether a backup of which a single bit was changed is ever taken for whole.

``bit_flips.py [NUMBER]`` flips that many random bits (1,000) of a backup, one at a time, and as
many of one that is encrypted with a passphrase, and counts those that verifying finds. What is
encrypted is opened with a low work factor, which says how dear a guess at the passphrase is and
nothing of the rest: at the usual one the flips would take an hour.
"""

import base64
import hashlib
import hmac
import os
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from coalition.errors import WorkbookError
from coalition.workbook.backup import back_up
from coalition.workbook.opening import open_workbook
from coalition.workbook.restoring import verify

PASSPHRASE = "an invented passphrase"
_LOW = 8
_PIECE = 64 * 1024
_MANY = 200


def sealed(content: bytes, passphrase: str, work: int = _LOW) -> bytes:
    """``content`` in the age format (C2SP, age-encryption.org/v1), scrypt's work factor chosen."""
    file_key, salt, nonce = os.urandom(16), os.urandom(16), os.urandom(16)
    label = b"age-encryption.org/v1/scrypt"
    wrap = hashlib.scrypt(passphrase.encode(), salt=label + salt, n=1 << work, r=8, p=1, dklen=32)
    body = ChaCha20Poly1305(wrap).encrypt(bytes(12), file_key, None)
    stanza = f"-> scrypt {_text(salt)} {work}\n{_text(body)}\n"
    header = f"age-encryption.org/v1\n{stanza}---".encode()
    mac = hmac.digest(_derived(file_key, b"", b"header"), header, "sha256")
    cipher = ChaCha20Poly1305(_derived(file_key, nonce, b"payload"))
    return header + f" {_text(mac)}\n".encode() + nonce + b"".join(_pieces(cipher, content))


def _pieces(cipher: ChaCha20Poly1305, content: bytes) -> Iterator[bytes]:
    starts = range(0, max(1, len(content)), _PIECE)
    for number, start in enumerate(starts):
        last = number == len(starts) - 1
        nonce = number.to_bytes(11, "big") + bytes([last])
        yield cipher.encrypt(nonce, content[start : start + _PIECE], None)


def _derived(key: bytes, salt: bytes, about: bytes) -> bytes:
    return HKDF(hashes.SHA256(), 32, salt, about).derive(key)


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode().rstrip("=")


def missed(content: bytes, bits: list[int], file: Path) -> list[int]:
    """The bits of ``content`` whose change is not found, when ``file`` has it."""
    left = []
    for bit in bits:
        changed = bytearray(content)
        changed[bit // 8] ^= 1 << bit % 8
        file.write_bytes(changed)
        try:
            verify(str(file), lambda _: PASSPHRASE)
        except WorkbookError:
            continue
        left.append(bit)
    return left


def backed_up(folder: Path) -> bytes:
    """A backup of a workbook of invented people."""
    with open_workbook(str(folder / "workbook")) as workbook:
        from coalition.workbook.models import Person

        space = workbook.space()
        space.add([Person(workspace_id=space.id, name=f"Person {n}") for n in range(_MANY)])
        return Path(back_up(workbook, str(folder / "backup.zip")).path).read_bytes()


def main(number: int) -> None:
    chosen = random.Random(5)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plain = backed_up(folder)
        kinds: dict[str, Callable[[], bytes]] = {
            "plain": lambda: plain,
            "age": lambda: sealed(plain, PASSPHRASE),
        }
        for kind, made in kinds.items():
            content = made()
            (folder / "whole").write_bytes(content)
            verify(str(folder / "whole"), lambda _: PASSPHRASE)
            bits = [chosen.randrange(len(content) * 8) for _ in range(number)]
            left = missed(content, bits, folder / "flipped")
            print(f"{kind:6} {len(content):,} bytes: {number - len(left):,} of {number:,} found")
            if left:
                sys.exit(f"not found: bits {left}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)

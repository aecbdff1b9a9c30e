import base64
import json
from contextlib import suppress
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from hypothesis import given
from hypothesis import strategies as st

from coalition.errors import WorkbookError
from coalition.workbook import keys
from coalition.workbook.driver import sqlite
from coalition.workbook.keys import Keys, Secret, from_text, new_file_key, new_recovery_key
from coalition.workbook.protection import protect


def test_a_protected_workbook_is_opened_by_hand_as_documented(path: Path, full_work: None) -> None:
    """With the numbers of docs/keeping.md and of the file of keys, and no code of ours."""
    protect(str(path), "a long passphrase")
    document = json.loads(Path(f"{path}.keys").read_text("utf-8"))
    assert document["kdf"] == {"name": "argon2id", "memory_kib": 65536, "passes": 3, "lanes": 4}
    (file,) = document["files"]
    wrap = file["wraps"][0]
    salt = base64.b64decode(file["salt"])
    work = Argon2id(
        salt=base64.b64decode(wrap["salt"]), length=32, iterations=3, lanes=4, memory_cost=65536
    )
    key = AESGCM(work.derive(b"a long passphrase")).decrypt(
        base64.b64decode(wrap["nonce"]), base64.b64decode(wrap["sealed"]), salt
    )
    assert path.read_bytes()[:16] == salt
    connection = sqlite.connect(str(path))
    connection.execute(f"PRAGMA key = \"x'{key.hex()}{salt.hex()}'\"")
    count = connection.execute("SELECT count(*) FROM workbook_person").fetchone()
    settings = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("cipher_page_size", "cipher_hmac_algorithm")
    }
    connection.close()
    assert count == (5,)
    assert settings == {"cipher_page_size": "4096", "cipher_hmac_algorithm": "HMAC_SHA512"}


def test_keys_are_told_apart_by_the_file_they_are_of() -> None:
    old, other, new = (Keys(bytes([n] * 16), ()) for n in (1, 2, 1))
    assert keys.joined((old, other), new) == (new, other)


def test_joined_wraps_of_one_file_all_open_it() -> None:
    key = new_file_key()
    before = Keys(key[32:], (keys.wrapped(key, Secret.PASSPHRASE, "passphrase one"),))
    now = Keys(key[32:], (keys.wrapped(key, Secret.PASSPHRASE, "passphrase two"),))
    (both,) = keys.joined((before,), now)
    assert both.open("passphrase one") == both.open("passphrase two") == key
    assert keys.joined((both,), both) == (both,)


def test_recovery_keys_differ_and_can_be_typed() -> None:
    made = {new_recovery_key() for _ in range(50)}
    assert len(made) == 50
    assert all(len(key) == 39 and not set(key) & set("ILOU") for key in made)


@given(st.text())
def test_what_is_no_file_of_keys_is_one_sentence(text: str) -> None:
    with pytest.raises(WorkbookError, match="holds no keys"):
        from_text(text, "own.keys")


@given(st.recursive(st.none() | st.integers() | st.text(), st.lists, max_leaves=5))
def test_a_file_of_keys_of_any_shape_is_one_sentence(inside: object) -> None:
    for document in (
        {"files": inside},
        {"files": [{"salt": inside, "wraps": inside}]},
        {"files": [{"salt": base64.b64encode(bytes(16)).decode(), "wraps": [inside]}]},
    ):
        with suppress(WorkbookError):
            assert isinstance(from_text(json.dumps(document), "own.keys"), tuple)

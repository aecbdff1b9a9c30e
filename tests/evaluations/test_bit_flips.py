from pathlib import Path

import bit_flips
import pyrage
import pytest

from coalition.workbook.restoring import verify


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("flips")


@pytest.fixture(scope="module")
def plain(folder: Path) -> bytes:
    return bit_flips.backed_up(folder)


def test_what_is_sealed_for_the_evaluation_is_an_age_file(plain: bytes) -> None:
    sealed = bit_flips.sealed(plain * 20, bit_flips.PASSPHRASE)
    assert pyrage.passphrase.decrypt(sealed, bit_flips.PASSPHRASE) == plain * 20


def test_every_bit_that_is_changed_is_found(plain: bytes, folder: Path) -> None:
    file = folder / "flipped"
    sealed = bit_flips.sealed(plain, bit_flips.PASSPHRASE)
    for content in (plain, sealed):
        file.write_bytes(content)
        assert verify(str(file), lambda _: bit_flips.PASSPHRASE).counts["people"] == 200
        ends = [*range(0, 8 * 64), *range(8 * (len(content) - 100), 8 * len(content))]
        inside = list(range(7, 8 * len(content), 1999))
        assert bit_flips.missed(content, ends[::5] + inside, file) == []


def test_one_that_is_missed_would_be_told(
    plain: bytes, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bit_flips, "verify", lambda *_: None)
    assert bit_flips.missed(plain, [3, 4], folder / "flipped") == [3, 4]

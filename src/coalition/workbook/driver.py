"""The SQLite that workbooks are kept in: the one inside ``sqlcipher3``, sound and the same on every
machine; where there is no wheel of it, the standard library's, which cannot encrypt.
"""

try:
    from sqlcipher3 import dbapi2 as sqlite

    CAN_ENCRYPT = True
except ImportError:  # pragma: no cover - every platform we test on has the wheel
    import sqlite3 as sqlite

    CAN_ENCRYPT = False

_SOUND = (3, 51, 3)
_MENDED = {(3, 50): 7, (3, 44): 6}
"""Older ones can damage a file in WAL mode when it is checkpointed by two (SQLite's release notes
of 3.51.3, "WAL-reset bug", and the versions it was mended in)."""


def is_sound_in_wal(version: tuple[int, int, int] = sqlite.sqlite_version_info) -> bool:
    """Whether the linked SQLite may use a write-ahead log."""
    return version >= _SOUND or version[2] >= _MENDED.get(version[:2], version[2] + 1)


__all__ = ["CAN_ENCRYPT", "is_sound_in_wal", "sqlite"]

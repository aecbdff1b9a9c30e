"""The address of a PostgreSQL database as Django's settings."""

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from coalition.errors import MissingExtra, WorkbookError


def settings_of(address: str) -> dict[str, Any]:
    """Django's settings for ``postgresql://user:password@host:port/name?sslmode=require``.

    Raises MissingExtra without the package psycopg, WorkbookError where the address names no
    database.
    """
    try:
        import psycopg  # noqa: F401
    except ImportError:
        raise MissingExtra(
            "A workbook in PostgreSQL needs the package psycopg: pip install 'coalition[postgres]'."
        ) from None
    try:
        parts = urlsplit(address)
        name, port = unquote(parts.path.strip("/")), parts.port
    except ValueError:
        name, port = "", None
    if not name:
        raise WorkbookError(
            f"{shown(address)} names no database: write postgresql://user@host/name."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def shown(address: str) -> str:
    """The address without its password."""
    try:
        parts = urlsplit(address)
        password = parts.password
    except ValueError:
        return "the database's address"
    return address.replace(f":{password}@", "@", 1) if password else address

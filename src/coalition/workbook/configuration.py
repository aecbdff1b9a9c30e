"""Django set up for workbooks alone: no web, no accounts, databases added as they are opened."""

import os
from typing import Any


def configure() -> None:
    """Set Django up, unless a program that runs it has done so already."""
    from django.conf import settings

    if settings.configured:
        return
    settings.configure(
        INSTALLED_APPS=["coalition.workbook"],
        DATABASES={},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        USE_TZ=True,
        TIME_ZONE="UTC",
        LOGGING_CONFIG=None,
    )
    # Notebooks run an event loop, in which Django refuses to work lest a server be held up. Here
    # is no server: who asks waits for the answer anyway.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    import django

    django.setup()


def add_database(alias: str, settings: dict[str, Any]) -> None:
    """Let Django know a database under ``alias``."""
    from django.db import connections

    complete = connections.configure_settings({"default": {}, alias: settings})
    connections.settings[alias] = complete[alias]


def drop_database(alias: str) -> None:
    """Close the database of ``alias`` and forget it."""
    from django.db import connections

    connections[alias].close()
    del connections[alias]
    connections.settings.pop(alias, None)

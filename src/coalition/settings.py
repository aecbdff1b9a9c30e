"""Where things of the user's lie on this machine: the only reader of its environment and paths."""

import os
import sys

SKILLS = "COALITION_SKILLS"
"""The variable that names the file of the user's own list of skills."""


WORKBOOK = "COALITION_WORKBOOK"
"""The variable that names the workbook's file."""

DATABASE = "COALITION_DATABASE_URL"
"""The variable that names a PostgreSQL database to keep the workbook in, instead of a file."""

WORKSPACE = "COALITION_WORKSPACE"
"""The variable that names the workspace, where a workbook has several."""

PASSPHRASE_FILE = "COALITION_PASSPHRASE_FILE"
"""The variable that names a file with the passphrase of an encrypted workbook."""

KEY = "COALITION_KEY"
"""The variable with the key that texts in a PostgreSQL database are sealed with."""


def workbook_file() -> str:
    """The path of the workbook's file, whether it is there yet or not: as the environment says, or
    ``workbook.coalition`` in the folder where this system keeps the data of programs.
    """
    named = os.environ.get(WORKBOOK, "").strip()
    if named:
        return os.path.expanduser(named)
    from platformdirs import user_data_dir

    return os.path.join(user_data_dir("coalition", appauthor=False), "workbook.coalition")


def database_url() -> str:
    """The address of the database to use instead of a file, "" for none."""
    return os.environ.get(DATABASE, "").strip()


def workspace() -> str:
    """The name of the workspace to use, "" where the environment names none."""
    return os.environ.get(WORKSPACE, "").strip()


def passphrase_file() -> str:
    """The path of a file that holds the passphrase, "" for none."""
    return os.path.expanduser(os.environ.get(PASSPHRASE_FILE, "").strip())


def sealing_key() -> str:
    """The key that texts in a database are sealed with, "" for none."""
    return os.environ.get(KEY, "").strip()


def skills_file() -> str:
    """The path of the user's own list of skills, whether it is there yet or not: as the
    environment says, or ``skills.txt`` in the folder where this system keeps settings. "" where
    the environment names nothing, or the device with nothing in it: no list of one's own.
    """
    named = os.environ.get(SKILLS)
    if named is not None:
        return "" if named.strip() in ("", os.devnull) else os.path.expanduser(named)
    return os.path.join(_settings_folder(), "skills.txt")


def _settings_folder() -> str:
    if sys.platform == "linux":  # what platformdirs says, which takes as long to load as to draw
        home = os.environ.get("XDG_CONFIG_HOME", "").strip() or os.path.expanduser("~/.config")
        return os.path.join(home, "coalition")
    from platformdirs import user_config_dir

    return user_config_dir("coalition", appauthor=False)

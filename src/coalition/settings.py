"""Where things of the user's lie on this machine: the only reader of its environment and paths."""

import os
import sys

SKILLS = "COALITION_SKILLS"
"""The variable that names the file of the user's own list of skills."""


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

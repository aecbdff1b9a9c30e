"""Building the vocabulary that comes along: ``python -m coalition.tags.naming.building FOLDER
FILE`` reads the lists in FOLDER and writes FILE, compiled.
"""

import sys
from pathlib import Path

from coalition.tags.naming.alias_list import parse
from coalition.tags.naming.compiled import to_bytes
from coalition.tags.naming.extending import extended
from coalition.tags.naming.vocabulary import Vocabulary


def built_from(folder: Path) -> Vocabulary:
    """The vocabulary of all lists in a folder; raises InputError for the first fault in one."""
    files = sorted(folder.glob("*.txt"))
    return extended(Vocabulary(), [parse(path.read_text("utf-8"), path.name) for path in files])


if __name__ == "__main__":
    _folder, _file = map(Path, sys.argv[1:])
    _file.write_bytes(to_bytes(built_from(_folder)))

"""Which English words look like a typing error of a word in the list of skills, and are none.

``python tools/near_words.py WORDS...`` writes src/coalition/tags/naming/words/near.txt, to be run
again when the lists have grown. WORDS are lists of English words, one a line; the file was made
from those of SCOWL (Kevin Atkinson), in Debian the packages wamerican-insane and wbritish-insane.
"""

import sys
from pathlib import Path

from coalition.tags.naming.building import built_from
from coalition.tags.naming.typing_error import SHORTEST, KnownWords, fingerprint

NAMING = Path(__file__).parent.parent / "src" / "coalition" / "tags" / "naming"
HEAD = """\
# English words that are one letter away from a word in the names of skills ("medication" from
# "mediation"): they are never taken for typing errors. Made by tools/near_words.py from SCOWL, for
# the words {}.
"""


def main() -> None:
    """Write the file."""
    by_half = built_from(NAMING / "known").halves
    known = KnownWords(by_half)
    words = {
        word.strip().lower()
        for path in sys.argv[1:]
        for word in Path(path).read_text("utf-8").splitlines()
        if "'" not in word
    }
    near = sorted(word for word in words if len(word) >= SHORTEST and known.meant_by(word))
    lines, line = [], ""
    for word in near:
        if len(line) + len(word) > 98:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    (NAMING / "words" / "near.txt").write_text(
        HEAD.format(fingerprint(by_half)) + "\n".join((*lines, line)) + "\n", "utf-8"
    )
    print(f"{len(near)} words")


if __name__ == "__main__":
    main()

"""The program: ``coalition`` and ``python -m coalition``."""

import gc
import os
import sys


def run() -> None:
    """Run the command line, and leave with its exit code.

    The process lives for a moment and its objects with it: looking for cycles among them while it
    works, and taking them apart one by one when it ends, would take a tenth of its time. So it
    does neither: all that was written is flushed, and the process ends.
    """
    gc.disable()
    from coalition.cli import main

    try:
        main(prog_name="coalition")
    except SystemExit as leaving:
        if not isinstance(leaving.code, int):
            raise
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        except OSError:  # nobody reads on: Python's own end knows what to do
            raise leaving from None
        os._exit(leaving.code)


if __name__ == "__main__":
    run()

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
    _stand_in_for_closed_streams()
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
    except OSError as fault:  # help or version, which are printed before any command begins
        from coalition.cli import REFUSED, say_that_output_fails

        say_that_output_fails(fault)
        os._exit(REFUSED)


def _stand_in_for_closed_streams() -> None:
    """Where a shell has closed the output (``>&-``) Python has None for it, and the next file that
    is opened would get its number. What is written to the stand-in fails as on a full disk; errors,
    where nobody wants them, go nowhere.
    """
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")


if __name__ == "__main__":
    run()

"""The program: ``coalition`` and ``python -m coalition``."""

import gc


def run() -> None:
    """Run the command line, and leave with its exit code.

    The process lives for a moment and its objects with it: looking for cycles among them, while
    it works and once more when it ends, would take a tenth of its time.
    """
    gc.disable()
    from coalition.cli import main

    try:
        main(prog_name="coalition")
    finally:
        gc.freeze()


if __name__ == "__main__":
    run()

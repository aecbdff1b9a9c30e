"""``python -m coalition.cli``: the command line."""

from coalition.cli import main

main(prog_name="coalition")

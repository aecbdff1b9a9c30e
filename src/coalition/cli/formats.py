"""``coalition formats``: what can be read."""

import click

from coalition.cli.sources import tell
from coalition.cli.terminal import cells, fitted, safe, width_of_terminal, wrapped


@click.command()
@click.option("--json", "as_json", is_flag=True, help="The list as JSON.")
def command(as_json: bool) -> None:
    """List the formats that can be read, and who provides each.

    A format is found by looking at the content, so its name is rarely needed;
    `--format NAME` of the other commands takes one of these.

    \b
    Example:
      coalition formats
    """
    from coalition.exchange.plugins import installed_formats

    found = installed_formats()
    tell(found.warnings)
    if as_json:
        import json

        rows = [
            {"name": entry.name, "title": entry.title, "provider": entry.distribution}
            for entry in found.formats
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    terminal = width_of_terminal()
    width = max((cells(entry.name) for entry in found.formats), default=0)
    for entry in found.formats:
        provider = "" if entry.distribution == "coalition" else f" (from {entry.distribution})"
        first = f"{fitted(safe(entry.name), width)}  "
        for line in wrapped(safe(entry.title + provider), terminal, first, " " * (width + 2)):
            click.echo(line)

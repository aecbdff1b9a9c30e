"""``coalition skills review``: asks which names are one skill, and remembers the answers."""

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

import click

from coalition.cli import DONE, NOT_ALL_USED, REFUSED
from coalition.cli.known import ALIASES_OPTION, lists_of
from coalition.cli.own_skills import change, own_list, own_name, refuse_unwritable
from coalition.cli.picture import FORMAT_NAME_OPTION
from coalition.cli.progress import ProgressBar
from coalition.cli.sources import STANDARD_INPUT, read_sources, refuse_to_read_twice, tell
from coalition.cli.terminal import cells, fitted, in_lines, safe, width_of_terminal, wrapped
from coalition.errors import CoalitionError, InputError
from coalition.model.reading import Reading
from coalition.tags.folding import fold
from coalition.tags.naming.alias_list import AliasList, parse
from coalition.tags.naming.own_list import (
    APART,
    LATER,
    SAME,
    Answer,
    Held,
    confirmed,
    held,
    with_answer,
    without,
)
from coalition.tags.naming.recognition import Recognition
from coalition.tags.naming.shipped import recognition_by
from coalition.tags.review import Given, Pair, Side, likely_pairs, still_open
from coalition.tags.suggesting.meaning import Meaning
from coalition.tags.weights import profile
from coalition.tags.why import number

_EXAMPLE = "coalition skills review boss.zip"
_WORDS = {"y": SAME, "n": APART, "l": LATER}
_BACK, _QUIT = "b", "q"
_KEYS = {key: key for key in (*_WORDS, _BACK, _QUIT)} | {
    word: word[0] for word in ("yes", "no", "later", "back", "quit")
}
_PROMPT = "One skill?", "y yes", "n no", "l later", "b back", "q quit:"
_HINT = (
    "Press y if they are one skill, n if they are two, l to be asked later, b to take the last "
    "answer back, q to stop."
)


@click.command()
@click.argument("sources", nargs=-1, metavar="SOURCE...")
@click.option("--most", type=click.IntRange(1), metavar="N", help="Ask about N pairs at most.")
@click.option("--meaning", is_flag=True, help="Ask about names that are near in meaning and share "
              "no word, too; needs the extra similarity.")  # fmt: skip
@ALIASES_OPTION
@click.option("--json", "as_json", is_flag=True, help="Print the pairs as JSON, and ask nothing.")
@FORMAT_NAME_OPTION
@click.pass_context
def command(
    ctx: click.Context,
    sources: tuple[str, ...],
    most: int | None,
    meaning: bool,
    aliases: tuple[str, ...],
    as_json: bool,
    format_name: str | None,
) -> None:
    """Be asked which names are one skill.

    SOURCE is any file that `coalition cloud` reads; with - it is standard input. The most useful
    question comes first. Names that are
    surely one are merged already; these are likely ones, each with the reason. Press y if the two
    are one skill, n if not, l to be asked later, b to take the last answer back, q to stop.

    Every answer is written at once into your own list of skills, and applies from then on. See it
    with `coalition skills answers`, take one back with `coalition skills forget`. Where the input
    is piped, the keys are read from it, one a line.

    \b
    Examples:
      coalition skills review boss.zip
      coalition skills review team.xlsx cv.json --most 20
      coalition skills review boss.zip --json
    """
    if not sources:
        click.echo(f"{ctx.get_usage()}\n\nGive what to read, for example:\n  {_EXAMPLE}", err=True)
        ctx.exit(REFUSED)
    refuse_to_read_twice((*sources, *aliases))
    lists = lists_of(aliases)
    recognition = recognition_by(lists)
    ask_too = _meaning() if meaning else None
    readings, whole = read_sources(sources, format_name)
    pairs = _pairs(readings, recognition, lists, ask_too)
    pairs = pairs[:most]
    if as_json:
        click.echo(_as_json(pairs))
    elif not pairs:
        click.echo("No two names here are likely to be one skill and not decided yet.")
    else:
        refuse_unwritable()
        review = _Review(pairs, keys_elsewhere=STANDARD_INPUT in (*sources, *aliases))
        try:
            review.ask()
        except BaseException:
            click.echo()
            raise
        finally:
            review.sum_up()
        if review.failed and not review.written:
            ctx.exit(REFUSED)
        whole = whole and not (review.refused or review.failed)
    ctx.exit(DONE if whole else NOT_ALL_USED)


def _meaning() -> Meaning:
    from coalition.tags.suggestions import by_meaning

    return by_meaning()


def _pairs(
    readings: Sequence[Reading],
    recognition: Recognition,
    lists: Sequence[AliasList],
    meaning: Meaning | None,
) -> tuple[Pair, ...]:
    weighed = profile(readings, recognition)
    tell(weighed.notes)
    with ProgressBar("Comparing names") as progress:
        return likely_pairs(weighed, recognition, lists, progress, meaning)


def _as_json(pairs: Sequence[Pair]) -> str:
    import json

    rows = [
        {
            "names": [pair.larger.shown, pair.smaller.shown],
            "weights": [pair.larger.weight, pair.smaller.weight],
            "likelihood": pair.likelihood,
            "usefulness": round(pair.usefulness, 4),
            "reason": pair.reason,
            "name": pair.name,
            "weight": pair.weight,
            "later": pair.postponed,
        }
        for pair in pairs
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)


class _Step(NamedTuple):
    """What was done with a pair: the answer that this review wrote, if any, and the "later" that
    it took the place of.
    """

    given: Given
    answer: Answer | None
    before: Held | None


class Writing:
    """The edit that writes an answer.

    written: whether the list has it by this. before: the "later" that it took the place of.
    refused: why it cannot be written beside what the list says, a sentence, or "".
    """

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self.written = False
        self.before: Held | None = None
        self.refused = ""

    def __call__(self, text: str, name: str) -> str:
        """The list with the answer; as it was where that is refused."""
        said = [s for s in held(parse(text, name)) if s.is_about(*self._answer[1:3])]
        self.before = next((s for s in said if s.word == LATER), None)
        if same := next((s for s in said if s[1:4] == self._answer[:3]), None):
            return confirmed(text, same)
        try:
            after = with_answer(text, self._answer, name)
        except InputError as fault:
            self.refused = str(fault)
            return text
        self.written = after != text
        return after


def _decided(pairs: Sequence[Pair], given: Sequence[Given]) -> Iterator[Given]:
    """What the list says by now of pairs that were not asked about here."""
    own = own_list()
    said = [one for one in held(own) if one.word in (SAME, APART)] if own else []
    for pair in pairs:
        names = pair.larger.name, pair.smaller.name
        if not any({*names} == {g.pair.larger.name, g.pair.smaller.name} for g in given):
            yield from (Given(pair, one.word) for one in said if one.is_about(*names))


class _Review:
    """Asks about pairs one by one.

    refused: how many answers the list contradicts by now. failed: whether it could not be written.
    """

    def __init__(self, pairs: Sequence[Pair], keys_elsewhere: bool) -> None:
        """``keys_elsewhere``: standard input is used up, so keys come from the terminal itself."""
        self._pairs = pairs
        self._elsewhere: list[Given] = []
        self._steps: list[_Step] = []
        if not keys_elsewhere and sys.stdin is None:
            raise InputError(
                "There is no standard input from which keys could be read: run it on a terminal, "
                "or pipe the keys, one a line."
            )
        self._from_terminal = keys_elsewhere or sys.stdin.isatty()
        self.refused = 0
        self.failed = False

    def ask(self) -> None:
        """Until all is answered, or whoever answers stops."""
        while left := self._left():
            for line in _shown(left[0], len(self._steps) + 1, len(left)):
                click.echo(line)
            match self._key():
                case key if key in _WORDS:
                    self._answer(left[0], _WORDS[key])
                    if self.failed:
                        return
                case key if key == _BACK:
                    self._take_back()
                case _:
                    click.echo()
                    return

    def _left(self) -> list[Pair]:
        """The pairs to ask about; others may have written into the list since the last one."""
        given = [step.given for step in self._steps]
        self._elsewhere = list(_decided(self._pairs, given))
        return list(still_open(self._pairs, [*self._elsewhere, *given]))

    @property
    def written(self) -> int:
        """How many answers this review wrote."""
        return sum(step.answer is not None for step in self._steps)

    def sum_up(self) -> None:
        """Say how many answers were written, and where."""
        given = [*self._elsewhere, *(step.given for step in self._steps)]
        left = sum(1 for _ in still_open(self._pairs, given))
        more = f" {_counted(left, 'pair')} left." if left else ""
        many = self.written
        told = (
            f"{_counted(many, 'answer')} written to {own_name()}." if many else "Nothing written."
        )
        width = width_of_terminal()
        for line in wrapped(safe(told) + more, width):
            click.echo(line)
        if many:
            for line in wrapped("To take one back: coalition skills forget NAME", width):
                click.echo(line)

    def _answer(self, pair: Pair, word: str) -> None:
        answer = pair.answer(word, date.today().isoformat())
        edit = Writing(answer)
        try:
            change(edit)
        except CoalitionError as fault:
            tell([str(fault)])
            self.failed = True
            return
        if edit.refused:
            self.refused += 1
            tell([edit.refused])
            self._steps.append(_Step(Given(pair, LATER), None, None))
            return
        own = answer if edit.written else None
        self._steps.append(_Step(Given(pair, word), own, edit.before))
        _say(f"{str(answer)[:1].upper()}{str(answer)[1:]}.")

    def _take_back(self) -> None:
        if not self._steps:
            _say("There is no answer before this one.")
            return
        (pair, word), answer, before = self._steps.pop()
        if answer is None:
            if word in (SAME, APART):
                _say(f"Not taken back, as the list had it before: {pair.answer(word, '')}.")
            return

        taken: list[Held] = []

        def edit(text: str, name: str) -> str:
            said = held(parse(text, name))
            taken[:] = [s for s in said if (*s[1:4], s.on) == answer and not s.remark]
            if taken:
                text = without(text, taken, name)
            if taken and before:
                text = with_answer(text, Answer(*before[1:4], before.on), name)
            return text

        change(edit)
        if taken:
            _say(f"Taken back: {answer}.")
        else:
            _say(f"Not taken back, as somebody else has confirmed or changed it: {answer}.")

    def _key(self) -> str:
        """One of the keys; what is none is passed over, the end of the input is to stop."""
        click.echo(_prompt(), nl=False)
        while (pressed := self._pressed()) is not None:
            if key := _KEYS.get(pressed.strip().lower()):
                click.echo(key)
                return key
            click.echo("\a" if self._from_terminal else "")
            said = safe(pressed.strip()[:40]) if pressed.strip() != "?" else ""
            for line in _hint(said if said.isprintable() else ""):
                click.echo(line)
            click.echo(_prompt(), nl=False)
        click.echo()
        return _QUIT

    def _pressed(self) -> str | None:
        if not self._from_terminal:
            return sys.stdin.readline() or None
        try:
            return click.getchar()
        except EOFError:
            return None
        except OSError:
            raise InputError(
                "There is no terminal on which keys could be pressed: give the sources as files, "
                "and pipe the keys, one a line."
            ) from None


def _shown(pair: Pair, position: int, left: int) -> Iterator[str]:
    """What is asked: two names with their weights, why they may be one, what they become."""
    width = width_of_terminal()
    again = ", left for later before" if pair.postponed else ""
    yield f"{position} of {position + left - 1}{again}"
    weights = [number(side.weight) for side in (pair.larger, pair.smaller)]
    names = [_called(side) for side in (pair.larger, pair.smaller)]
    most = max(map(cells, names))
    digits = max(map(len, weights))
    room = min(most, max(12, width - 6 - digits)) if width else most
    for name, weight in zip(names, weights, strict=True):
        first, *rest = in_lines(name, room)
        yield f"  {fitted(first, room)}  {weight:>{digits}}"
        yield from (f"  {line}" for line in rest)
    yield from wrapped(safe(f"Why: {pair.reason}."), width, "  ", "    ")
    yield from wrapped(
        safe(f"Yes makes it {pair.name}, {number(pair.weight)}."), width, "  ", "    "
    )


def _prompt() -> str:
    """The line of keys, parted between keys where the terminal is narrow."""
    lines, width = [_PROMPT[0]], width_of_terminal()
    for key in _PROMPT[1:]:
        longer = f"{lines[-1]}  {key}"
        if width is None or len(longer) < width - 2:
            lines[-1] = longer
        else:
            lines.append(f"  {key}")
    return "\n".join(lines) + " "


def _hint(pressed: str) -> Iterator[str]:
    no_key = f'"{pressed}" is none of these keys. ' if pressed else ""
    return wrapped(no_key + _HINT, width_of_terminal(), "  ", "    ")


def _called(side: Side) -> str:
    """The name as the sources spell it, with that of its skill where this is another one."""
    known = f" ({side.name})" if fold(side.name) != fold(side.shown) else ""
    return safe(side.shown + known)


def _say(sentence: str) -> None:
    for line in wrapped(safe(sentence), width_of_terminal(), "  ", "    "):
        click.echo(line)
    click.echo()


def _counted(many: int, what: str) -> str:
    return f"{many:,} {what}" if many == 1 else f"{many:,} {what}s"

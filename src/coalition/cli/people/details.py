"""What can be typed about a person."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from coalition.model.person import Person

Command = TypeVar("Command", bound=Callable[..., Any])

_ONE = (
    ("title", "TEXT", "Their role now."),
    ("organisation", "NAME", "Where they work."),
    ("unit", "NAME", "Their unit or department."),
    ("level", "TEXT", "Their level or grade."),
    ("place", "NAME", "Where they are."),
    ("zone", "NAME", "Their time zone, such as Europe/Paris."),
    ("hours", "FROM-TO", "When they work, such as 09:00-17:30."),
    ("profile", "ADDRESS", "The address of their profile."),
    ("reading", "TEXT", "How their name is said."),
)
_SEVERAL = (
    ("email", "ADDRESS", "An address at work; may be given several times."),
    ("language", "NAME", "A language they speak; may be given several times."),
    ("also", "NAME", "What they are also called; may be given several times."),
)


@dataclass(frozen=True, slots=True)
class Details:
    """What was typed, by the options' names."""

    one: dict[str, str]
    several: dict[str, tuple[str, ...]]

    def __bool__(self) -> bool:
        return any(self.one.values()) or any(self.several.values())

    def person(self, name: str) -> "Person":
        """The person as they are described. Raises BadParameter where it cannot be."""
        from coalition.model.person import Name, NameForm, Person

        reading = self.one["reading"]
        names = [Name(reading, NameForm.READING)] if reading else []
        names += [Name(text, NameForm.ALSO) for text in self.several["also"]]
        return Person(
            name.strip(),
            names=tuple(names),
            place=self.one["place"],
            profile=_profile(self.one["profile"]),
            languages=self.several["language"],
            emails=tuple(map(_email, self.several["email"])),
            title=self.one["title"],
            organisation=self.one["organisation"],
            unit=self.one["unit"],
            level=self.one["level"],
            time_zone=_zone(self.one["zone"]),
            hours=_hours(self.one["hours"]),
        )


def details(command: Command) -> Command:
    """Have a command take all that can be typed, as ``given``."""

    @wraps(command)
    def taking(*arguments: Any, **named: Any) -> Any:
        one = {name: named.pop(name) or "" for name, _, _ in _ONE}
        several = {name: named.pop(name) for name, _, _ in _SEVERAL}
        return command(*arguments, given=Details(one, several), **named)

    decorated: Any = taking
    for name, metavar, told in reversed(_SEVERAL):
        decorated = click.option(f"--{name}", metavar=metavar, multiple=True, help=told)(decorated)
    for name, metavar, told in reversed(_ONE):
        decorated = click.option(f"--{name}", metavar=metavar, help=told)(decorated)
    taken: Command = decorated
    return taken


def _email(text: str) -> str:
    if "@" not in text.strip("@") or " " in text.strip():
        raise click.BadParameter(f"{text!r} is no e-mail address.")
    return text.strip().lower()


def _profile(text: str) -> str:
    from coalition.exchange.linkedin_people import profile_address

    return profile_address(text) or text.strip()


def _zone(text: str) -> str:
    if not text:
        return ""
    from zoneinfo import available_timezones

    if text not in available_timezones():
        raise click.BadParameter(f"{text!r} is no time zone: write one as Europe/Paris.")
    return text


def _hours(text: str) -> str:
    import re

    if text and not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d", text):
        raise click.BadParameter(f"{text!r} are no hours: write them as 09:00-17:30.")
    return text

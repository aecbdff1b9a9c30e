"""Skills: names made canonical, evidence weighed, profiles, similarity, comparison.

::

    from coalition import tags

    tags.same("Mgmt of Change", "Gestion du changement")    # true, with a reason
    tags.canonical(["HR", "Human Resource", "Leadership"])  # by spelling: its skill
    tags.distinctive(ada, others)                           # what sets one profile apart
    tags.suggest("Executive Mentor", ["Executive Coaching", "Executive Search"], k=1)
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coalition.tags.naming.sameness import Sameness, same
    from coalition.tags.recency import Recency
    from coalition.tags.skills import Alias, Skill, canonical
    from coalition.tags.standing_out import Distinctive, distinctive, distinctive_of, marked
    from coalition.tags.suggestions import Suggestion, suggest
    from coalition.tags.whose import Holders, Whose, part

__all__ = [
    "Alias",
    "Distinctive",
    "Holders",
    "Recency",
    "Sameness",
    "Skill",
    "Suggestion",
    "Whose",
    "canonical",
    "distinctive",
    "distinctive_of",
    "marked",
    "part",
    "same",
    "suggest",
]

_HOMES = {
    "Alias": "skills",
    "Distinctive": "standing_out",
    "Holders": "whose",
    "Recency": "recency",
    "Whose": "whose",
    "distinctive": "standing_out",
    "distinctive_of": "standing_out",
    "marked": "standing_out",
    "part": "whose",
    "Sameness": "naming.sameness",
    "Skill": "skills",
    "Suggestion": "suggestions",
    "canonical": "skills",
    "same": "naming.sameness",
    "suggest": "suggestions",
}


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

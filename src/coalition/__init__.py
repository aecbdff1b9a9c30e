"""Coalition: the big picture of a person before you meet.

::

    import coalition

    reading = coalition.read("Complete_LinkedInDataExport_03-14-2026.zip")
    cloud = coalition.tag_cloud(coalition.profile([reading]), title="My new boss")
    cloud.png(width=1600)

Nothing is loaded before it is used: ``import coalition`` alone costs next to nothing.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coalition import errors
    from coalition.cloud.common_ground import CommonGround, compare
    from coalition.cloud.over_time import CloudsByYear, clouds_by_year
    from coalition.cloud.tag_cloud import TagCloud, tag_cloud
    from coalition.exchange.reading import read
    from coalition.tags.weights import profile
    from coalition.workbook.opening import Workbook, open_workbook

__version__ = "0.1.0"

__all__ = [
    "CloudsByYear",
    "CommonGround",
    "TagCloud",
    "Workbook",
    "__version__",
    "clouds_by_year",
    "compare",
    "errors",
    "open_workbook",
    "profile",
    "read",
    "tag_cloud",
]

_HOMES = {
    "CloudsByYear": "coalition.cloud.over_time",
    "CommonGround": "coalition.cloud.common_ground",
    "compare": "coalition.cloud.common_ground",
    "TagCloud": "coalition.cloud.tag_cloud",
    "clouds_by_year": "coalition.cloud.over_time",
    "tag_cloud": "coalition.cloud.tag_cloud",
    "read": "coalition.exchange.reading",
    "profile": "coalition.tags.weights",
    "Workbook": "coalition.workbook.opening",
    "open_workbook": "coalition.workbook.opening",
}


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name == "errors":
        return import_module("coalition.errors")
    if name in _HOMES:
        found: object = getattr(import_module(_HOMES[name]), name)
        globals()[name] = found
        return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

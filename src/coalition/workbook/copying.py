"""A workspace's rows copied from one database to another, such as between a file and PostgreSQL.

Rows get new ids where they arrive, since others' rows may have theirs.
"""

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache
from graphlib import TopologicalSorter
from itertools import islice
from typing import TYPE_CHECKING, Any

from coalition.errors import WorkbookError
from coalition.workbook.faults import told
from coalition.workbook.migrating import settle
from coalition.workbook.opening import Workbook, added
from coalition.workbook.schema import MAIN, file_settings, migrate_file
from coalition.workbook.space import BATCH, Space

if TYPE_CHECKING:
    from django.db.models import Field, Model

    Table = type[Model]

_TEXTS = {"note": {"text"}, "touchpoint": {"text"}}
"""The columns of each table that are sealed where a workspace seals its texts."""

Ids = dict[str, dict[int, int]]
"""Of each table that others refer to: the new id of each row, by its old one."""


@contextmanager
def as_file(workbook: Workbook, name: str) -> Iterator[str]:
    """A workspace of a database as a workbook's file, as of one moment; gone afterwards.

    name: the workspace, "" for the one that workbooks begin with or the only one.
    """
    space = workbook.space(name)
    with tempfile.TemporaryDirectory(prefix="coalition-") as folder, told(workbook.place):
        path = os.path.join(folder, "workbook.coalition")
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        migrate_file(path, None)
        with ExitStack() as closing:
            alias = added(closing, file_settings(path, None, True))
            target = Workbook(path, alias, ExitStack(), True).space()
            with space.as_it_is_now(), target.all_or_nothing():
                copy(space, target)
                _rename(target, space.name)
        settle(path, None)
        yield path


def into_space(
    workbook: Workbook,
    name: str,
    path: str,
    key: bytes | None,
    keep: Callable[[str], object],
    *,
    other_name: bool = False,
) -> None:
    """Have the rows of a workbook's file take the place of those of a database's workspace, all or
    nothing.

    name: the workspace in both, begun where the database has none of that name; "" for the one that
    workbooks begin with, or the only one of the file.
    keep: called with the workspace's name before rows of it are replaced, which nobody changes
    meanwhile.
    other_name: also where rows of a workspace of another name are replaced.

    Raises WorkbookError where the file has no such workspace, or one of another name.
    """
    from django.db import transaction

    with ExitStack() as closing, told(workbook.place):
        alias = added(closing, file_settings(path, key, True))
        file = Workbook(path, alias, ExitStack(), True)
        only = file.spaces() if len(file.spaces()) == 1 else ()
        source = file.space(only[0] if only else name)
        wanted = name or MAIN
        with transaction.atomic(using=workbook.alias):
            there = wanted in workbook.spaces()
            target = workbook.space(wanted) if there else workbook.add_space(wanted)
            with target.all_or_nothing():
                if any(target.of(table).exists() for table in tables()):
                    if source.name != target.name and not other_name:
                        raise _another(source.name, target.name)
                    keep(target.name)
                _replace(source, target)


def _replace(source: Space, target: Space) -> None:
    from coalition.workbook.models import Workspace

    Workspace._default_manager.using(target.alias).filter(pk=target.id).update(me=None)
    for table in reversed(tables()):
        target.of(table)._raw_delete(target.alias)
    copy(source, target)


def copy(source: Space, target: Space) -> None:
    """Copy all rows of one workspace into another, which has none, in the transaction that is
    open.
    """
    ids: Ids = {_name(table): {} for table in tables()}
    anew = (source.cipher is None) is not (target.cipher is None)
    for table in tables():
        if anew and _name(table) == "term":  # the words of sealed texts stay sealed
            continue
        fields = [field for field in table._meta.concrete_fields if not _is_id(field)]
        own = [field for field in fields if field.related_model is table]
        late = _add(table, fields, own, source, target, ids)
        while late:  # rows that refer to rows of the same table, after those
            ready = [row for row in late if _has_ids(table, fields, own, row, ids)]
            late = [row for row in late if not _has_ids(table, fields, own, row, ids)]
            if not ready:
                raise _across(table)
            _store(table, fields, ready, source, target, ids)
    _copy_workspace(source, target, ids)
    if anew:
        from coalition.workbook.changes.refreshing import refresh

        refresh(target, ids["person"].values())


def _add(
    table: "Table",
    fields: "Sequence[Field[Any, Any]]",
    own: "Sequence[Field[Any, Any]]",
    source: Space,
    target: Space,
    ids: Ids,
) -> list[tuple[Any, ...]]:
    """Copy the rows that refer to none of their own table; gives the others."""
    late: list[tuple[Any, ...]] = []
    names = ["pk", *(field.attname for field in fields)]
    rows = source.of(table).order_by("pk").values_list(*names).iterator(chunk_size=BATCH * 4)
    while batch := list(islice(rows, BATCH * 4)):
        now = [row for row in batch if _has_ids(table, fields, own, row, ids)]
        late += [row for row in batch if not _has_ids(table, fields, own, row, ids)]
        _store(table, fields, now, source, target, ids)
    return late


def _has_ids(
    table: "Table",
    fields: "Sequence[Field[Any, Any]]",
    own: "Sequence[Field[Any, Any]]",
    row: tuple[Any, ...],
    ids: Ids,
) -> bool:
    known = ids[_name(table)]
    there = (row[1 + fields.index(field)] for field in own)
    return all(id_ is None or id_ in known for id_ in there)


def _store(
    table: "Table",
    fields: "Sequence[Field[Any, Any]]",
    rows: Sequence[tuple[Any, ...]],
    source: Space,
    target: Space,
    ids: Ids,
) -> None:
    new = [
        table(
            **{
                field.attname: _value(field, value, source, target, ids)
                for field, value in zip(fields, values, strict=True)
            }
        )
        for _, *values in rows
    ]
    added_rows = target.add(new)
    if _name(table) in referred():
        known = ids[_name(table)]
        known.update((row[0], made.pk) for row, made in zip(rows, added_rows, strict=True))


def _value(field: "Field[Any, Any]", value: Any, source: Space, target: Space, ids: Ids) -> object:
    if value is None:
        return None
    if field.related_model is not None:
        name = _name(field.related_model)
        if name == "workspace":
            return target.id
        if value not in ids[name]:
            raise _across(field.model)
        return ids[name][value]
    if field.name in _TEXTS.get(_name(field.model), ()):
        return target.seal(source.unseal(value))
    return bytes(value) if isinstance(value, memoryview) else value


def _copy_workspace(source: Space, target: Space, ids: Ids) -> None:
    from coalition.workbook.models import Workspace

    old = Workspace._default_manager.using(source.alias).get(pk=source.id)
    me = ids["person"].get(old.me_id) if old.me_id else None
    Workspace._default_manager.using(target.alias).filter(pk=target.id).update(
        salt=bytes(old.salt), naming=old.naming, created=old.created, me=me
    )


def _rename(space: Space, name: str) -> None:
    from coalition.workbook.models import Workspace

    Workspace._default_manager.using(space.alias).filter(pk=space.id).update(name=name)


@cache
def tables() -> "tuple[Table, ...]":
    """The tables of a workspace's rows: each after those that it refers to."""
    from django.apps import apps

    every = {_name(table): table for table in apps.get_app_config("workbook").get_models()}
    every.pop("workspace")
    before = {
        name: {to for to in _refers_to(table) if to not in (name, "workspace")}
        for name, table in sorted(every.items())
    }
    return tuple(every[name] for name in TopologicalSorter(before).static_order())


@cache
def referred() -> frozenset[str]:
    """The names of the tables that others refer to."""
    return frozenset(to for table in tables() for to in _refers_to(table))


def _refers_to(table: "Table") -> Iterator[str]:
    for field in table._meta.concrete_fields:
        if field.related_model is not None:
            yield _name(field.related_model)


def _is_id(field: "Field[Any, Any]") -> bool:
    from django.db.models import AutoField, BigAutoField

    return isinstance(field, AutoField | BigAutoField)


def _name(table: Any) -> str:
    return str(table._meta.model_name)


def _another(there: str, wanted: str) -> WorkbookError:
    return WorkbookError(
        f"The backup holds the workspace {there}, which would take the place of {wanted}: name the "
        "one to replace with --workspace, or give --force to have it so. Nothing was changed."
    )


def _across(table: "Table") -> WorkbookError:
    return WorkbookError(
        f"A row of {_name(table)} refers to one that is gone or another workspace's: `coalition "
        "check` tells more. Nothing was changed."
    )

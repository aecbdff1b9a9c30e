"""On PostgreSQL: rows are seen only through their workspace, and terms sort by code point.

A connection says whose rows it may see in the setting ``coalition.workspace``
(:mod:`coalition.workbook.space`). FORCE makes the rule hold for the owner of the tables too; only a
superuser is above it.
"""

from collections.abc import Iterator
from typing import Any

from django.db import migrations

TABLES = (
    *("source", "person", "fact", "evidence", "term", "tie", "touchpoint", "participant"),
    *("note", "goal", "stake", "obstacle", "commitment", "merge", "doubt", "erasure"),
)
_MINE = "workspace_id = NULLIF(current_setting('coalition.workspace', true), '')::bigint"


def _statements() -> Iterator[str]:
    for table in TABLES:
        name = f"workbook_{table}"
        yield f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY"
        yield f"ALTER TABLE {name} FORCE ROW LEVEL SECURITY"
        yield f"CREATE POLICY by_workspace ON {name} USING ({_MINE}) WITH CHECK ({_MINE})"
    yield 'ALTER TABLE workbook_term ALTER COLUMN term TYPE varchar(200) COLLATE "C"'
    yield 'ALTER TABLE workbook_person ALTER COLUMN sort TYPE varchar(500) COLLATE "C"'


def seal(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        for statement in _statements():
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("workbook", "0001_people")]
    operations = [migrations.RunPython(seal, migrations.RunPython.noop)]

"""On SQLite: the words that people are found by lie in the order in which they are looked up, and
not a second time beside it (``WITHOUT ROWID``), which saves half of their room and time.
"""

from typing import Any

from django.db import migrations

_TABLE = """
    CREATE TABLE workbook_term (
        workspace_id bigint NOT NULL
            REFERENCES workbook_workspace (id) DEFERRABLE INITIALLY DEFERRED,
        term varchar(200) NOT NULL,
        person_id bigint NOT NULL
            REFERENCES workbook_person (id) DEFERRABLE INITIALLY DEFERRED,
        PRIMARY KEY (workspace_id, term, person_id)
    ) WITHOUT ROWID
"""


def in_order(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "sqlite":
        for statement in (
            "ALTER TABLE workbook_term RENAME TO workbook_term_before",
            _TABLE,
            "INSERT INTO workbook_term SELECT workspace_id, term, person_id "
            "FROM workbook_term_before",
            "DROP TABLE workbook_term_before",
            "CREATE INDEX terms_of_a_person ON workbook_term (person_id)",
        ):
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("workbook", "0002_sealed_workspaces")]
    operations = [migrations.RunPython(in_order, migrations.RunPython.noop)]

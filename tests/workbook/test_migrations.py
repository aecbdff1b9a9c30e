from io import StringIO

from django.core.management import call_command

from coalition.workbook.configuration import add_database, configure, drop_database


def test_the_migrations_make_the_tables_that_the_code_knows() -> None:
    configure()
    memory = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
    add_database("migrations", memory)
    try:
        call_command("makemigrations", "workbook", check=True, dry_run=True, stdout=StringIO())
    finally:
        drop_database("migrations")

"""Whose workbook it is, and where the facts in it came from."""

import uuid

from django.db import models


class Workspace(models.Model):
    """One user's or one client's workbook, sealed from every other.

    salt:   32 random bytes that the hashes of erased people are made with.
    touched: the day up to which touchpoints count as the last ones of people.
    naming: which lists of skills the canonical names of its evidence were found with.
    sealed: the key of its texts, wrapped, where texts are encrypted one by one (PostgreSQL).
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True)
    name = models.CharField(max_length=200, unique=True)
    created = models.DateTimeField()
    salt = models.BinaryField()
    touched = models.DateField(null=True)
    naming = models.CharField(max_length=64, default="")
    sealed = models.BinaryField(default=bytes)
    me = models.ForeignKey("Person", models.SET_NULL, null=True, related_name="+")

    def __str__(self) -> str:
        return self.name


class Owned(models.Model):
    """A row of a workspace."""

    workspace = models.ForeignKey(Workspace, models.CASCADE, db_index=False, related_name="+")

    class Meta:
        abstract = True


def once_by_uid(what: str) -> models.UniqueConstraint:
    """That no two rows of a workspace have one uid; an export taken into another keeps its own."""
    return models.UniqueConstraint(fields=("workspace", "uid"), name=f"a_{what}_is_there_once")


class Source(Owned):
    """Where facts came from: a file on a day, or the user's own words.

    kind:   "file" or "typed".
    name:   the file's own name, without folders.
    format: the reader's name.
    sha256: of the file's content, in hex; "" for what was typed.
    at:     when it was read or typed.
    """

    uid = models.UUIDField(default=uuid.uuid4)
    kind = models.CharField(max_length=10)
    name = models.CharField(max_length=500)
    format = models.CharField(max_length=100, default="")
    sha256 = models.CharField(max_length=64, default="")
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("workspace", "sha256"),
                condition=~models.Q(sha256=""),
                name="a_file_is_read_once",
            ),
            once_by_uid("source"),
        )


def dated(name: str) -> models.Index:
    """An index of the facts of a table that speak of a day, by that day."""
    return models.Index(fields=("workspace", "on"), condition=models.Q(on__gt=""), name=name)


class FromSource(Owned):
    """A fact: where it was read, and in which row."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="+")
    file = models.CharField(max_length=500, default="")
    row = models.IntegerField(null=True)

    class Meta:
        abstract = True

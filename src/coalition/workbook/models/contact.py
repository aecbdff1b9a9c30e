"""Ties, touchpoints and notes."""

import uuid

from django.db import models

from coalition.workbook.models.person import Person
from coalition.workbook.models.workspace import FromSource, Owned, dated, once_by_uid


class Tie(FromSource):
    """Two people and how they are connected; as :class:`~coalition.model.contact.Tie` has it."""

    one = models.ForeignKey(Person, models.CASCADE, related_name="ties")
    other = models.ForeignKey(Person, models.CASCADE, related_name="ties_from")
    kind = models.CharField(max_length=20)
    about = models.TextField(default="")
    weight = models.FloatField(null=True)
    on = models.CharField(max_length=10, default="")
    until = models.CharField(max_length=10, default="")

    class Meta:
        indexes = (dated("ties_by_day"),)


class Touchpoint(FromSource):
    """One contact; as :class:`~coalition.model.contact.Touchpoint` has it.

    day:  the day it was on, where it took place.
    text: what was said, sealed where the workspace seals its texts.
    """

    uid = models.UUIDField(default=uuid.uuid4)
    at = models.CharField(max_length=40)
    day = models.DateField()
    until = models.CharField(max_length=40, default="")
    zone = models.CharField(max_length=100, default="")
    channel = models.CharField(max_length=20)
    about = models.TextField(default="")
    text = models.TextField(default="")
    key = models.CharField(max_length=500, default="")

    class Meta:
        indexes = (models.Index(fields=("workspace", "key"), name="touchpoints_by_key"),)
        constraints = (once_by_uid("touchpoint"),)


class Participant(Owned):
    """A person who took part in a touchpoint; ``place`` 0 is who it came from, if that is known."""

    touchpoint = models.ForeignKey(Touchpoint, models.CASCADE, related_name="participants")
    person = models.ForeignKey(Person, models.CASCADE, related_name="touchpoints")
    place = models.IntegerField()


class Note(FromSource):
    """A text about a person's work.

    kind: "note", or "recommendation" where ``by_person`` wrote it for others to read.
    text: sealed where the workspace seals its texts.
    """

    uid = models.UUIDField(default=uuid.uuid4)
    person = models.ForeignKey(Person, models.CASCADE, related_name="notes")
    by_person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    kind = models.CharField(max_length=20, default="note")
    text = models.TextField()
    on = models.CharField(max_length=10, default="")

    class Meta:
        indexes = (dated("notes_by_day"),)
        constraints = (once_by_uid("note"),)

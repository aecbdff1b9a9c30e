"""What the user wants to achieve, who matters for it, what blocks it and who promised what."""

import uuid

from django.db import models

from coalition.workbook.models.person import Person
from coalition.workbook.models.workspace import FromSource, once_by_uid


class Goal(FromSource):
    """What the user wants to achieve; ``by`` and ``closed`` are days."""

    uid = models.UUIDField(default=uuid.uuid4)
    name = models.CharField(max_length=500)
    by = models.DateField(null=True)
    closed = models.DateField(null=True)

    class Meta:
        constraints = (once_by_uid("goal"),)


class Stake(FromSource):
    """One person's influence, interest and stance on one goal, as of a day; history is kept."""

    goal = models.ForeignKey(Goal, models.CASCADE, related_name="stakes")
    person = models.ForeignKey(Person, models.CASCADE, related_name="stakes")
    influence = models.CharField(max_length=20, default="")
    interest = models.CharField(max_length=20, default="")
    now = models.CharField(max_length=20, default="")
    wanted = models.CharField(max_length=20, default="")
    because = models.TextField(default="")
    on = models.DateField()


class Obstacle(FromSource):
    """What blocks a person, and who can remove it."""

    what = models.TextField()
    goal = models.ForeignKey(Goal, models.SET_NULL, null=True, related_name="obstacles")
    blocks = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    remover = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    on = models.DateField()
    removed = models.DateField(null=True)


class Commitment(FromSource):
    """What the user promised a person, or the person the user (``theirs``)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="commitments")
    theirs = models.BooleanField()
    what = models.TextField()
    on = models.DateField()
    due = models.DateField(null=True)
    kept = models.DateField(null=True)

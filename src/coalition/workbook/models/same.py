"""Who is the same person, who perhaps is, and who was erased."""

from django.db import models

from coalition.workbook.models.person import Person
from coalition.workbook.models.workspace import Owned, Source


class Merge(Owned):
    """Two people of the workbook found to be one.

    moved:  the ids, as a JSON list, of those who had been merged into ``gone`` before.
    was_me: whether ``gone`` was the user until then.
    """

    kept = models.ForeignKey(Person, models.CASCADE, related_name="+")
    gone = models.ForeignKey(Person, models.CASCADE, related_name="+")
    moved = models.TextField(default="[]")
    was_me = models.BooleanField(default=False)
    at = models.DateTimeField()
    undone = models.DateTimeField(null=True)


class Doubt(Owned):
    """Two people who may be one: the user is asked.

    source: what brought it up. answer: "" while nobody has answered, "same" or "apart".
    """

    one = models.ForeignKey(Person, models.CASCADE, related_name="+")
    other = models.ForeignKey(Person, models.CASCADE, related_name="+")
    reason = models.TextField()
    source = models.ForeignKey(Source, models.SET_NULL, null=True, related_name="+")
    answer = models.CharField(max_length=10, default="")
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("one", "other"), name="a_pair_is_asked_once"),
        )


class Erasure(Owned):
    """The salted hash of a key that told who an erased person was, so that an import asks before
    it brings them back.
    """

    hash = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("workspace", "hash"), name="erased_once"),)

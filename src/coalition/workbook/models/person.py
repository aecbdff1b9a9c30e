"""People, what is known of them, and the words they are found by."""

import uuid

from django.db import models

from coalition.workbook.models.workspace import FromSource, Owned, dated, once_by_uid


class Person(Owned):
    """A person. All but ``merged_into`` is derived from their facts, ties and touchpoints, for
    lists and searches.

    merged_into: the person that this one turned out to be; never a chain.
    last_touch:  the last day they were in touch with the user.
    """

    uid = models.UUIDField(default=uuid.uuid4)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="merged")
    name = models.CharField(max_length=500)
    sort = models.CharField(max_length=500, default="")
    title = models.CharField(max_length=500, default="")
    organisation = models.CharField(max_length=500, default="")
    unit = models.CharField(max_length=500, default="")
    place = models.CharField(max_length=500, default="")
    email = models.CharField(max_length=500, default="")
    active = models.BooleanField(default=True)
    last_touch = models.DateField(null=True)

    class Meta:
        indexes = (
            models.Index(fields=("workspace", "merged_into", "sort"), name="people_in_order"),
            models.Index(fields=("workspace", "last_touch"), name="people_by_touch"),
        )
        constraints = (once_by_uid("person"),)

    def __str__(self) -> str:
        return self.name


class Fact(FromSource):
    """One thing a source says of a person, such as a title.

    field: what it says: a :class:`~coalition.model.held.Field`.
    value: what it is; ``detail`` more of it, as a JSON object, for positions.
    on:    the day it speaks of, an ISO date as exact as the source has it; "" where it tells none.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="facts")
    field = models.CharField(max_length=20)
    value = models.TextField()
    detail = models.TextField(default="")
    on = models.CharField(max_length=10, default="")

    class Meta:
        indexes = (dated("facts_by_day"),)


class Evidence(FromSource):
    """One reason to connect a person with a skill; as
    :class:`~coalition.model.evidence.Evidence` has it.

    canonical: the key of the skill's canonical name.
    by_person: who says so, where that is a person of the workbook.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="evidence")
    skill = models.CharField(max_length=500)
    canonical = models.CharField(max_length=500)
    kind = models.CharField(max_length=20)
    amount = models.FloatField()
    at_least = models.BooleanField(default=False)
    by = models.CharField(max_length=500, default="")
    by_key = models.CharField(max_length=500, default="")
    by_person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    on = models.CharField(max_length=10, default="")
    group = models.CharField(max_length=500, default="")
    unit = models.CharField(max_length=100, default="")
    rows = models.IntegerField(default=1)

    class Meta:
        indexes = (
            models.Index(fields=("workspace", "canonical", "person"), name="evidence_by_skill"),
            dated("evidence_by_day"),
        )


class Term(models.Model):
    """A word that a person is found by, or a key that tells who they are; derived.

    A word of text stands as it is; a key has its kind before it, such as ``email:``.
    """

    pk = models.CompositePrimaryKey("workspace_id", "term", "person_id")
    workspace = models.ForeignKey("Workspace", models.CASCADE, db_index=False, related_name="+")
    term = models.CharField(max_length=200)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")

import pytest
from coalition.workbook import changes, queries
from coalition.model.person import Person
from datetime import date
def test_x(space):
    n = changes.add_person(space, Person("Ada\x00 \ud800 Testerson"))
    changes.note(space, n, "a\x00b\ud800", date(2026,1,1))
    print(queries.held_on(space, n))

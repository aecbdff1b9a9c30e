import os

import pytest
import writers

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked here")


def test_three_who_write_at_once_lose_nothing_and_are_told_of_no_lock(place: str) -> None:
    came = writers.main(place, 3, lambda made, _: made >= 12)
    assert came.told == ()
    assert came.acknowledged.total() == 36
    assert (came.lost, came.unasked, came.wrong) == (0, 0, ())

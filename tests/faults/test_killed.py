"""kill -9 in the middle of each deed: all of it or nothing, and it can be done again."""

import pytest

from tests.faults.killing import survives_killing
from tests.faults.life import CHAPTERS

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.__name__)
def test_a_deed_killed_in_the_middle_leaves_nothing_and_is_done_once(chapter, clock):
    story = chapter(clock)
    deed, done = next(story), 0
    while deed:
        given, done = survives_killing(deed), done + 1
        try:
            deed = story.send(given)
        except StopIteration:
            break
    assert done > 2

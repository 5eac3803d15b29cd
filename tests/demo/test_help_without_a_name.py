"""What the fictitious helpline finds in the morning, and what a visitor can read with printed words."""

import re

import pytest
from django.urls import reverse
from django.utils import translation

from korgoo.demo import api
from korgoo.demo.stories.help_without_a_name import THANKS, WHAT_TO_DO
from korgoo.helpline import api as helpline
from korgoo.helpline import services
from korgoo.helpline.enums import Danger, State
from korgoo.helpline.models import Conversation
from korgoo.lib.word_codes import read_code
from tests.demo.test_stories import actor

pytestmark = pytest.mark.django_db
FICTITIOUS = re.compile(r"ойдон чыгарыл|вымышлен|o‘ylab topil", re.IGNORECASE)


def test_danger_comes_first_and_what_was_passed_on_waits_for_nobody(loaded):
    queue = helpline.queue(actor=actor("line"))
    shown = [(one.danger, one.language, one.state) for one in queue]
    assert shown == [
        (Danger.YES, "ky", State.NEW),
        (Danger.UNKNOWN, "ru", State.NEW),
        (Danger.NO, "ky", State.NEW),
    ]
    assert helpline.waiting_count(actor=actor("line")) == len(shown)
    passed = Conversation.objects.get(language="uz")
    assert (passed.state, passed.passed_to) == (State.PASSED_ON, "centre-employment-abroad")


def test_nobody_else_finds_them(loaded):
    assert helpline.queue(actor=actor("inspector")) == []
    assert helpline.queue(actor=actor("coordinator")) == []


def test_all_that_was_written_says_that_it_is_invented(loaded):
    line = actor("line")
    said = [
        message
        for row in Conversation.objects.all()
        for message in services.open_messages(row.pk, actor=line)
    ]
    assert len(said) == 7
    assert [one.text for one in said if not FICTITIOUS.search(one.text)] == []
    assert sum(one.has_photo for one in said) == 1


def test_the_picture_opens_for_who_answers(loaded):
    line = actor("line")
    row = Conversation.objects.get(language="ru")
    message = services.open_messages(row.pk, actor=line)[0]
    assert services.open_photo(row.pk, message.key, actor=line).is_picture


def test_the_words_at_the_door_open_one_of_them(loaded, client):
    assert read_code(api.OPEN_WORDS) == api.OPEN_WORDS
    door = client.get(reverse("demo:roles")).content.decode()
    assert api.OPEN_WORDS in door
    with translation.override("ky"):
        place = reverse("helpline_public:read")
    page = client.post(place, {"words": api.OPEN_WORDS}).content.decode()
    for text in (THANKS, WHAT_TO_DO):
        assert text in page

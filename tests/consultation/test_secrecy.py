"""Who finds no consultation, and that reading one writes nothing."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from korgoo.access import session
from korgoo.consultation.models import Adoption, Comment, Notice
from tests.consultation.conftest import KIND

pytestmark = pytest.mark.django_db
EDITORS_ONLY = ["open", "extend", "answer", "propose", "adoption"]
FOR_ALL = ["list", "consultation", "item", "notices", "notice"]
POST_ONLY = ["withdraw", "read"]
SAFE = ["list", "consultation", "notices", "notice"]


@pytest.fixture
def places(story):
    """The address of every page, in a consultation that has everything."""
    comment = story.comment()
    story.answer(comment)
    adoption = story.adopt()
    notice = Notice.objects.get()
    args = {
        "list": [],
        "notices": [],
        "open": [KIND, story.draft.id],
        "answer": [comment.pk],
        "adoption": [adoption.pk],
        "withdraw": [adoption.pk],
        "notice": [notice.pk],
        "read": [notice.pk],
    }
    pages = [*EDITORS_ONLY, *FOR_ALL, *POST_ONLY]
    return {
        page: reverse(f"consultation:{page}", args=args.get(page, [story.row.pk]))
        for page in pages
    }


def test_every_page_is_looked_at(places):
    from korgoo.consultation.urls import urlpatterns

    assert set(places) == {pattern.name for pattern in urlpatterns}


def test_visitors_are_led_to_the_door(client, places):
    for page, address in places.items():
        answer = client.post(address) if page in POST_ONLY else client.get(address)
        assert answer.status_code == 302, page
        assert answer.url.startswith(reverse("account_login")), page


def test_a_locked_session_is_led_to_unlock(story, places, enter, client):
    enter(story.people.editor)
    client.cookies.pop(session.COOKIE)
    for page, address in places.items():
        answer = client.post(address) if page in POST_ONLY else client.get(address)
        assert answer.url.startswith(reverse("access:unlock")), page


def test_a_role_without_consultations_finds_nothing(story, places, enter):
    protector = enter(story.people.protector)
    for page, address in places.items():
        if page not in POST_ONLY:
            assert protector.get(address).status_code == 404, page
        if page not in SAFE:
            assert protector.post(address).status_code == 404, page


@pytest.mark.parametrize("who", ["officer", "worker", "foreign_editor"])
def test_other_mandates_read_and_decide_nothing(who, story, places, enter):
    member = enter(getattr(story.people, who))
    for page in FOR_ALL:
        assert member.get(places[page]).status_code == 200, page
    for page in EDITORS_ONLY:
        assert member.get(places[page]).status_code == 404, page
        assert member.post(places[page]).status_code == 404, page
    assert member.post(places["withdraw"]).status_code == 404


def test_the_coordinator_decides_and_edits_nothing(story, places, enter):
    second = enter(story.people.second)
    for page in ("open", "extend", "answer"):
        assert second.get(places[page]).status_code == 404, page
    for page in ("propose", "adoption", *FOR_ALL):
        assert second.get(places[page]).status_code == 200, page


def test_what_does_not_exist_is_not_found(story, enter):
    editor = enter(story.people.editor)
    other = "0b06f2a5-6a7e-4a6e-8d5e-3c1b8a1f9d10"
    for page in ("consultation", "item", "extend", "propose", "answer", "adoption", "notice"):
        assert editor.get(page, other).status_code == 404, page
    assert editor.get("open", KIND, other).status_code == 404
    assert editor.get("open", "nothing", other).status_code == 404


def test_reading_writes_nothing(story, places, enter):
    member = enter(story.people.editor)
    for page in [*FOR_ALL, *EDITORS_ONLY]:
        with CaptureQueriesContext(connection) as queries:
            assert member.get(places[page]).status_code == 200, page
        writes = [
            q["sql"]
            for q in queries
            if q["sql"].split()[0] in {"INSERT", "UPDATE", "DELETE"}
            and "django_session" not in q["sql"]
        ]
        assert writes == [], page
    assert Comment.objects.count() == Adoption.objects.count() == 1


def test_who_wrote_a_comment_is_not_named_to_others(story, enter):
    story.people.officer.user.name = "Officer Unnamed"
    story.people.officer.user.save()
    story.comment()
    page = enter(story.people.worker).get("consultation", story.row.pk)
    assert "Invented Police" in page.text
    assert "Officer Unnamed" not in page.text

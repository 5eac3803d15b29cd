"""The demonstration comes once, whole, and never beside real members."""

import pytest
from django.urls import reverse

from korgoo.access.models import Organisation, User
from korgoo.casework.models import Case
from korgoo.demo import api
from korgoo.demo.people import PEOPLE

pytestmark = pytest.mark.django_db
SIGN_IN = reverse("demo:sign_in", args=["inspector"])


def rows():
    return User.objects.count(), Organisation.objects.count(), Case.objects.count()


def test_a_second_loading_changes_nothing(loaded):
    before = rows()
    assert api.load() is False
    assert rows() == before


def test_everybody_at_the_door_comes_in_with_an_open_key(loaded, client):
    for person in (p for p in PEOPLE if p.on_door):
        answer = client.post(reverse("demo:sign_in", args=[person.key]))
        assert answer.url == reverse("web:home")
        home = client.get(answer.url)
        assert home.status_code == 200, person.key
        assert home.wsgi_request.actor.key is not None


def test_the_door_shows_only_who_may_be_played(loaded, client):
    shown = client.get(reverse("demo:roles")).content.decode()
    for person in PEOPLE:
        assert (person.name in shown) == person.on_door


def test_nobody_comes_in_by_the_door_who_is_not_at_it(loaded, client):
    for key in ("shelter2", "nobody"):
        assert client.post(reverse("demo:sign_in", args=[key])).status_code == 404


def test_without_demo_mode_there_is_no_door(loaded, client, settings):
    settings.DEMO = False
    assert client.get(reverse("demo:roles")).status_code == 404
    assert client.post(SIGN_IN).status_code == 404
    assert "_auth_user_id" not in client.session


def test_beside_a_real_member_there_is_no_door(loaded, client):
    User.objects.create_user("real@example.org", None, "Somebody Real")
    assert client.get(reverse("demo:roles")).status_code == 404
    assert client.post(SIGN_IN).status_code == 404

"""Where the demonstration does not come, or breaks off, nothing of it is left."""

import pytest

from korgoo.access.models import Organisation, User
from korgoo.casework.models import Case
from korgoo.demo import api, stories
from korgoo.lib.errors import DomainError
from tests import factories

pytestmark = pytest.mark.django_db


def rows():
    return User.objects.count(), Organisation.objects.count(), Case.objects.count()


def test_it_is_not_loaded_where_demo_mode_is_off(db, settings):
    settings.DEMO = False
    with pytest.raises(DomainError, match="demo mode is off"):
        api.load()
    assert rows() == (0, 0, 0)


def test_it_is_not_loaded_over_real_members(demo_mode):
    factories.member()
    before = rows()
    with pytest.raises(DomainError, match="real members"):
        api.load()
    assert rows() == before


def test_a_story_that_fails_leaves_nothing_behind(demo_mode, monkeypatch):
    def broken(stage):
        stage.at(1, lambda: 1 / 0)

    monkeypatch.setattr(api, "STORIES", (*stories.STORIES[:1], broken))
    with pytest.raises(ZeroDivisionError):
        api.load()
    assert rows() == (0, 0, 0)

"""The invented editors of the demonstration: most of what is told was looked at, a little was left."""

from datetime import UTC, date, datetime

import pytest

from korgoo.access.enums import Mandate, Role
from korgoo.demo.stage import Stage
from korgoo.demo.stories import public_information
from korgoo.lib import clock
from korgoo.rights import api
from tests import factories
from tests import factories_rights as made

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def played(db, monkeypatch):
    with clock.stopped_at(NOW):  # what the stage does too, for each of its steps
        _play(monkeypatch)
        yield


def _play(monkeypatch):
    ministry = factories.organisation(Mandate.ADVISE)
    editors = [factories.member(Role.CONTENT_EDITOR, at=ministry) for _name in range(2)]
    told = made.information(
        made.stale("ru-season", sort="season"),
        made.stale("ru-law"),
        made.stale("kz-law", destination="kazakhstan"),
        made.advice(as_of="2025-06-01"),
        made.item("ru-unverified", provenance=made.BACKGROUND),
        numbers=[made.number(f"n-{number}") for number in range(8)],
    )
    monkeypatch.setattr(public_information, "load_pack", lambda: api.load(told))
    stage = Stage(NOW)
    stage.actors = {"editor": editors[0].actor, "editor2": editors[1].actor}
    public_information.plan(stage)
    stage.play()


def test_most_is_current_and_one_of_each_place_was_left(played):
    standing = {one.key: str(one.standing) for one in api.items_for(None, None, "en")}
    assert standing == {
        "ru-season": "stale",
        "kz-law": "stale",
        "ru-law": "current",
        "ru-advice": "current",
    }


def test_the_editors_looked_two_weeks_ago(played):
    assert api.statement("ru-law", "en").checked_on == date(2026, 2, 16)


def test_one_number_was_not_called(played):
    numbers = api.numbers_for("russia", "en")
    assert [one.checked_on is None for one in numbers].count(True) == 1

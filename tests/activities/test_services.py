"""Deeds in the log: who may, what fits, two at once, and what the trail says."""

from datetime import date
from io import BytesIO

import pytest
from django.db import IntegrityError, transaction
from PIL import Image

from korgoo.access.models import AuditEvent
from korgoo.activities import selectors, services
from korgoo.activities.enums import Consent, State
from korgoo.activities.errors import Meanwhile
from korgoo.activities.models import Activity, ActivityPhoto
from korgoo.activities.services.media import PlacementFacts
from korgoo.activities.services.photos import PhotoFacts, read_photo
from korgoo.lib.errors import DomainError, Forbidden, NotFound
from tests import factories_activities as made
from tests.members import at_once

DAY = date(2026, 8, 9)
PLAN = State.PLANNED


def events():
    return [row.event for row in AuditEvent.objects.filter(event__startswith="activities:")]


def picture():
    target = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "a secret place"
    Image.new("RGB", (40, 30), "red").save(target, "JPEG", exif=exif)
    return target.getvalue()


def photo(team, row, consent=Consent.WRITTEN, member=None, **traits):
    told = {"words": "People in a hall", "consent": consent, "has_faces": True} | traits
    actor = (member or team.partner).actor
    return services.add_photo(row.pk, read_photo(picture()), PhotoFacts(**told), actor=actor)


def test_what_is_logged_belongs_to_its_house_and_lies_in_its_region(team):
    row = made.activity(team.campaign, team.partner, counts=(("female", "18-24", 12),))

    assert row.region == "41702000000000"
    assert [one.organisation_id for one in row.organisers.all()] == [team.partner.organisation.pk]
    assert [(c.sex, c.age, c.number) for c in row.counts.all()] == [("female", "18-24", 12)]
    assert events() == ["activities:activity:logged"]


def test_facts_that_do_not_fit_write_nothing(team):
    with pytest.raises(DomainError):
        made.activity(team.campaign, team.partner, asked=50)

    assert not Activity.objects.exists()


def test_the_database_holds_the_rules_too(team):
    row = made.activity(team.campaign, team.partner)
    for wrong in ({"asked": 41}, {"state": "planned"}, {"reason": "x"}, {"contacts": 100_001}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Activity.objects.filter(pk=row.pk).update(**wrong)


def test_a_planned_activity_is_held_and_then_only_put_right(team):
    row = made.activity(team.campaign, team.partner, state=PLAN, day=DAY)
    services.change(row.pk, made.facts(day=DAY), seen=0, actor=team.partner.actor)
    services.change(row.pk, made.facts(day=DAY, contacts=41), seen=1, actor=team.partner.actor)

    row.refresh_from_db()
    assert (row.state, row.contacts, row.changes) == ("held", 41, 2)
    with pytest.raises(Forbidden):
        services.change(row.pk, made.planned(day=DAY), seen=2, actor=team.partner.actor)


def test_who_looked_at_an_older_state_is_told_so(team):
    row = made.activity(team.campaign, team.partner)
    services.change(row.pk, made.facts(contacts=41), seen=0, actor=team.partner.actor)

    with pytest.raises(Meanwhile):
        services.change(row.pk, made.facts(contacts=42), seen=0, actor=team.partner.actor)


@pytest.mark.parametrize("deed", ["change", "cancel", "photo"])
def test_what_is_another_houses_is_not_found_to_change(team, deed):
    row = made.activity(team.campaign, team.partner, state=PLAN, day=DAY)
    deeds = {
        "change": lambda: services.change(row.pk, made.facts(), seen=0, actor=team.other.actor),
        "cancel": lambda: services.cancel(row.pk, "rain", actor=team.other.actor),
        "photo": lambda: photo(team, row, member=team.other),
    }

    with pytest.raises(NotFound):
        deeds[deed]()


def test_who_runs_the_campaign_and_who_held_it_may_change_it(team):
    both = (team.partner.organisation.pk, team.other.organisation.pk)
    row = made.activity(team.campaign, team.partner, organisers=both)
    services.change(row.pk, made.facts(organisers=both), seen=0, actor=team.other.actor)
    services.change(row.pk, made.facts(), seen=1, actor=team.keeper.actor)

    assert Activity.objects.get().changes == 2


def test_a_cancelled_activity_says_why_and_may_be_planned_anew(team):
    row = made.activity(team.campaign, team.partner, state=PLAN, day=DAY)
    services.cancel(row.pk, "The hall burnt down", actor=team.partner.actor)
    with pytest.raises(Forbidden):
        services.cancel(row.pk, "Again", actor=team.partner.actor)
    services.change(row.pk, made.planned(day=date(2026, 9, 1)), seen=1, actor=team.partner.actor)

    row.refresh_from_db()
    assert (row.state, row.reason) == ("planned", "")


def test_a_campaign_that_is_still_written_is_not_found(team):
    hidden = made.campaign(team.keeper.organisation.pk, key="draft", state="draft")

    with pytest.raises(NotFound):
        made.activity(hidden, team.partner)
    assert made.activity(hidden, team.keeper)


def test_every_change_of_the_log_changes_its_mark(team):
    marks = {selectors.mark()}
    row = made.activity(team.campaign, team.partner, state=PLAN, day=DAY)
    marks.add(selectors.mark())
    services.cancel(row.pk, "rain", actor=team.partner.actor)
    marks.add(selectors.mark())

    assert len(marks) == 3


def test_a_picture_keeps_nothing_but_its_pixels(team):
    row = made.activity(team.campaign, team.partner)
    kept = photo(team, row)

    assert b"secret" in picture()
    assert b"secret" not in bytes(ActivityPhoto.objects.get(pk=kept.pk).content)


def test_a_picture_is_let_out_by_a_second_person_who_runs_the_campaign(team):
    row = made.activity(team.campaign, team.partner)
    kept, own = photo(team, row), photo(team, row, member=team.keeper)

    with pytest.raises(Forbidden):
        services.approve_photo(kept.pk, actor=team.partner.actor)
    with pytest.raises(NotFound):
        services.approve_photo(kept.pk, actor=team.other.actor)
    with pytest.raises(Forbidden):
        services.approve_photo(own.pk, actor=team.keeper.actor)
    services.approve_photo(own.pk, actor=team.second.actor)
    services.approve_photo(kept.pk, actor=team.keeper.actor)
    assert selectors.public_photos(team.campaign.pk).count() == 2


@pytest.mark.parametrize("consent", [Consent.NONE, Consent.SPOKEN])
def test_a_picture_without_proved_consent_stays_inside(team, consent):
    kept = photo(team, made.activity(team.campaign, team.partner), consent)

    with pytest.raises(Forbidden):
        services.approve_photo(kept.pk, actor=team.keeper.actor)
    with pytest.raises(IntegrityError), transaction.atomic():
        ActivityPhoto.objects.update(approved_at=kept.added_at, approved_by_id=1)


def test_a_picture_that_is_taken_away_is_gone(team):
    kept = photo(team, made.activity(team.campaign, team.partner))
    services.approve_photo(kept.pk, actor=team.keeper.actor)
    services.remove_photo(kept.pk, actor=team.partner.actor)

    assert not ActivityPhoto.objects.exists()
    with pytest.raises(NotFound):
        selectors.public_photo(kept.pk)


def test_a_reach_without_its_source_is_refused_by_the_database(team):
    told = PlacementFacts("tv", "Invented TV", "On air", DAY, reach=1000)

    with pytest.raises(IntegrityError), transaction.atomic():
        services.record_placement(team.campaign.pk, told, actor=team.partner.actor)


def test_a_publication_is_put_right_by_its_house_or_who_runs_the_campaign(team):
    told = PlacementFacts(
        "tv", "Invented TV", "On air", DAY, reach=1000, reach_source="the station"
    )
    row = services.record_placement(team.campaign.pk, told, actor=team.partner.actor)
    services.change_placement(row.pk, told, seen=0, actor=team.keeper.actor)

    with pytest.raises(NotFound):
        services.change_placement(row.pk, told, seen=1, actor=team.other.actor)
    with pytest.raises(Meanwhile):
        services.change_placement(row.pk, told, seen=0, actor=team.partner.actor)


@pytest.mark.django_db(transaction=True)
def test_of_two_changes_at_once_one_is_made_and_the_other_told(team):
    row = made.activity(team.campaign, team.partner)

    def change(contacts):
        told = made.facts(contacts=contacts)
        return services.change(row.pk, told, seen=0, actor=team.partner.actor)

    outcomes = at_once(lambda: change(41), lambda: change(42))

    assert sorted(type(one).__name__ for one in outcomes) == ["Activity", "Meanwhile"]
    assert Activity.objects.get().changes == 1

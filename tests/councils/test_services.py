"""Seats over time, contacts, and organisations that follow one another."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from korgoo.access.enums import Event, Mandate, Role
from korgoo.access.models import AuditEvent, Organisation
from korgoo.councils import api, services
from korgoo.councils.enums import BodyKind, SeatKind
from korgoo.councils.models import Body, Seat
from korgoo.councils.services import BodyFacts, ContactFacts, SeatFacts
from korgoo.councils.services.seats import Overlap
from korgoo.countrypack import api as packs
from korgoo.lib.errors import DomainError, Forbidden, NotFound
from tests import factories, factories_councils

TODAY, SPRING = date(2026, 3, 2), date(2025, 4, 1)
pytestmark = pytest.mark.django_db


def names_on(people, day=TODAY):
    return [card.organisation for card in api.members_on(people.council.pk, day)]


def give(people, organisation, kind="member", begins=TODAY, **traits):
    facts = SeatFacts(organisation.pk, kind, begins, **traits)
    return services.add_seat(people.council.pk, facts, actor=people.secretary.actor)


def test_the_composition_of_a_day_comes_by_seat_and_name(people):
    assert names_on(people) == [
        "Invented Police",
        "Invented Region",
        "Invented Shelter",
        "Invented Donor",
    ]
    assert names_on(people, date(2023, 12, 31)) == []


def test_a_past_composition_stays_as_it_was(people):
    seat = Seat.objects.get(organisation=people.shelter)
    services.end_seat(seat.pk, date(2025, 3, 31), actor=people.secretary.actor)
    give(people, people.other, begins=SPRING)
    assert "Invented Shelter" in names_on(people, date(2025, 3, 31))
    assert "Invented Shelter" not in names_on(people, SPRING)
    assert "Invented Other Region" in names_on(people, SPRING)


def test_a_second_chair_is_refused_with_the_name_of_the_first(people):
    with pytest.raises(Overlap, match="two chairs at once: Invented Police since 1 January 2024"):
        give(people, people.other, SeatKind.CHAIR)


def test_an_organisation_does_not_sit_twice(people):
    with pytest.raises(Overlap, match="Invented Shelter sits here already"):
        give(people, people.shelter, SeatKind.OBSERVER)


def test_the_database_itself_refuses_a_second_open_chair(people):
    with pytest.raises(IntegrityError), transaction.atomic():
        Seat.objects.create(
            body=people.council, organisation=people.other, kind="chair", valid_from=TODAY
        )


@pytest.mark.parametrize(
    ("begins", "ends"),
    [(date(1980, 1, 1), None), (date(2040, 1, 1), None), (TODAY, date(2026, 3, 1))],
)
def test_impossible_days_are_refused(people, begins, ends):
    with pytest.raises(DomainError):
        give(people, people.other, begins=begins, valid_to=ends)


def test_a_seat_does_not_begin_before_its_body(people):
    Body.objects.filter(pk=people.council.pk).update(founded=SPRING)
    with pytest.raises(DomainError, match="did not exist yet"):
        give(people, people.other, begins=date(2025, 3, 31))


@pytest.mark.parametrize("who", ["stranger", "officer", "central", "chair"])
def test_who_does_not_keep_a_body_finds_none_to_change(people, who):
    facts = SeatFacts(people.other.pk, "member", TODAY)
    with pytest.raises(NotFound):
        services.add_seat(people.council.pk, facts, actor=getattr(people, who).actor)


def test_who_co_ordinates_keeps_a_body_without_a_keeper(people):
    body = factories_councils.body()
    assert api.keeps(people.central.actor, body.pk)
    assert not api.keeps(people.secretary.actor, body.pk)


def test_only_who_co_ordinates_founds_a_body(people):
    facts = BodyFacts(BodyKind.WORKING_GROUP, "а", "б", "c")
    with pytest.raises(Forbidden):
        services.found_body(facts, actor=people.secretary.actor)
    row = services.found_body(facts, actor=people.central.actor)
    assert row in Body.objects.all()


def test_an_ended_body_is_not_offered_any_more(people):
    services.end_body(people.council.pk, date(2026, 3, 1), actor=people.central.actor)
    assert api.bodies(actor=people.head.actor) == []
    with pytest.raises(DomainError, match="ended already"):
        services.end_body(people.council.pk, TODAY, actor=people.central.actor)


def follow(people, ended, successor, day=TODAY, actor="central"):
    by = getattr(people, actor).actor
    return services.record_succession(ended.pk, successor.pk, day, basis="Decree 1", actor=by)


def test_a_successor_takes_the_seat_and_both_names_stay(people):
    follow(people, people.police, people.other)
    card = next(c for c in api.members_on(people.council.pk, TODAY) if c.seat == "chair")
    assert (card.organisation, card.taken_as) == ("Invented Other Region", "Invented Police")
    assert card.until == date(2026, 3, 1)
    assert names_on(people, date(2026, 3, 1))[0] == "Invented Police"
    assert Seat.objects.get(kind="chair").organisation == people.police


def test_obligations_are_followed_through_several_successors(people):
    third = factories.organisation(Mandate.TAKE_PART)
    follow(people, people.police, people.other, date(2025, 1, 1))
    follow(people, people.other, third, date(2026, 1, 1))
    bearers = [
        api.successor_on(people.police.pk, day)
        for day in (date(2024, 6, 1), date(2025, 1, 1), date(2025, 12, 31), TODAY)
    ]
    assert bearers == [people.police.pk, people.other.pk, people.other.pk, third.pk]
    assert api.ancestors(third.pk) == {people.police.pk, people.other.pk}
    assert api.ancestors(people.police.pk) == set()


def test_a_successor_with_a_seat_of_its_own_sits_once_on_the_higher_one(people):
    follow(people, people.police, people.shelter)
    seats = [(c.organisation, c.seat) for c in api.members_on(people.council.pk, TODAY)]
    assert seats[0] == ("Invented Shelter", "chair")
    assert sum(name == "Invented Shelter" for name, _seat in seats) == 1


def test_a_successor_of_the_keeper_keeps_the_body(people):
    follow(people, people.region, people.other)
    assert api.keeps(people.stranger.actor, people.council.pk)
    assert not api.keeps(people.secretary.actor, people.council.pk)


def test_a_seat_for_the_successor_beside_the_inherited_one_is_refused(people):
    follow(people, people.police, people.other)
    with pytest.raises(Overlap, match="sits here already"):
        give(people, people.other)


@pytest.mark.parametrize(
    ("ended", "successor", "day", "why"),
    [
        ("police", "police", TODAY, "two different"),
        ("police", "other", date(1985, 1, 1), "since 1991"),
        ("police", "other", date(2019, 1, 1), "did not exist yet"),
        ("ministry", "other", TODAY, "Your own organisation"),
    ],
)
def test_a_succession_that_cannot_be_is_refused(people, ended, successor, day, why):
    with pytest.raises(DomainError, match=why):
        follow(people, getattr(people, ended), getattr(people, successor), day)
    assert not Organisation.objects.filter(successor__isnull=False).exists()


def test_two_do_not_follow_each_other(people):
    follow(people, people.police, people.other, date(2027, 1, 1))
    with pytest.raises(DomainError, match="circle"):
        follow(people, people.other, people.police, date(2026, 6, 1))
    with pytest.raises(DomainError, match="recorded already"):
        follow(people, people.police, people.shelter)


def test_only_who_co_ordinates_records_a_succession(people):
    with pytest.raises(Forbidden):
        follow(people, people.police, people.other, actor="secretary")


def test_the_pack_does_not_undo_a_recorded_succession(db, clock):
    from korgoo.access import services as access

    bodies = packs.current().bodies
    access.load_organisations(bodies)
    health = Organisation.objects.get(code="ministry-health")
    education = Organisation.objects.get(code="ministry-education")
    services.record_succession(health.pk, education.pk, TODAY, basis="Decree", actor=None)
    access.load_organisations(bodies)
    health.refresh_from_db()
    assert (health.valid_to, health.successor) == (date(2026, 3, 1), education)


def test_the_pack_brings_its_bodies_as_rows_and_a_second_time_nothing(db, clock):
    from korgoo.access import services as access

    access.load_organisations(packs.current().bodies)
    named = services.load_bodies(packs.current().platform)
    seats = Seat.objects.count()
    services.load_bodies(packs.current().platform)
    assert Body.objects.filter(is_from_pack=True).count() == named == 11
    assert Seat.objects.count() == seats
    regional = Body.objects.filter(kind="regional", is_from_pack=True)
    assert {row.founded_known_to for row in regional} == {"month"}
    body = Body.objects.get(key="platform-for-action")
    members = {card.organisation: card.taken_as for card in api.members_on(body.pk, TODAY)}
    assert (
        members["Ministry of Labour, Social Security and Migration"]
        == "Ministry of Labour, Migration and Youth"
    )
    then = [card.organisation for card in api.members_on(body.pk, date(2017, 7, 28))]
    assert "State Migration Service under the Government" in then


def test_contacts_are_found_by_matter_region_and_any_spelling(people):
    from korgoo.councils import selectors

    def add(organisation, matter, region=""):
        facts = ContactFacts(organisation.pk, matter, "Duty officer", "+996 000", region)
        return services.add_contact(facts, actor=people.central.actor)

    add(people.police, "safety", "41706000000000")
    add(people.shelter, "shelter")
    actor = people.head.actor

    def found(**asked):
        rows = selectors.contacts(**asked, actor=actor)
        return [row.organisation.name for row in rows]

    assert found() == ["Invented Police", "Invented Shelter"]
    assert found(matter="safety") == ["Invented Police"]
    assert found(region="41706000000000") == ["Invented Police", "Invented Shelter"]
    assert found(region="41707000000000") == ["Invented Shelter"]
    assert found(words="инвентед полице") == ["Invented Police"]


def test_an_organisation_writes_down_its_own_contacts_only(people):
    facts = ContactFacts(people.police.pk, "safety", "Duty officer", "+996 000")
    with pytest.raises(Forbidden):
        services.add_contact(facts, actor=people.secretary.actor)
    row = services.add_contact(facts, actor=people.chair.actor)
    with pytest.raises(NotFound):
        services.end_contact(row.pk, actor=people.secretary.actor)
    services.end_contact(row.pk, actor=people.chair.actor)


def test_every_deed_leaves_a_trace(people):
    give(people, people.other)
    events = set(AuditEvent.objects.values_list("event", flat=True))
    assert {Event.SEAT_GIVEN, Event.BODY_FOUNDED} <= events


@pytest.mark.parametrize("role", [Role.DATA_PROTECTION_OFFICER, Role.ORGANISATION_ADMINISTRATOR])
def test_who_has_no_part_in_the_platform_finds_no_bodies(people, role):
    member = factories.member(role, at=people.region)
    with pytest.raises(NotFound):
        api.bodies(actor=member.actor)

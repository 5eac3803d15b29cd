import pytest
from django.db import IntegrityError, transaction

from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent
from korgoo.directory import api, selectors, services
from korgoo.directory.enums import Change, GapReason, Group, Standing
from korgoo.directory.models import Gap, Places, PlacesChange, SealedAddress, Service
from korgoo.lib.errors import DomainError, Forbidden, NotFound
from tests import factories, factories_directory
from tests.members import at_once

pytestmark = pytest.mark.django_db
WHERE = {"address": "Invented Street 7", "way": "behind the invented mill"}
ARRIVAL = "11111111-1111-4111-8111-111111111111"


def free(service, group=Group.WOMEN):
    return Places.objects.get(service=service, group=group).free


def events():
    rows = AuditEvent.objects.filter(event__startswith="directory:").order_by("seq")
    return list(rows.values_list("event", flat=True))


def test_a_service_is_said_and_changed_with_a_trace_and_a_history(people, service):
    said = factories_directory.facts(
        takes=(Group.WOMEN, Group.MEN), places={Group.MEN: (4, 4)}, hours={"0": ("09:00", "18:00")}
    )
    changed = services.change_service(service.pk, said, actor=people.colleague.actor)

    assert changed.takes == ["women", "men"]
    assert changed.hours == {"0": ["09:00", "18:00"]}
    assert [(p.group, p.total, p.free) for p in changed.places.all()] == [("men", 4, 4)]
    assert PlacesChange.objects.filter(service=service).count() == 2
    assert events() == [Event.SERVICE_ADDED, Event.SERVICE_CHANGED]


@pytest.mark.parametrize("kind", ["identification", "return"])
def test_only_kinds_of_the_own_mandate_are_offered(people, kind):
    with pytest.raises(Forbidden):
        factories_directory.service(people.worker, kind=kind)
    assert not Service.objects.exists()


def test_a_kind_that_the_pack_lacks_is_not_found(people):
    with pytest.raises(NotFound):
        factories_directory.service(people.worker, kind="wishes")


@pytest.mark.parametrize("who", ["administrator", "line"])
def test_who_does_not_answer_referrals_says_nothing_of_services(people, who):
    with pytest.raises(Forbidden):
        factories_directory.service(getattr(people, who))


@pytest.mark.parametrize("who", ["other", "police", "coordinator", "administrator", "line"])
def test_a_service_of_others_is_not_found_by_any_deed(people, service, who):
    actor = getattr(people, who).actor
    said = factories_directory.facts()
    for deed in (
        lambda: services.change_service(service.pk, said, actor=actor),
        lambda: services.confirm_service(service.pk, actor=actor),
        lambda: services.tap(service.pk, Group.WOMEN, Change.FULL, actor=actor),
        lambda: services.write_address(service.pk, WHERE, actor=actor),
        lambda: services.open_address(service.pk, actor=actor),
        lambda: services.arrive(
            service.pk, Group.WOMEN, places=1, arrival_id=ARRIVAL, actor=actor
        ),
    ):
        with pytest.raises(NotFound):
            deed()
    assert free(service) == 2
    assert not SealedAddress.objects.exists()


@pytest.mark.parametrize(
    ("change", "left"), [(Change.ONE_MORE, 3), (Change.ONE_LESS, 1), (Change.FULL, 0)]
)
def test_one_tap_changes_the_free_places(people, service, clock, change, left):
    clock.forward(hours=2)
    services.tap(service.pk, Group.WOMEN, change, actor=people.colleague.actor)

    newest = selectors.list_changes(service)[0]
    row = Places.objects.get(service=service)
    assert (row.free, row.checked_by_id) == (left, people.colleague.user.pk)
    assert (newest.free, newest.change, newest.at) == (left, change, row.checked_at)
    assert events()[-1] == Event.PLACES_CHANGED


def test_nobody_takes_what_is_not_there_nor_frees_what_is_free(people):
    full = factories_directory.service(people.worker, places={Group.WOMEN: (2, 0)})
    with pytest.raises(Forbidden):
        services.tap(full.pk, Group.WOMEN, Change.ONE_LESS, actor=people.worker.actor)
    empty = factories_directory.service(people.worker, places={Group.WOMEN: (2, 2)})
    with pytest.raises(Forbidden):
        services.tap(empty.pk, Group.WOMEN, Change.ONE_MORE, actor=people.worker.actor)
    with pytest.raises(NotFound):
        services.tap(empty.pk, Group.MEN, Change.ONE_LESS, actor=people.worker.actor)


def test_the_database_itself_holds_no_more_free_places_than_there_are(service):
    with pytest.raises(IntegrityError), transaction.atomic():
        Places.objects.filter(service=service).update(free=7)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_take_the_last_place_at_once_one_is_told(people):
    last = factories_directory.service(people.worker, places={Group.WOMEN: (2, 1)})
    outcomes = at_once(
        *(
            lambda one=one: services.tap(last.pk, Group.WOMEN, Change.ONE_LESS, actor=one.actor)
            for one in (people.worker, people.colleague)
        )
    )

    assert free(last) == 0
    assert sum(isinstance(one, Forbidden) for one in outcomes) == 1
    assert PlacesChange.objects.filter(change=Change.ONE_LESS).count() == 1


def test_a_referral_takes_its_places_once(people, service):
    def come(places):
        services.arrive(
            service.pk,
            Group.WOMEN,
            places=places,
            arrival_id=ARRIVAL,
            actor=people.worker.actor,
        )

    with pytest.raises(DomainError):
        come(3)
    come(2)
    with pytest.raises(DomainError):
        come(1)
    assert free(service) == 0


def test_a_fault_in_the_middle_leaves_nothing_half(people, service, monkeypatch):
    def fault(*_args, **_more):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("korgoo.directory.services.places.audit.record", fault)
    with pytest.raises(RuntimeError):
        services.tap(service.pk, Group.WOMEN, Change.FULL, actor=people.worker.actor)
    assert free(service) == 2
    assert PlacesChange.objects.count() == 1


def test_an_address_opens_for_every_member_of_the_house_and_each_look_is_told(people, service):
    assert services.open_address(service.pk, actor=people.worker.actor) == {}
    services.write_address(service.pk, WHERE, actor=people.worker.actor)

    assert services.open_address(service.pk, actor=people.colleague.actor) == WHERE
    assert events()[-3:] == [Event.ADDRESS_OPENED, Event.ADDRESS_SEALED, Event.ADDRESS_OPENED]


def test_a_sealed_address_moved_to_another_service_or_house_does_not_open(people, service):
    services.write_address(service.pk, WHERE, actor=people.worker.actor)
    mine = factories_directory.service(people.worker)
    theirs = factories_directory.service(people.other)
    SealedAddress.objects.update(service=mine)
    with pytest.raises(Forbidden):
        services.open_address(mine.pk, actor=people.worker.actor)
    SealedAddress.objects.update(service=theirs)
    with pytest.raises(Forbidden):
        services.open_address(theirs.pk, actor=people.other.actor)


def test_a_locked_session_opens_no_address(people, service):
    services.write_address(service.pk, WHERE, actor=people.worker.actor)
    with pytest.raises(DomainError):
        services.open_address(service.pk, actor=factories.locked(people.worker))


def test_what_nobody_looks_at_becomes_stale_and_a_look_makes_it_fresh(people, service, clock):
    def standing():
        woman = api.Seeker(sex="female")
        pk = people.worker.organisation.pk
        return api.suggest("shelter", woman, [pk])[pk]

    assert standing().standing is Standing.FITS
    clock.forward(days=4)
    assert standing().standing is Standing.ASK
    assert any("Call first" in reason for reason in standing().reasons)
    services.confirm_service(service.pk, actor=people.worker.actor)
    assert standing().standing is Standing.FITS
    clock.forward(days=91)
    assert "This entry was checked too long ago. Call first." in standing().reasons


def test_a_pack_without_these_limits_uses_working_values(monkeypatch, clock):
    from types import SimpleNamespace

    from korgoo.directory import freshness

    monkeypatch.setattr(freshness.packs, "current", lambda: SimpleNamespace(clocks={}))
    seen = clock.now
    assert not freshness.is_stale(freshness.PLACES, seen)
    clock.forward(days=3)
    assert freshness.is_stale(freshness.PLACES, seen)
    assert not freshness.is_stale(freshness.ENTRY, seen)


def test_who_said_nothing_is_to_be_asked_and_what_ended_is_offered_no_more(people, service, clock):
    other = people.other.organisation.pk
    woman = api.Seeker(sex="female")
    assert api.suggest("shelter", woman, [other])[other].standing is Standing.ASK
    assert api.providers_of("shelter") == {people.worker.organisation.pk}
    until = factories_directory.facts(valid_to=service.valid_from.replace(month=3, day=2))
    services.change_service(service.pk, until, actor=people.worker.actor)
    assert api.providers_of("shelter")
    clock.forward(days=1)
    assert not api.providers_of("shelter")


def test_the_best_of_several_services_counts(people, service):
    factories_directory.service(people.worker, takes=(Group.MEN,), places={})
    pk = people.worker.organisation.pk

    assert api.suggest("shelter", api.Seeker(sex="male"), [pk])[pk].reasons == ("Takes men.",)


@pytest.mark.parametrize(
    ("said", "who", "reason"),
    [
        ({}, {"sex": "female"}, None),
        ({}, {"sex": "male"}, GapReason.NOBODY_FITS),
        ({"places": {Group.WOMEN: (6, 0)}}, {"sex": "female"}, GapReason.NO_PLACE),
        ({"longest_stay": 12}, {"sex": "female", "days": 30}, GapReason.SHORT_STAY),
        ({"longest_stay": 12}, {"sex": "female", "days": 5}, None),
    ],
)
def test_a_gap_has_the_reason_that_is_true(people, said, who, reason):
    factories_directory.service(people.worker, **said)
    found = api.suggest("shelter", api.Seeker(**who), [people.worker.organisation.pk])

    assert api.gap_reason(found.values()) == reason


def test_a_person_counts_once_a_month_for_each_kind(people, clock):
    case = ARRIVAL
    assert factories_directory.gap(people.worker, case_id=case)
    assert not factories_directory.gap(people.worker, case_id=case)
    assert factories_directory.gap(people.worker, case_id=case, kind="medical")
    clock.forward(days=40)
    assert factories_directory.gap(people.worker, case_id=case)

    counts = selectors.count_gaps("shelter", 2026, actor=people.coordinator.actor)
    assert counts == {("2026-03", "men", ""): 1}
    assert Gap.objects.count() == 3
    assert events().count(Event.GAP_RECORDED) == 3


def test_small_numbers_are_hidden_from_the_co_ordinator_too(people):
    for _person in range(6):
        factories_directory.gap(people.worker)
    for _person in range(2):
        factories_directory.gap(people.worker, group=Group.WOMEN)
    table = api.gaps("shelter", 2026, actor=people.coordinator.actor)

    assert table.counts["all", "all", "all"] == 8
    assert table.counts["all", "women", "all"] is None
    assert table.counts["all", "men", "all"] is None


@pytest.mark.parametrize("who", ["worker", "police", "line", "administrator"])
def test_who_does_not_watch_over_the_mechanism_counts_no_gaps(people, who):
    with pytest.raises(NotFound):
        api.gaps("shelter", 2026, actor=getattr(people, who).actor)


def test_whose_case_a_gap_is_only_the_owner_learns(people):
    factories_directory.gap(people.worker, case_id=ARRIVAL)
    assert api.own_gaps(ARRIVAL, actor=people.colleague.actor) == {"shelter"}
    for who in (people.other, people.coordinator, people.police):
        assert api.own_gaps(ARRIVAL, actor=who.actor) == frozenset()

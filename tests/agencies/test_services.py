"""What is recorded, by whom, and what of it can change afterwards: nothing."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent
from korgoo.agencies import api, selectors, services
from korgoo.agencies.enums import ListState
from korgoo.agencies.models import Agency, Decision, ListImport, Permit, Watch
from korgoo.agencies.rules import State
from korgoo.agencies.services.lists import examine
from korgoo.lib.errors import DomainError, Forbidden, NotFound
from tests.agencies.conftest import (
    SOURCE,
    agency,
    bring,
    csv_of,
    decision,
    granted,
    permit_facts,
    suspend,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)


def answer(name="Ала-Тоо Жоб", country="TR", day=TODAY):
    return api.answer(name, country, day)


def test_the_permit_of_an_agency_answers_by_any_spelling(people):
    found = answer("ala too dzhob")

    assert found.is_allowed
    assert found.agency.name == "Ala-Too Job"
    assert found.standing.until == date(2026, 12, 31)


def test_a_suspension_of_this_morning_counts_today_and_not_yesterday(people):
    suspend(people)

    assert answer().standing.state is State.SUSPENDED
    assert answer(day=date(2026, 3, 1)).is_allowed


def test_another_country_is_never_allowed(people):
    assert answer(country="DE").standing.state is State.NEVER


def test_a_permit_that_ended_says_when(people):
    found = answer("Белое перо", "DE")

    assert (found.standing.state, found.standing.until) == (State.EXPIRED, date(2026, 2, 1))


def test_nobody_is_guessed(people):
    found = answer("ала тоо")

    assert (found.agency, found.is_allowed) == (None, False)
    assert [card.name for card in found.choices] == ["Ala-Too Job"]


def test_two_of_one_name_are_offered_both(people):
    agency("Ала-Тоо Жоб", registration="9-9", place="Каракол")

    assert answer().agency is None
    assert {card.place for card in answer().choices} == {"Бишкек", "Каракол"}


def test_a_chosen_agency_is_answered_for(people):
    assert api.answer_for(people.ala_too.pk, "x", "TR", TODAY).is_allowed


def test_standing_words_name_agency_country_and_reason(people):
    suspend(people)

    said = api.standing_words("Ала Тоо Жоб", "TR", TODAY)

    assert (
        said == "Ala-Too Job, Türkiye, 2 March 2026: not allowed. Its permit was suspended today."
    )
    assert "not in the register" in api.standing_words("Nobody", "TR", TODAY)


def test_every_change_gives_the_register_another_mark(people):
    marks = [api.version()]
    suspend(people)
    marks.append(api.version())
    services.add_name(people.quill.pk, "en", "Quill", actor=people.editor.actor)
    marks.append(api.version())

    assert len(set(marks)) == 3
    assert api.answer("quill", "DE", TODAY).agency.key == people.quill.pk


def test_a_decision_that_stands_already_is_recorded_once(people):
    assert suspend(people) == suspend(people)
    assert Decision.objects.filter(kind="suspended").count() == 1


def test_a_correction_counts_for_past_days_and_leaves_the_wrong_entry(people):
    wrong = suspend(people)
    facts = decision("suspended", date(2026, 3, 9))

    services.correct_decision(wrong.pk, facts, "The day was misread", actor=people.editor.actor)

    assert answer().is_allowed
    assert Decision.objects.get(pk=wrong.pk).day == TODAY
    card = selectors.find_agency(people.ala_too.pk)
    assert len(card.decisions("TR")) == 3


def test_an_entry_can_be_taken_back_once(people):
    wrong = suspend(people)
    back = decision("annulled", TODAY)
    services.correct_decision(wrong.pk, back, "Another agency", actor=people.editor.actor)

    with pytest.raises(Forbidden):
        services.correct_decision(wrong.pk, back, "Again", actor=people.editor.actor)
    assert answer().is_allowed


def test_a_correction_needs_a_ground(people):
    with pytest.raises(Forbidden):
        services.correct_decision(
            suspend(people).pk, decision("annulled", TODAY), "  ", actor=people.editor.actor
        )


@pytest.mark.parametrize("who", ["worker", "foreign_editor", "administrator"])
def test_who_may_not_change_the_register_finds_nothing_to_change(people, who):
    actor = getattr(people, who).actor
    day = decision("suspended", TODAY)
    deeds = (
        lambda: services.record_decision(people.permit.pk, day, actor=actor),
        lambda: services.correct_decision(suspend(people).pk, day, "x", actor=actor),
        lambda: services.add_permit(people.ala_too.pk, permit_facts(), day, actor=actor),
        lambda: services.add_name(people.ala_too.pk, "en", "X", actor=actor),
        lambda: services.change_contacts(people.ala_too.pk, place="", phone="", actor=actor),
    )
    for deed in deeds:
        with pytest.raises(NotFound):
            deed()
    with pytest.raises(Forbidden):
        agency("Жаңы", actor=actor)
    with pytest.raises(Forbidden):
        services.keep_list(examine(csv_of({}), SOURCE), actor=actor)


def test_a_permit_or_number_that_stands_already_is_refused(people):
    with pytest.raises(DomainError):
        granted(people.ala_too, people.editor.actor)
    with pytest.raises(DomainError):
        agency("Башка", registration="1-1")


@pytest.mark.parametrize(
    "broken",
    [
        lambda p: Decision.objects.filter(permit=p).update(kind="extended", until=None),
        lambda p: Decision.objects.filter(permit=p).update(kind="suspended", until=TODAY),
        lambda p: Decision.objects.filter(permit=p).update(kind="annulled"),
        lambda p: Decision.objects.filter(permit=p).update(ground="x"),
        lambda p: Permit.objects.filter(pk=p.pk).update(ends=date(2020, 1, 1)),
    ],
)
def test_the_database_refuses_what_the_rules_refuse(people, broken):
    with pytest.raises(IntegrityError), transaction.atomic():
        broken(people.permit)


def test_each_deed_leaves_its_event_and_no_name_in_it(people):
    before = AuditEvent.objects.count()
    wrong = suspend(people)
    services.correct_decision(
        wrong.pk, decision("annulled", TODAY), "x", actor=people.editor.actor
    )
    services.change_contacts(people.ala_too.pk, place="Ош", phone="1", actor=people.editor.actor)
    bring(csv_of({}), actor=people.editor.actor)

    rows = list(AuditEvent.objects.order_by("seq")[before:])
    assert [row.event for row in rows] == [
        Event.AGENCY_DECISION_RECORDED,
        Event.AGENCY_DECISION_CORRECTED,
        Event.AGENCY_CHANGED,
        Event.AGENCY_LIST_UPLOADED,
        Event.AGENCY_LIST_TAKEN,
    ]
    assert [row.detail for row in rows] == ["suspended", "annulled", "contacts", "1", "1"]


def test_a_list_is_taken_whole_and_the_same_list_adds_nothing(people):
    data = csv_of({}, {"country": "DE", "permit_number": "32"})
    first = bring(data, actor=people.editor.actor)
    rows = (Agency.objects.count(), Permit.objects.count(), Decision.objects.count())
    second = bring(data, actor=people.editor.actor)

    assert (first.agencies, first.permits, first.decisions) == (1, 2, 2)
    assert (second.agencies, second.permits, second.decisions) == (0, 0, 0)
    assert rows == (Agency.objects.count(), Permit.objects.count(), Decision.objects.count())
    assert answer("жёлтая пуговица").is_allowed


def test_a_list_finds_the_agencies_of_the_register(people):
    row = {"name_ru": "Ala Too Job", "registration": "1-1", "permit_number": "18"}

    taken = bring(csv_of(row), actor=people.editor.actor)

    assert (taken.agencies, taken.permits) == (0, 1)
    assert api.answer("ала-тоо жоб", "TR", TODAY).is_allowed


def test_one_fault_keeps_the_whole_list_out(people):
    before = Decision.objects.count()

    kept = bring(csv_of({}, {"country": "?"}), actor=people.editor.actor)

    assert (kept.state, kept.rows, len(kept.faults)) == (ListState.REFUSED, [], 1)
    assert Decision.objects.count() == before
    with pytest.raises(Forbidden):
        services.take_list(kept.pk, actor=people.editor.actor)


def test_an_old_list_does_not_bring_back_what_was_corrected(people):
    data = csv_of({})
    bring(data, actor=people.editor.actor)
    wrong = Decision.objects.latest("recorded_at", "pk")
    wrong = Decision.objects.get(permit__number="31")
    services.correct_decision(
        wrong.pk, decision("annulled", TODAY), "Never granted", actor=people.editor.actor
    )

    again = bring(data, actor=people.editor.actor)

    assert again.decisions == 0
    assert not answer("жёлтая пуговица").is_allowed


def test_a_list_that_does_not_fit_any_more_is_not_taken(people):
    kept = services.keep_list(examine(csv_of({}), SOURCE), actor=people.editor.actor)
    other = agency("Жёлтая Пуговица", registration="7-7")
    granted(other, people.editor.actor, number="31")

    with pytest.raises(DomainError):
        services.take_list(kept.pk, actor=people.editor.actor)
    assert ListImport.objects.get(pk=kept.pk).is_waiting


def test_a_list_that_nobody_took_is_thrown_away_after_an_hour(people, clock):
    kept = services.keep_list(examine(csv_of({}), SOURCE), actor=people.editor.actor)
    clock.forward(minutes=59)
    assert api.sweep()["lists"] == 0
    clock.forward(minutes=2)

    assert api.sweep()["lists"] == 1
    row = ListImport.objects.get(pk=kept.pk)
    assert (row.state, row.rows) == (ListState.DROPPED, [])


def test_old_faults_are_forgotten(people, clock):
    bring(csv_of({"country": "?"}), actor=people.editor.actor)
    clock.forward(days=31)

    assert api.sweep()["faults"] == 1
    assert ListImport.objects.get().faults == []


def test_a_wish_is_kept_once_without_a_trace_and_forgotten_after_two_years(people, clock):
    trail = AuditEvent.objects.count()
    for _time in range(2):
        services.watch("f" * 64, people.ala_too.pk, "TR")
    assert Watch.objects.count() == 1
    assert AuditEvent.objects.count() == trail
    clock.forward(days=731)

    assert api.sweep()["wishes"] == 1


def test_public_paths_are_unique_and_in_each_language(people):
    paths = api.public_paths()

    assert len(paths) == len(set(paths))
    assert {path.split("/")[1] for path in paths} == {"ky", "ru", "en"}
    assert f"/ky/agencies/a/{people.ala_too.pk}/" in paths
    assert "/en/agencies/list/TR/feed.xml" in paths


def test_countries_are_named_as_the_country_wants_them():
    from django.utils.translation import override

    names = {}
    for language in ("ky", "ru", "en"):
        with override(language):
            names[language] = api.country_name("KG")
            assert len(api.countries()) > 200
            assert "KG" not in dict(api.countries())
    assert names == {"ky": "Кыргызстан", "ru": "Кыргызстан", "en": "Kyrgyzstan"}

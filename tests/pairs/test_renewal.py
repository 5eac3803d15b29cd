"""The co-ordinators' key is lost: two persons make a new one, and what was found is found again."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.test import override_settings
from django.urls import reverse

from korgoo.access.enums import Event, Mandate, Role
from korgoo.access.models import AuditEvent, OrganisationKeyWrap, OrganisationMandate
from korgoo.casework.services import closing
from korgoo.lib.by_two import ChangeState
from korgoo.lib.errors import DomainError, Forbidden, Locked, NotFound
from korgoo.pairs import api, sealed, selectors, services
from korgoo.pairs.enums import AskState, PersonSays, Purpose, QuestionState
from korgoo.pairs.models import (
    Ask,
    Check,
    Connection,
    FishingAlarm,
    Question,
    Settled,
    SharedKey,
    SharedKeyWrap,
    WatchRenewal,
)
from korgoo.pairs.services import comparing, keys
from tests import factories, members
from tests import factories_casework as make
from tests.pairs.conftest import HERE, PHONE, THERE

PAGES = ("give_key", "propose_key", "confirm_key", "refuse_key")


@pytest.fixture
def heirs(people):
    """Two co-ordinators of another body, to which nobody gave the key."""
    body = factories.organisation(Mandate.COORDINATE, name="Invented New Centre")
    first, second = (
        factories.member(Role.COORDINATOR, at=body, name=name)
        for name in ("Coordinator Eight", "Coordinator Nine")
    )
    return first, second


@pytest.fixture
def lost(people):
    """Nobody of the old centre opens its own key any more."""
    OrganisationKeyWrap.objects.filter(
        organisation_key__organisation=people.coordinator.organisation
    ).delete()


def renew(heirs):
    services.propose(actor=heirs[0].actor)
    services.confirm(actor=heirs[1].actor)


def find_anew(people, times=9):
    for _time in range(times):
        for who in (people.officer, people.shelter, people.stranger, people.police):
            services.compare_more(actor=who.actor)


def marks(member):
    return [pair.mark for pair in selectors.list_pairs(actor=member.actor)]


def asked(people, pair):
    ask = services.ask(pair[0].pk, says=PersonSays.AGREED, why="Why.", actor=people.shelter.actor)
    (mark,) = marks(people.coordinator)
    return ask, services.pass_on(ask.pk, mark=mark, actor=people.coordinator.actor), mark


def test_one_proposes_and_another_confirms_on_the_page(enter, people, pair, heirs, lost):
    browser = enter(heirs[0])
    assert browser.get("list").url == browser.get("pair", "0" * 32).url == browser.address("key")
    shown = members.words_of_main(browser.get("key"))
    assert "The key to possible pairs is not yours yet." in shown
    assert "Nobody holds it who could give it to you." in shown
    assert "What a new key costs:" in shown
    key = str(uuid4())
    for _time in range(2):
        assert browser.post("propose_key", submission_key=key).status_code == 302
    shown = members.words_of_main(browser.get("key"))
    assert "By Coordinator Eight on" in shown
    assert "Confirm the new key" not in shown
    assert browser.post("confirm_key").status_code == 403
    assert "waits for a second person" not in browser.get("/home/").text
    browser = enter(heirs[1])
    assert "A new key to possible pairs waits for a second person" in browser.get("/home/").text
    assert "Confirm the new key" in members.words_of_main(browser.get("key"))
    key = str(uuid4())
    for _time in range(2):
        assert browser.post("confirm_key", submission_key=key).status_code == 302
    assert SharedKey.objects.get(pk=Purpose.WATCH).generation == 2
    shown = members.words_of_main(browser.get("key"))
    assert "You can open it." in shown
    assert "Key number 2" in shown


def test_with_the_next_that_somebody_writes_down_pairs_are_seen_again(
    enter, people, pair, heirs, lost
):
    (before,) = Check.objects.filter(case=pair[0])
    renew(heirs)
    shown = members.words_of_main(enter(heirs[1]).get("list"))
    assert "No pair is in this list" in shown
    assert "still to be compared anew" in shown
    make.case(people.shelter, identity={"name": "Сынакова Бегимай"})
    make.case(people.officer, identity={"name": "Үлгүева Нуржан"})
    find_anew(people)
    shown = members.words_of_main(enter(heirs[0]).get("list"))
    for case in pair:
        assert case.spoken_code in shown
    assert "compared anew" not in shown
    (after,) = Check.objects.filter(case=pair[0])
    for name in ("shown_at", "for_owner", "compared_at", "times", "compared_on", "owner_key_id"):
        assert getattr(before, name) == getattr(after, name), name


def test_the_old_key_opens_nothing_any_more(people, pair, heirs):
    old = sealed.opened(Purpose.WATCH, people.coordinator.actor)
    renew(heirs)
    find_anew(people)
    row = Check.objects.get(case=pair[0])
    assert sealed.read(row.for_coordinator, by=old, name="found", record=row.pk) is None
    new = sealed.watch_key(people.coordinator.actor)
    assert new.public != old.public
    assert sealed.read(row.for_coordinator, by=new, name="found", record=row.pk)["found"]
    assert marks(people.coordinator) == marks(heirs[0]) == marks(heirs[1])


def test_a_wrap_of_the_old_key_that_comes_late_counts_as_none(people, pair, heirs):
    old = SharedKeyWrap.objects.get(organisation=people.coordinator.organisation)
    renew(heirs)
    SharedKeyWrap.objects.filter(organisation=old.organisation).update(wrapped=old.wrapped)
    with pytest.raises(Forbidden):
        marks(people.coordinator)


def test_owners_see_what_they_saw_and_are_told_nothing_new(people, pair, heirs, clock):
    was = selectors.notice_of(pair[0].pk, actor=people.shelter.actor)
    # Found by the new case, not by hers: an earlier owner hears of it by a question alone.
    make.case(people.stranger, identity=HERE, contact=PHONE)
    of_first = selectors.notice_of(pair[1].pk, actor=people.officer.actor)
    renew(heirs)
    assert selectors.notice_of(pair[0].pk, actor=people.shelter.actor) == was
    find_anew(people)
    assert selectors.count_anew() == 0
    assert selectors.notice_of(pair[0].pk, actor=people.shelter.actor) == was
    assert selectors.notice_of(pair[1].pk, actor=people.officer.actor) == of_first
    assert len(marks(heirs[0])) == 3


@override_settings(
    PAIRS_A_DAY={"member": 1, "organisation": 1, "case": 1}, PAIRS_ALARM={"hour": 1, "gone": 1}
)
def test_it_is_nobodys_comparison(people, pair, heirs):
    services.lay(pair[1].code, actor=people.minder.actor)
    renew(heirs)
    find_anew(people)
    assert selectors.count_anew() == 0
    assert not FishingAlarm.objects.exists()
    assert not AuditEvent.objects.filter(event=Event.COMPARISON_PUT_OFF).exists()


def test_not_all_is_found_anew_with_one_deed(people, heirs, monkeypatch):
    monkeypatch.setattr(comparing, "ANEW", 1)
    renew(heirs)
    house = Check.objects.filter(owner=people.shelter.organisation)
    waiting = house.sealed_before(2).count()
    assert waiting > 1
    assert services.compare_more(actor=people.shelter.actor) == 1
    assert house.sealed_before(2).count() == waiting - 1


def test_closed_cases_are_found_anew_and_count(people, pair, heirs):
    for case in pair:
        closing.set_closed(case, is_closed=True)
    services.sweep()
    renew(heirs)
    assert api.open_pairs(actor=heirs[0].actor) == []
    find_anew(people)
    (found,) = api.open_pairs(actor=heirs[0].actor)
    assert {found.case_a, found.case_b} == {case.pk for case in pair}
    assert Check.objects.get(case=pair[0]).shown_at is None
    assert marks(heirs[0]) == []


def test_restricted_ones_wait_until_that_ends_and_bait_is_left_out(people, pair, heirs):
    closing.set_restricted(pair[0], is_restricted=True)
    services.lay(pair[1].code, actor=people.minder.actor)
    renew(heirs)
    find_anew(people)
    assert Check.objects.sealed_before(2).filter(case__in=pair).count() == 2
    assert selectors.count_anew() == 0
    closing.set_restricted(pair[0], is_restricted=False)
    services.take_up(pair[1].pk, actor=people.minder.actor)
    find_anew(people)
    assert len(marks(heirs[0])) == 1


def test_what_waits_for_its_turn_is_not_found_before_it(people, pair, heirs):
    Check.objects.filter(case=pair[0]).update(state="waiting", not_before="2099-01-01T00:00Z")
    renew(heirs)
    find_anew(people)
    assert Check.objects.get(case=pair[0]).watch_generation == 1


def test_a_comparison_that_runs_while_the_key_is_made_anew_is_found_again(
    people, heirs, monkeypatch
):
    """It read the old public half before, and is written after."""
    make.case(people.officer, identity=HERE, contact=PHONE)
    read = keys.watch_in_use

    def then_it_is_renewed(*, actor):
        row = read(actor=actor)
        monkeypatch.setattr(keys, "watch_in_use", read)
        renew(heirs)
        return row

    monkeypatch.setattr(keys, "watch_in_use", then_it_is_renewed)
    case = make.case(people.shelter, identity=THERE, contact=PHONE)
    assert SharedKey.objects.get(pk=Purpose.WATCH).generation == 2
    row = Check.objects.get(case=case)
    assert row.state == "done"
    find_anew(people)
    row.refresh_from_db()
    assert row.watch_generation == 2
    assert len(marks(heirs[0])) == 1


def test_what_is_newer_is_not_written_over(people, pair, heirs, monkeypatch):
    renew(heirs)
    near = comparing._near

    def meanwhile(row, *rest, **more):
        Check.objects.filter(pk=row.pk).update(watch_generation=2, for_coordinator=b"newer")
        return near(row, *rest, **more)

    monkeypatch.setattr(comparing, "_near", meanwhile)
    services.compare_more(actor=people.shelter.actor)
    written = Check.objects.filter(owner=people.shelter.organisation, watch_generation=2)
    assert {bytes(row.for_coordinator) for row in written} == {b"newer"}


def test_the_sweep_empties_what_no_key_opens(people, pair, heirs):
    services.sweep()
    assert bytes(Check.objects.get(case=pair[0]).for_coordinator)
    renew(heirs)
    services.sweep()
    assert {bytes(row.for_coordinator) for row in Check.objects.all()} == {b""}
    find_anew(people)
    services.sweep()
    assert len(marks(heirs[0])) == 1


def test_an_ask_ends_on_the_day_that_was_drawn_with_the_usual_words(
    enter, people, pair, heirs, clock
):
    ask, question, mark = asked(people, pair)
    services.answer(question.pk, QuestionState.NOT_SAME, actor=people.officer.actor)
    was = selectors.own_view(pair[0].pk, actor=people.shelter.actor).ask
    renew(heirs)
    question.refresh_from_db()
    assert (question.state, bytes(question.ask), bytes(question.answer)) == ("closed", b"", b"")
    assert bytes(Ask.objects.get().words) == b""
    with pytest.raises(NotFound):
        services.answer(question.pk, QuestionState.AGREED, actor=people.officer.actor)
    find_anew(people)
    with pytest.raises(Forbidden, match="cannot be read any more"):
        services.pass_on(ask.pk, mark=mark, actor=heirs[0].actor)
    shown = members.words_of_main(enter(heirs[0]).get("pair", mark))
    assert "the key was made anew since" in shown
    assert "Pass it on" not in shown
    assert "It is not safe to ask the person now" not in shown
    now = selectors.own_view(pair[0].pk, actor=people.shelter.actor).ask
    assert (now.state, now.answer_at, now.asked_at) == (was.state, was.answer_at, was.asked_at)
    clock.now = ask.answer_at
    page = enter(people.shelter).get(f"/cases/{pair[0].pk}/")
    assert "No answer can be given" in members.words_of_main(page)


def test_it_may_be_taken_back_and_asked_again_under_the_new_key(people, pair, heirs):
    asked(people, pair)
    renew(heirs)
    find_anew(people)
    services.take_back(pair[0].pk, actor=people.shelter.actor)
    ask, question, _mark = asked(people, pair)
    services.answer(question.pk, QuestionState.AGREED, actor=people.officer.actor)
    services.release(ask.pk, actor=heirs[1].actor)
    assert Ask.objects.get().state == AskState.CONNECTED


def test_connections_and_what_was_settled_stay(people, pair, heirs):
    ask, question, mark = asked(people, pair)
    services.answer(question.pk, QuestionState.AGREED, actor=people.officer.actor)
    services.release(ask.pk, actor=people.coordinator.actor)
    renew(heirs)
    find_anew(people)
    assert Connection.objects.get().mark == mark
    assert Settled.objects.get().is_same is True
    assert selectors.list_pairs(actor=heirs[0].actor)[0].is_same is True


def test_one_person_is_not_enough(people, heirs):
    with pytest.raises(NotFound):
        services.confirm(actor=heirs[0].actor)
    row = services.propose(actor=heirs[0].actor)
    with pytest.raises(DomainError, match="proposed already"):
        services.propose(actor=heirs[1].actor)
    with pytest.raises(Forbidden):
        services.confirm(actor=heirs[0].actor)
    with pytest.raises(IntegrityError), transaction.atomic():
        WatchRenewal.objects.filter(pk=row.pk).update(
            state=ChangeState.CONFIRMED, decided_by_id=heirs[0].user.pk
        )
    services.refuse(actor=heirs[0].actor)
    with pytest.raises(NotFound):
        services.confirm(actor=heirs[1].actor)
    assert SharedKey.objects.get(pk=Purpose.WATCH).generation == 1
    renew(heirs)
    with pytest.raises(NotFound):
        services.refuse(actor=heirs[1].actor)


def test_who_minds_data_at_the_centre_confirms_and_does_not_propose(enter, people, pair, lost):
    house = people.coordinator.organisation
    heir = factories.member(
        Role.COORDINATOR, at=factories.organisation(Mandate.COORDINATE), name="Alone Ten"
    )
    minder = factories.member(Role.DATA_PROTECTION_OFFICER, at=house)
    services.propose(actor=heir.actor)
    browser = enter(minder)
    assert browser.post("propose_key").status_code == 404
    shown = members.words_of_main(browser.get("key"))
    assert "is not yours yet" not in shown
    assert "Confirm the new key" in shown
    assert browser.post("confirm_key").status_code == 302
    with pytest.raises(NotFound):
        marks(minder)
    find_anew(people)
    assert len(marks(heir)) == 1


@pytest.mark.parametrize("who", ["officer", "shelter", "stranger", "police", "minder"])
def test_nobody_else_knows_of_it(enter, people, heirs, who):
    services.propose(actor=heirs[0].actor)
    member = getattr(people, who)
    browser = enter(member)
    assert browser.get("key").status_code == 404
    for page in PAGES:
        assert browser.post(page).status_code == 404, page
    for deed in (services.propose, services.confirm, services.refuse, services.give):
        with pytest.raises(NotFound):
            deed(actor=member.actor)
    assert api.waiting(actor=member.actor).renewals == 0
    assert "Key to possible pairs" not in browser.get("/home/").text
    assert WatchRenewal.objects.get().state == ChangeState.PROPOSED


@pytest.mark.parametrize(
    "role", [Role.CONTENT_EDITOR, Role.SECRETARY, Role.ORGANISATION_ADMINISTRATOR]
)
def test_other_roles_of_the_centre_do_not_either(people, heirs, role):
    services.propose(actor=heirs[0].actor)
    member = factories.member(role, at=heirs[0].organisation)
    for deed in (services.propose, services.confirm, services.refuse, services.give):
        with pytest.raises(NotFound):
            deed(actor=member.actor)


def test_a_centre_that_investigates_too_neither_makes_nor_gets_it(people, heirs):
    house = factories.organisation(Mandate.COORDINATE, Mandate.INVESTIGATE, name="Both")
    member = factories.member(Role.COORDINATOR, at=house)
    services.propose(actor=heirs[0].actor)
    for deed in (services.propose, services.confirm, services.refuse):
        with pytest.raises(NotFound):
            deed(actor=member.actor)
    services.confirm(actor=heirs[1].actor)
    assert not SharedKeyWrap.objects.filter(key_id=Purpose.WATCH, organisation=house).exists()


def test_who_co_ordinates_no_more_gets_none(people, pair, heirs):
    OrganisationMandate.objects.filter(organisation=people.coordinator.organisation).delete()
    renew(heirs)
    houses = SharedKeyWrap.objects.filter(key_id=Purpose.WATCH).values_list(
        "organisation_id", flat=True
    )
    assert set(houses) == {heirs[0].organisation.pk}


def test_no_key_is_made_that_nobody_opens(people, lost):
    again = people.coordinator
    with pytest.raises(DomainError, match="printed key"):
        services.propose(actor=again.actor)
    assert not WatchRenewal.objects.exists()


def test_the_page_leads_to_the_printed_key_first(enter, people, pair, heirs, lost):
    """All passwords are lost: the paper brings everything back, and nothing has to be made anew."""
    browser = enter(people.coordinator)
    assert browser.get("list").status_code == 302
    page = browser.get("key")
    assert "You cannot open this key now" in members.words_of_main(page)
    assert reverse("access:printed_key") in page.text


def test_a_locked_session_does_nothing(people, heirs):
    with pytest.raises(Locked):
        services.propose(actor=factories.locked(heirs[0]))
    services.propose(actor=heirs[0].actor)
    with pytest.raises(Locked):
        services.confirm(actor=factories.locked(heirs[1]))


def test_before_there_is_a_key_there_is_none_to_make(people, heirs, enter):
    SharedKey.objects.all().delete()
    with pytest.raises(DomainError, match="There is no key yet"):
        services.propose(actor=heirs[0].actor)
    assert "There is no key yet" in members.words_of_main(enter(heirs[0]).get("key"))


def test_who_holds_it_gives_it_on_instead(enter, people, pair, heirs):
    shown = members.words_of_main(enter(heirs[0]).get("key"))
    assert "Held by: Invented Centre" in shown
    assert "Ask an organisation that holds it" in shown
    assert enter(heirs[0]).post("give_key").status_code == 403
    browser = enter(people.coordinator)
    assert "Waiting for it: Invented New Centre" in members.words_of_main(browser.get("key"))
    assert browser.post("give_key").status_code == 302
    assert marks(heirs[0]) == marks(people.coordinator)
    assert "Waiting for it" not in members.words_of_main(browser.get("key"))


def test_the_trail_tells_the_deeds_and_no_case(people, pair, heirs):
    asked(people, pair)
    renew(heirs)
    services.propose(actor=heirs[1].actor)
    services.refuse(actor=heirs[0].actor)
    rows = AuditEvent.objects.filter(event__startswith="pairs:key-change").order_by("seq")
    said = [(row.event, row.target.partition(":")[0], row.detail) for row in rows]
    assert said == [
        (Event.PAIR_KEY_CHANGE_PROPOSED, "pairs.WatchRenewal", ""),
        (Event.PAIR_KEY_CHANGE_CONFIRMED, "pairs.WatchRenewal", "asks 1, questions 1"),
        (Event.PAIR_KEY_CHANGE_PROPOSED, "pairs.WatchRenewal", ""),
        (Event.PAIR_KEY_CHANGE_REFUSED, "pairs.WatchRenewal", ""),
    ]


def test_a_question_of_the_old_key_never_waits_for_ever(people, pair, heirs, clock):
    _ask, question, _mark = asked(people, pair)
    services.answer(question.pk, QuestionState.NOT_SAME, actor=people.officer.actor)
    renew(heirs)
    clock.forward(days=60)
    services.sweep()
    assert not Question.objects.exists()

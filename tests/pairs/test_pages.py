"""The pages as members meet them; the whole answer is searched for what is not theirs."""

from uuid import uuid4

import pytest
from django.urls import reverse

from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent, Submission
from korgoo.pairs import selectors, services
from korgoo.pairs.enums import AskState, QuestionState
from korgoo.pairs.models import Ask, Bait, Connection, FishingAlarm, Question
from tests import factories_casework as make
from tests import members
from tests.pairs.conftest import HERE, PHONE

NEAR = "Perhaps known to another organisation"
YES = {"to": "agreed", "says": "agreed", "why": ""}


def page_of(browser, case):
    return browser.get(reverse("casework:case", args=[case.pk]))


def walk(enter, people, pair):
    """Ask, pass on and agree, on the pages."""
    enter(people.shelter).post("ask", pair[0].pk, says="agreed", why="A sentence.")
    ask = Ask.objects.get()
    mark = selectors.list_pairs(actor=people.coordinator.actor)[0].mark
    enter(people.coordinator).post("pass_on", mark, ask=ask.pk)
    question = Question.objects.get()
    enter(people.officer).post("question", question.pk, **YES)
    return ask, question, mark


def test_the_case_says_how_near_and_offers_to_ask(enter, people, pair):
    shown = members.words_of_main(page_of(enter(people.shelter), pair[0]))
    assert f"{NEAR}:" in shown
    assert "the same person" in shown
    assert "Ask" in shown


def test_before_its_hour_the_case_says_that_it_takes_a_day(enter, people, clock):
    case = make.case(people.shelter, identity=HERE, contact=PHONE)
    shown = members.words_of_main(page_of(enter(people.shelter), case))
    assert "It takes up to a day" in shown
    assert NEAR not in shown


def test_where_nobody_was_found_it_says_so(enter, people, pair):
    shown = members.words_of_main(page_of(enter(people.officer), pair[1]))
    assert "No other organisation was found" in shown


def test_the_co_ordinator_and_a_case_without_a_name_have_no_such_part(enter, people, pair):
    case = make.case(people.shelter)
    assert "elsewhere" not in members.words_of_main(page_of(enter(people.shelter), case))
    watched = page_of(enter(people.coordinator), pair[0])
    assert watched.status_code == 200
    assert "The same person elsewhere" not in watched.text


def test_police_have_no_page_of_it(enter, people, pair):
    case = make.case(people.police, identity=HERE, contact=PHONE)
    browser = enter(people.police)
    assert "The same person elsewhere" not in page_of(browser, case).text
    for page, *args in (
        ["list"],
        ["mine"],
        ["ask", case.pk],
        ["ask", pair[0].pk],
        ["question", uuid4()],
        ["pair", "0" * 32],
    ):
        assert browser.get(page, *args).status_code == 404, page
    assert "Same person?" not in browser.get("/home/").text
    assert "Perhaps known elsewhere" not in browser.get("/home/").text


def test_nothing_of_the_other_stands_on_any_page_before_they_are_connected(enter, people, pair):
    sides = (
        (people.shelter, pair[0], people.officer, pair[1]),
        (people.officer, pair[1], people.shelter, pair[0]),
    )
    ask, question, _mark = walk(enter, people, pair)
    for member, mine, other, theirs in sides:
        browser = enter(member)
        pages = [
            page_of(browser, mine),
            browser.get("mine"),
            browser.get("/home/"),
            browser.get("question", question.pk),
            browser.get("ask", mine.pk),
        ]
        for page in pages:
            for word in (theirs.code, theirs.spoken_code, str(theirs.pk), str(ask.pk)):
                assert word not in page.text
            if page.wsgi_request.path != reverse("pairs:ask", args=[mine.pk]):
                assert other.organisation.name_en not in members.words_of_main(page)


def test_both_learn_name_and_code_when_they_are_connected(enter, people, pair):
    ask, _question, mark = walk(enter, people, pair)
    browser = enter(people.coordinator)
    assert "Both agree" in browser.get("pair", mark).text
    assert browser.post("release", ask.pk).status_code == 302
    for member, mine, other, theirs in (
        (people.shelter, pair[0], people.officer, pair[1]),
        (people.officer, pair[1], people.shelter, pair[0]),
    ):
        shown = members.words_of_main(page_of(enter(member), mine))
        assert f"{other.organisation.name_en} helps this person too" in shown
        assert theirs.spoken_code in shown
    page = page_of(enter(people.shelter), pair[0])
    assert (
        reverse("casework:consent", args=[pair[0].pk, people.officer.organisation.pk]) in page.text
    )
    assert reverse("referral:choose", args=[pair[0].pk]) in page.text
    for who in ("stranger", "police"):
        assert page_of(enter(getattr(people, who)), pair[0]).status_code == 404


def test_parting_them_on_the_page(enter, people, pair):
    ask, _question, _mark = walk(enter, people, pair)
    enter(people.coordinator).post("release", ask.pk)
    row = Connection.objects.get()
    assert enter(people.stranger).post("part", row.pk).status_code == 404
    assert enter(people.officer).post("part", row.pk).status_code == 302
    assert "helps this person too" not in page_of(enter(people.shelter), pair[0]).text
    listed = enter(people.coordinator).get("list")
    assert "No pair is in this list" in listed.text
    settled = enter(people.coordinator).client.get(reverse("pairs:list"), {"show": "settled"})
    assert "Not the same person" in settled.text


def test_the_co_ordinators_list_shows_codes_and_leaves_a_row(enter, people, pair):
    browser = enter(people.coordinator)
    shown = members.words_of_main(browser.get("list"))
    for case in pair:
        assert case.spoken_code in shown
    assert "surname, given name" in shown
    assert "Мисал" not in shown
    assert AuditEvent.objects.filter(event=Event.PAIRS_OPENED).count() == 1
    assert browser.client.get(reverse("pairs:list"), {"show": "nonsense"}).status_code == 200


def test_the_ask_stands_on_the_list_and_on_the_page_of_the_pair(enter, people, pair):
    enter(people.shelter).post("ask", pair[0].pk, says="not_safe", why="A sentence.")
    browser = enter(people.coordinator)
    assert "Asks that wait" in browser.get("list").text
    assert "organisation asks who else helps" in browser.get("/home/").text
    mark = selectors.list_pairs(actor=people.coordinator.actor)[0].mark
    shown = members.words_of_main(browser.get("pair", mark))
    assert "Invented Shelter asks" in shown
    assert "It is not safe to ask the person now" in shown
    assert "A sentence." in shown
    assert browser.get("pair", "f" * 32).status_code == 404
    assert browser.post("close", Ask.objects.get().pk).status_code == 302
    assert Ask.objects.get().state == AskState.CLOSED


@pytest.mark.parametrize("page", ["list", "alarms"])
def test_workers_have_no_such_page(enter, people, pair, page):
    assert enter(people.shelter).get(page).status_code == 404


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({}, "Say whether the person was asked."),
        ({"says": "maybe"}, "Select a valid choice"),
        ({"says": "agreed", "why": "x" * 301}, "at most 300 characters"),
    ],
)
def test_an_ask_says_what_is_missing(enter, people, pair, typed, says):
    page = enter(people.shelter).post("ask", pair[0].pk, **typed)
    assert page.status_code == 422
    assert says in page.text
    assert not Ask.objects.exists()


def test_an_ask_that_the_rules_refuse_says_why(enter, people, pair):
    page = enter(people.officer).post("ask", pair[1].pk, says="agreed")
    assert page.status_code == 422
    assert "There is nobody to ask about." in page.text


def test_a_yes_needs_a_word_of_the_person(enter, people, pair):
    enter(people.shelter).post("ask", pair[0].pk, says="agreed")
    mark = selectors.list_pairs(actor=people.coordinator.actor)[0].mark
    enter(people.coordinator).post("pass_on", mark, ask=Ask.objects.get().pk)
    question = Question.objects.get()
    browser = enter(people.officer)
    assert browser.post("question", question.pk, to="agreed").status_code == 422
    assert browser.post("question", question.pk, to="not_now").status_code == 302
    assert "Your answer: Not now" in members.words_of_main(browser.get("question", question.pk))
    assert browser.post("take_answer_back", question.pk).status_code == 302
    question.refresh_from_db()
    assert question.state == QuestionState.OPEN


def test_every_form_is_taken_once(enter, people, pair):
    key = str(uuid4())
    browser = enter(people.shelter)
    for _time in range(2):
        answer = browser.post("ask", pair[0].pk, says="agreed", submission_key=key)
        assert answer.status_code == 302
    assert Ask.objects.count() == 1
    mark = selectors.list_pairs(actor=people.coordinator.actor)[0].mark
    browser, key, ask = enter(people.coordinator), str(uuid4()), Ask.objects.get()
    for _time in range(2):
        assert browser.post("pass_on", mark, ask=ask.pk, submission_key=key).status_code == 302
    assert Question.objects.count() == 1
    assert browser.post("pass_on", mark, ask=ask.pk).status_code == 403
    assert browser.post("pass_on", mark, ask="nonsense").status_code == 404
    browser, key, question = enter(people.officer), str(uuid4()), Question.objects.get()
    for _time in range(2):
        sent = browser.post("question", question.pk, **YES, submission_key=key)
        assert sent.status_code == 302
    browser, key = enter(people.coordinator), str(uuid4())
    for _time in range(2):
        assert browser.post("release", ask.pk, submission_key=key).status_code == 302
    assert Connection.objects.count() == 1


def test_own_cases_that_may_be_known_elsewhere_stand_on_one_page(enter, people, pair):
    browser = enter(people.shelter)
    shown = members.words_of_main(browser.get("mine"))
    assert pair[0].spoken_code in shown
    assert browser.post("compare").status_code == 302
    walk(enter, people, pair)
    shown = members.words_of_main(enter(people.officer).get("mine"))
    assert pair[1].spoken_code in shown
    assert "Another organisation asks" in shown
    assert "You may ask" not in members.words_of_main(enter(people.shelter).get("mine"))


def test_what_was_asked_and_with_whom_one_is_connected_stand_there_too(enter, people, pair, clock):
    enter(people.shelter).post("ask", pair[0].pk, says="agreed")
    shown = members.words_of_main(enter(people.shelter).get("mine"))
    assert "You asked" in shown
    assert pair[0].spoken_code in shown
    assert pair[1].spoken_code not in shown
    assert "Invented Migration Service" not in shown
    ask = Ask.objects.get()
    mark = selectors.list_pairs(actor=people.coordinator.actor)[0].mark
    question = services.pass_on(ask.pk, mark=mark, actor=people.coordinator.actor)
    services.answer(question.pk, QuestionState.AGREED, says="agreed", actor=people.officer.actor)
    services.release(ask.pk, actor=people.coordinator.actor)
    shown = members.words_of_main(enter(people.shelter).get("mine"))
    assert "You asked" not in shown
    assert pair[1].spoken_code in shown
    assert "Invented Migration Service" in shown
    for who in (people.stranger, people.officer):
        there = members.words_of_main(enter(who).get("mine"))
        assert ("Invented Shelter" in there) is (who is people.officer)


def test_home_says_that_somebody_asks(enter, people, pair):
    enter(people.shelter).post("ask", pair[0].pk, says="agreed")
    mark = selectors.list_pairs(actor=people.coordinator.actor)[0].mark
    enter(people.coordinator).post("pass_on", mark, ask=Ask.objects.get().pk)
    assert (
        "Another organisation asks about 1 case of yours"
        in enter(people.officer).get("/home/").text
    )
    assert "asks about 1 case" not in enter(people.shelter).get("/home/").text


def test_who_minds_data_lays_bait_and_looks_into_alarms(enter, people, pair):
    browser = enter(people.minder)
    assert browser.post("lay", code="nonsense").status_code == 422
    wrong = browser.post("lay", code=pair[0].code)
    assert wrong.status_code == 422
    assert "We found no own case of this code." in wrong.text
    assert browser.post("lay", code=pair[1].spoken_code).status_code == 302
    assert pair[1].spoken_code in browser.get("alarms").text
    make.case(people.shelter, identity=HERE, contact=PHONE)
    assert "may be trying to find somebody out" in browser.get("/home/").text
    shown = members.words_of_main(browser.get("alarms"))
    assert "Worker Two" in shown
    alarm = FishingAlarm.objects.get(told=people.officer.organisation)
    assert browser.post("look_into", alarm.pk).status_code == 302
    assert browser.post("look_into", alarm.pk).status_code == 404
    assert browser.post("take_up", pair[1].pk).status_code == 302
    assert not Bait.objects.exists()


def test_what_is_kept_of_forms_and_deeds_does_not_tie_both_sides(enter, people, pair, clock):
    """A thief reads addresses of forms taken and the trail, by the second."""
    ask_at = clock.now
    enter(people.shelter).post("ask", pair[0].pk, says="agreed")
    mark = selectors.list_pairs(actor=people.coordinator.actor)[0].mark
    ask = Ask.objects.get()
    clock.forward(hours=1)
    enter(people.coordinator).post("pass_on", mark, ask=ask.pk)
    passed_at, question = clock.now, Question.objects.get()
    clock.forward(hours=1)
    enter(people.officer).post("question", question.pk, to="not_same")
    answered_at = clock.now
    clock.forward(hours=1)
    enter(people.coordinator).post("close", ask.pk)
    here = (str(ask.pk), str(pair[0].pk))
    there = (str(question.pk), str(pair[1].pk))
    written = {}
    for row in Submission.objects.all():
        written.setdefault(row.at, []).append(f"{row.path} {row.location}")
    for row in AuditEvent.objects.all():
        written.setdefault(row.at, []).append(f"{row.target} {row.detail}")
    assert {ask_at, passed_at, answered_at, clock.now} <= set(written)
    for at in (ask_at, passed_at, answered_at, clock.now):
        said = " ".join(written[at])
        assert not (any(one in said for one in here) and any(one in said for one in there)), at


def test_the_trail_does_not_count_what_was_found(enter, people, pair, clock):
    enter(people.coordinator).get("list")
    make.case(people.stranger, identity=HERE, contact=PHONE)
    for name in ("Сынакова Бегимай", "Үлгүева Нуржан"):
        make.case(people.stranger, identity={"name": name})
    enter(people.coordinator).get("list")
    counts = AuditEvent.objects.filter(event=Event.PAIRS_OPENED).order_by("seq")
    first, second = (int(row.detail) for row in counts)
    assert second - first == 3
    assert len(selectors.list_pairs(actor=people.coordinator.actor)) == 3


def test_bait_looks_like_any_case_to_its_own_house(enter, people, pair):
    services.lay(pair[1].code, actor=people.minder.actor)
    shown = members.words_of_main(page_of(enter(people.officer), pair[1]))
    assert "No other organisation was found" in shown

import json
from uuid import uuid4

import pytest

from korgoo.access.enums import Facet, Role
from korgoo.access.models import Membership
from korgoo.casework import services as cases
from korgoo.casework.enums import Scope
from korgoo.closing import services
from korgoo.closing.enums import Answer, Asked, Way
from korgoo.closing.models import Assignment, Closure, FollowUp, KeptFor, PersonRequest
from korgoo.closing.services import Reply
from tests import factories, members
from tests import factories_casework as make
from tests.members import words_of_main

pytestmark = pytest.mark.django_db
CLOSING = {"reason": "goal", "last_risk": "safe"}


@pytest.fixture
def case(people):
    return make.case(people.officer, is_told=True)


def request_of(case, kind, by, reply=None):
    row = services.take_request(case.pk, kind, way=Way.PHONE, actor=by.actor)
    return services.answer_request(row.pk, reply, actor=by.actor) if reply else row


def test_a_leaver_hands_over_on_the_page_and_the_same_form_counts_once(case, house, enter):
    browser = enter(house.administrator)
    page = words_of_main(browser.get("leavers"))
    assert "Officer One" in page
    assert case.spoken_code not in page  # the administrator counts, and sees no case
    leaver, key = house.officer.user.pk, str(uuid4())
    told = {"successors": [house.colleague.user.pk], "ends_roles": "on", "submission_key": key}
    for _ in range(2):
        assert browser.post("hand_over", leaver, **told).status_code == 302
    assert Assignment.objects.count() == 1
    assert not Membership.objects.filter(user=house.officer.user, valid_to=None).exists()

    mine = enter(house.colleague)
    page = words_of_main(mine.get("handed_over"))
    assert case.spoken_code in page
    assert "Invented Person" not in page
    assert mine.post("handed_over").status_code == 302
    assert case.spoken_code not in words_of_main(mine.get("handed_over"))


def test_a_head_is_not_offered_to_end_roles(case, house, enter):
    page = enter(house.head).get("hand_over", house.officer.user.pk)
    assert 'name="successors"' in page.text
    assert 'name="ends_roles"' not in page.text


def test_choosing_nobody_is_an_error_of_the_form(case, house, enter):
    answer = enter(house.head).post("hand_over", house.officer.user.pk)
    assert answer.status_code == 422
    assert "Choose who takes the work over" in words_of_main(answer)


def test_a_case_is_given_to_a_colleague(case, house, enter):
    answer = enter(house.officer).post("assign", case.pk, member=house.colleague.user.pk)
    assert answer.status_code == 302
    page = enter(house.officer).get(f"/cases/{case.pk}/")
    assert "Responsible: Colleague Five" in words_of_main(page)


def test_a_case_is_closed_asked_about_and_reopened(case, people, enter):
    browser, key = enter(people.officer), str(uuid4())
    assert "Close the case" in words_of_main(browser.get("close", case.pk))
    for _ in range(2):
        assert browser.post("close", case.pk, **CLOSING, submission_key=key).status_code == 302
    assert Closure.objects.count() == 1
    page = browser.get(f"/cases/{case.pk}/")
    assert "This case was closed" in words_of_main(page)
    assert "Add a note" not in words_of_main(page)
    assert "Get help now" not in words_of_main(page)
    first = FollowUp.objects.first()
    assert case.spoken_code in words_of_main(browser.get("after"))
    assert "How does the person fare?" in words_of_main(browser.get("follow_up", first.pk))
    helped = browser.post("follow_up", first.pk, outcome="needs_help")
    assert helped.url.endswith("/reopen/")
    assert "Reopen" in words_of_main(browser.get(helped.url))
    assert browser.post("reopen", case.pk).status_code == 302
    assert "This case was closed" not in words_of_main(browser.get(f"/cases/{case.pk}/"))
    refused = browser.post("reopen", case.pk)
    assert refused.status_code == 403


def test_what_is_open_is_shown_before_closing(case, people, enter):
    cases.start_clock(
        case, "programme_review", responsible_id=case.owner_id, actor=people.officer.actor
    )
    browser = enter(people.officer)
    assert "1 time limit of the case runs" in words_of_main(browser.get("close", case.pk))
    assert browser.post("close", case.pk, **CLOSING).status_code == 422
    assert browser.post("close", case.pk, **CLOSING, ground="wish").status_code == 302


def test_what_will_be_erased_is_shown_and_held_back(case, people, house, close, clock, enter):
    close(case, people.officer)
    clock.forward(days=1095)
    services.sweep_retention()
    row = KeptFor.objects.get(purpose="reach")
    browser = enter(house.minder)
    page = words_of_main(browser.get("kept"))
    assert case.spoken_code in page
    assert "Not set: kept until a lawyer sets it" in page
    assert "5 years after closing" in page
    assert "Why must it be kept?" in words_of_main(browser.get("hold", row.pk))
    assert browser.post("hold", row.pk, hold="court").status_code == 302
    assert "Held back" in words_of_main(browser.get("kept"))
    assert browser.post("release", row.pk).status_code == 302
    assert browser.post("hold", row.pk).status_code == 422


def test_a_request_is_taken_answered_and_copied(case, people, enter):
    browser = enter(people.officer)
    assert browser.get("take_request", case.pk).status_code == 200
    taken = browser.post("take_request", case.pk, kind="copy", way="phone")
    row = PersonRequest.objects.get()
    assert taken.url.endswith(f"/requests/{row.pk}/")
    assert "Not set by law" in words_of_main(browser.get("request", row.pk))
    assert browser.get("copy_json", row.pk).status_code == 404
    assert browser.post("request", row.pk, answer="granted").status_code == 302
    assert "Copy on paper" in words_of_main(browser.get("request", row.pk))
    stored = json.loads(browser.get("copy_json", row.pk).content)
    assert stored["sealed"]["identity"]["name"] == "Invented Person"
    printed = browser.get("copy_pdf", row.pk)
    assert printed.content.startswith(b"%PDF")
    assert "Invented" not in printed["Content-Disposition"]


def test_a_refusal_without_a_ground_keeps_what_was_typed(case, people, enter):
    row = request_of(case, Asked.CORRECTION, people.officer)
    told = {"answer": "refused", "part": "story", "text": "It was in May."}
    answer = enter(people.officer).post("request", row.pk, **told)
    assert answer.status_code == 422
    assert "It was in May." in answer.text
    right = {**told, "refusal": "unsure", "law": "law-58-2008"}
    assert enter(people.officer).post("request", row.pk, **right).status_code == 302
    assert "It was in May." not in str(
        cases.open_facet(case.pk, Facet.STORY, actor=people.officer.actor)
    )


def test_the_second_person_erases_on_the_page(case, people, house, enter):
    row = request_of(case, Asked.ERASURE, people.officer, Reply(Answer.GRANTED))
    page = enter(people.officer).get("request", row.pk)
    assert "must confirm" in words_of_main(page)
    browser = enter(house.minder)
    assert "1 erasure waits" in words_of_main(browser.get("/home/"))
    page = browser.get("request", row.pk)
    assert "Erase it for ever" in words_of_main(page)
    assert str(case.pk) not in page.text  # the data officer opens no case
    assert browser.post("confirm", row.pk).status_code == 302
    page = words_of_main(enter(people.officer).get(f"/cases/{case.pk}/"))
    assert "Erased on 2 March 2026" in page
    assert "Erased for ever" in page


def test_a_restriction_is_lifted_and_an_erasure_sent_back(case, people, house, enter):
    row = request_of(case, Asked.RESTRICTION, people.officer, Reply(Answer.GRANTED))
    browser = enter(people.officer)
    page = words_of_main(browser.get(f"/cases/{case.pk}/"))
    assert "The person asked that nothing more is done" in page
    assert browser.post("lift", row.pk).status_code == 302
    row = request_of(case, Asked.ERASURE, people.officer, Reply(Answer.GRANTED))
    assert enter(house.head).post("send_back", row.pk).status_code == 302
    row.refresh_from_db()
    assert not row.answer


CASE_PAGES = ("assign", "close", "reopen", "take_request")
REQUEST_PAGES = ("request", "copy_pdf", "copy_json")
DEEDS = ("confirm", "send_back", "lift")


def test_who_may_not_finds_nothing(case, people, house, close, clock, enter):
    make.share(case, people.shelter, Scope.IDENTITY, by=people.officer)
    row = request_of(case, Asked.COPY, people.officer, Reply(Answer.GRANTED))
    first = close(case, people.officer).follow_ups.first()
    clock.forward(days=1095)
    services.sweep_retention()
    kept = KeptFor.objects.get(purpose="reach")
    police = factories.member(Role.OFFICER, at=factories.organisation("investigate"))
    line = factories.member(Role.HOTLINE_OPERATOR, at=factories.organisation("advise"))
    editor = factories.member(Role.CONTENT_EDITOR, at=people.coordinator.organisation)
    others = (people.shelter, people.stranger, people.coordinator, police, line, editor)
    for other in others:
        browser = enter(other)
        for page in CASE_PAGES:
            assert browser.get(page, case.pk).status_code == 404, page
            assert browser.post(page, case.pk, **CLOSING).status_code == 404, page
        for page in REQUEST_PAGES:
            assert browser.get(page, row.pk).status_code == 404, page
        for page in DEEDS:
            assert browser.post(page, row.pk).status_code == 404, page
        assert browser.get("follow_up", first.pk).status_code == 404
        assert browser.get("hold", kept.pk).status_code == 404
        assert browser.post("release", kept.pk).status_code == 404
        assert browser.get("hand_over", house.officer.user.pk).status_code == 404
    for page in CASE_PAGES:
        assert enter(house.administrator).get(page, case.pk).status_code == 404
        assert enter(house.minder).get(page, case.pk).status_code == 404
    assert enter(house.minder).get("copy_json", row.pk).status_code == 404


def test_lists_show_one_house_only(case, people, house, close, clock, enter):
    request_of(case, Asked.COPY, people.officer)
    close(case, people.officer)
    other = factories.member(Role.HEAD, at=people.stranger.organisation)
    for page in ("requests", "after", "kept", "leavers", "handed_over"):
        answer = enter(other).get(page)
        assert answer.status_code == 200
        assert case.spoken_code not in words_of_main(answer)
    assert case.spoken_code in words_of_main(enter(house.minder).get("requests"))


def test_a_receiver_sees_no_part_about_the_end(case, people, enter):
    make.share(case, people.shelter, Scope.IDENTITY, by=people.officer)
    page = enter(people.shelter).get(f"/cases/{case.pk}/")
    assert page.status_code == 200
    assert "Responsible:" not in members.words(page)


def test_a_locked_session_closes_nothing(case, people, enter):
    browser = enter(people.officer)
    browser.client.cookies.clear()
    assert browser.post("close", case.pk, **CLOSING).status_code in (302, 401)
    assert not Closure.objects.exists()

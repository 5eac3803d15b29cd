"""The page of a code, for anybody: no cookie, nothing kept but counts of a day."""

import pytest

from korgoo.access.models import AuditEvent
from korgoo.agencies.models import Agency
from korgoo.campaign import policies, services
from korgoo.campaign.enums import State
from korgoo.campaign.models import AgencyCheckCount, AnswerCount
from korgoo.lib.public_forms import SIZE
from tests.campaign.conftest import Visitor, planned

pytestmark = pytest.mark.django_db
RIGHT = {"who-may-send": "permit", "passport": "mine", "agreed": "yes"}


def checks():
    return sum(AgencyCheckCount.objects.values_list("count", flat=True))


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_the_page_says_what_the_campaign_asks_in_the_language_of_its_address(code, language):
    answer = Visitor(language).get(f"{code.code}/")
    assert answer.status_code == 200
    assert f"Check the agency ({language})" in answer.text
    assert f"Look before you leave ({language})" in answer.text


def test_it_sets_no_cookie_carries_no_token_and_asks_no_other_site(street, code):
    answer = street.get(f"{code.code}/")
    assert not answer.cookies
    assert "csrfmiddlewaretoken" not in answer.text
    assert "submission_key" not in answer.text
    assert 'src="http' not in answer.text


def test_looking_writes_nothing(street, code):
    before = AuditEvent.objects.count()
    for rest in (
        "",
        f"{code.code}/",
        f"{code.code}/before/",
        f"{code.code}/after/thanks/",
        "history/",
    ):
        assert street.get(rest).status_code == 200, rest
    assert (checks(), AnswerCount.objects.count(), AuditEvent.objects.count()) == (0, 0, before)


def test_a_check_is_counted_and_the_form_goes_on_to_the_register(street, code):
    answer = street.post(f"{code.code}/check/", name="Ala-Too Job", country="TR")
    assert answer.status_code == 307  # the browser sends the same form there
    assert answer["Location"] == "/en/agencies/"
    assert "no-store" in answer["Cache-Control"]
    assert checks() == 1
    said = street.client.post(answer["Location"], {"name": "Ala-Too Job", "country": "TR"})
    assert said.status_code == 200
    assert checks() == 1
    assert not Agency.objects.exists()


def test_what_was_asked_stands_nowhere(street, code):
    street.post(f"{code.code}/check/", name="Ala-Too Job", country="TR")
    row = AgencyCheckCount.objects.get()
    assert {f.name for f in row._meta.fields} == {"id", "code", "day", "count"}


def test_a_check_is_never_read_by_get(street, code):
    assert street.get(f"{code.code}/check/").status_code == 405
    assert checks() == 0


def test_one_too_many_or_from_elsewhere_gets_the_answer_and_is_not_counted(
    street, code, monkeypatch
):
    elsewhere = Visitor(sec_fetch_site="cross-site").post(
        f"{code.code}/check/", name="x", country="TR"
    )
    assert elsewhere.status_code == 307
    monkeypatch.setattr(policies, "CHECKS_AN_HOUR", 1)
    answers = [street.post(f"{code.code}/check/", name="x", country="TR") for _each in range(3)]
    assert {one.status_code for one in answers} == {307}
    assert checks() == 1


def test_a_code_of_a_plan_or_of_nothing_has_no_page(people, street):
    row = planned(people.officer.actor)
    code = services.make_code(row.key, label="x", actor=people.officer.actor)
    for digits in (code.code, "11115"):
        for rest in ("", "before/", "after/thanks/"):
            assert street.get(f"{digits}/{rest}").status_code == 404
        assert street.post(f"{digits}/check/", name="x").status_code == 404
    assert checks() == 0


def test_an_ended_campaign_keeps_its_page(people, street, running, code):
    services.move(
        running.key, State.ENDED, seen=State.RUNNING, words="x", actor=people.officer.actor
    )
    assert street.get(f"{code.code}/").status_code == 200


def test_answers_are_counted_and_nobody_sees_them_again(street, code, words_of):
    answer = street.post(f"{code.code}/before/", **RIGHT)
    assert answer.url == f"/en/c/{code.code}/before/thanks/"
    counted = AnswerCount.objects.values_list("question", "answer", "is_right", "count")
    assert set(counted) == {(key, value, True, 1) for key, value in RIGHT.items()}
    assert "The passport stays with me" not in words_of(street.get(f"{code.code}/before/thanks/"))
    assert "The passport stays with me" in words_of(street.get(f"{code.code}/after/thanks/"))


def test_who_does_not_know_is_counted_as_that_and_a_question_may_stay_open(street, code):
    street.post(f"{code.code}/after/", passport="unknown")
    row = AnswerCount.objects.get()
    assert (row.question, row.answer, row.is_right, row.moment) == (
        "passport",
        "unknown",
        False,
        "after",
    )


@pytest.mark.parametrize("sent", [{}, {"passport": "burn it"}, {"other": "x"}])
def test_nothing_or_nonsense_is_not_counted(street, code, sent, words_of):
    answer = street.post(f"{code.code}/before/", **sent)
    assert answer.status_code == 422
    assert len(answer.content) % SIZE == 0
    assert not AnswerCount.objects.exists()


def test_what_was_chosen_is_kept_when_too_many_answer(street, code, monkeypatch, words_of):
    monkeypatch.setattr(policies, "ANSWERS_AN_HOUR", 0)
    answer = street.post(f"{code.code}/before/", **RIGHT)
    assert answer.status_code == 429
    assert "Too many people answer just now" in words_of(answer)
    assert int(answer["Retry-After"]) >= 1
    assert 'value="mine" checked' in answer.text
    assert not AnswerCount.objects.exists()


def test_answers_from_another_site_are_not_counted(code):
    Visitor(sec_fetch_site="cross-site").post(f"{code.code}/before/", **RIGHT)
    assert not AnswerCount.objects.exists()


@pytest.mark.parametrize("typed", ["{0}", "{0[0]} {0[1]}{0[2]}-{0[3]}{0[4]}"])
def test_a_code_is_typed_with_spaces_or_without(street, code, typed):
    answer = street.post("", code=typed.format(code.code))
    assert answer.url == f"/en/c/{code.code}/"


def test_a_slip_of_a_digit_is_found(street, code, words_of):
    wrong = f"{code.code[:-1]}{(int(code.code[-1]) + 1) % 10}"
    answer = street.post("", code=wrong)
    assert answer.status_code == 422
    assert "One of the digits is wrong" in words_of(answer)
    assert wrong in answer.text
    assert "Write the five digits." in words_of(street.post("", code="abc"))


def test_a_page_that_was_drawn_changes_with_its_campaign(people, street, running, code):
    assert "Card in Osh" not in street.get("").text
    services.move(
        running.key, State.ENDED, seen=State.RUNNING, words="x", actor=people.officer.actor
    )
    assert street.get(f"{code.code}/").status_code == 200


def test_history_is_there_for_everybody(street, words_of):
    page = words_of(street.get("history/"))
    assert "Sources contradict each other" in page
    assert "not counts of this platform" in page

"""A member sees what they were woken for, and nobody else's."""

import pytest
from django.urls import reverse

from korgoo.casework import services as casework
from korgoo.casework.models import CaseParty
from korgoo.reminders import services
from korgoo.reminders.models import MailChoice, Reminder
from tests import factories
from tests import factories_casework as make
from tests.members import words_of_main
from tests.reminders.conftest import begin

pytestmark = pytest.mark.django_db
HOME = "/home/"


@pytest.fixture
def case(people, clock):
    found = make.case(people.worker)
    begin(found, people.worker)
    clock.forward(days=11)
    services.sweep()
    return found


def test_the_home_page_says_what_waits_until_it_is_seen(case, people, enter):
    browser = enter(people.worker)
    page = words_of_main(browser.get(HOME))
    assert "Time limits that wait for you" in page
    assert f"{case.spoken_code} First stay in a shelter 1 day late" in page

    row = Reminder.objects.unseen().get(user_id=people.worker.user.pk)
    key = "0f7b1d2c-1a52-4d9f-8a5e-6a2b1f0c4e11"
    for _again in range(2):
        answer = browser.post("seen", seen=row.pk, submission_key=key)
        assert answer.url == reverse("web:home")

    assert "Time limits that wait for you" not in words_of_main(browser.get(HOME))
    assert "1 day late" in words_of_main(browser.get("list"))


def test_all_that_was_shown_is_marked_at_once(case, people, enter, clock):
    begin(case, people.worker)
    clock.forward(days=9)
    services.sweep()
    shown = list(Reminder.objects.of(people.worker.actor).unseen().values_list("pk", flat=True))
    assert len(shown) == 2
    answer = enter(people.worker).post("seen", all="1", shown=shown, back="reminders:list")

    assert answer.url == reverse("reminders:list")
    assert not Reminder.objects.of(people.worker.actor).unseen().exists()


def test_nobody_marks_or_sees_what_is_anothers(case, people, enter):
    row = Reminder.objects.unseen().get(user_id=people.worker.user.pk)
    for somebody in (people.stranger, people.shelter, people.colleague, people.coordinator):
        browser = enter(somebody)
        assert case.spoken_code not in words_of_main(browser.get("list"))
        browser.post("seen", seen=row.pk)
    row.refresh_from_db()
    assert row.seen_at is None


def test_a_case_that_was_closed_to_the_member_is_not_named(people, enter, clock):
    case = make.case(people.worker)
    make.share(case, people.shelter, by=people.worker)
    begin(case, people.worker, responsible=people.shelter.organisation)
    clock.forward(days=9)
    services.sweep()
    browser = enter(people.shelter)
    assert case.spoken_code in words_of_main(browser.get(HOME))

    CaseParty.objects.update(until=clock.now)
    assert case.spoken_code not in words_of_main(browser.get(HOME))


def test_the_coordinator_reads_the_code_and_no_more(case, people, enter, clock):
    clock.forward(days=10)
    services.sweep()
    page = words_of_main(enter(people.coordinator).get(HOME))
    assert case.spoken_code in page
    assert "Late: the co-ordinator is told" in page


def test_reading_marks_nothing(case, people, enter):
    before = list(Reminder.objects.order_by("pk").values())
    enter(people.worker).get(HOME)
    enter(people.worker).get("list")
    assert list(Reminder.objects.order_by("pk").values()) == before


def test_e_mail_is_switched_off_and_on(people, enter):
    browser = enter(people.worker)
    assert browser.post("mail", wanted="no", language="ru").status_code == 302
    assert "You get no e-mail" in words_of_main(browser.get("list"))
    choice = MailChoice.objects.get()
    assert (choice.is_wanted, choice.language) == (False, "ru")
    assert browser.post("mail", wanted="perhaps", language="ru").status_code == 422
    assert browser.get("mail").status_code == 200


def test_the_chosen_ones_are_marked_and_the_others_stay(case, people, enter, clock):
    for _time in range(2):
        begin(case, people.worker)
    clock.forward(days=9)
    services.sweep()
    rows = list(Reminder.objects.of(people.worker.actor).unseen().order_by("pk"))
    browser = enter(people.worker)
    page = browser.get("list").text
    assert page.count('name="seen"') == len(rows) == 3
    assert page.count('id="id_seen"') == 1

    browser.post("seen", seen=[rows[0].pk, rows[2].pk], back="reminders:list")

    assert list(Reminder.objects.of(people.worker.actor).unseen()) == [rows[1]]


@pytest.mark.parametrize("sent", [{}, {"seen": ["x", "-1", "²", "9" * 40]}, {"all": "1"}])
def test_who_chooses_nothing_is_told_so(sent, case, people, enter):
    answer = enter(people.worker).post("seen", **sent)

    assert answer.status_code == 422
    assert "Choose at least one row." in words_of_main(answer)
    assert 'href="#id_seen"' in answer.text
    assert Reminder.objects.of(people.worker.actor).unseen().exists()


def test_sleeping_cases_are_on_the_home_page_of_their_worker(people, enter, clock):
    case = make.case(people.worker)
    clock.forward(days=31)
    title = "Cases that nobody has touched for long"
    page = words_of_main(enter(people.worker).get(HOME))
    assert title in page
    assert case.spoken_code in page
    for somebody in (people.colleague, people.stranger, people.coordinator):
        assert title not in words_of_main(enter(somebody).get(HOME))
    casework.run_step(case, "case_opened", actor=people.worker.actor)


def test_a_locked_session_sees_nothing(case, people, client):
    client.force_login(people.worker.user)
    answer = client.get(reverse("reminders:list"))
    assert case.spoken_code not in answer.content.decode()
    assert answer.status_code in (302, 401)
    assert factories.locked(people.worker).key is None

"""Each page once per answer: who may enter, what stays, what is said."""

from uuid import uuid4

import pytest

from korgoo.assistance import services
from korgoo.assistance.enums import Agreed, Need
from korgoo.assistance.models import Assessment, ConferenceTask, Programme, ProgrammeItem
from korgoo.assistance.services import Findings, Plan
from korgoo.lib import clock
from tests import factories, factories_casework, members

pytestmark = pytest.mark.django_db
OF_THE_OWNER = [
    "assess", "goals", "words", "plan_item", "given", "conference", "guardian", "best_interest", "paper",
]  # fmt: skip
ASSESSED = {"occasion": "intake", "level": "high", "grounds": ["factors"]}


@pytest.fixture
def look(care, enter):
    """Open a page of the case as somebody; gives the answer."""
    return lambda who, name, *more: enter(getattr(care, who)).get(name, care.case.pk, *more)


@pytest.mark.parametrize("name", [n for n in OF_THE_OWNER if n != "paper"])
def test_the_owner_comes_to_each_page(name, look):
    assert look("owner", name).status_code == 200


@pytest.mark.parametrize("name", ["programme", *OF_THE_OWNER])
def test_others_find_no_page(name, care, enter, plan):
    plan(provider_id=care.owner.organisation.pk)
    for who in ("stranger", "clinic", "police", "coordinator"):
        if (who, name) == ("coordinator", "programme"):
            continue
        answer = enter(getattr(care, who)).get(name, care.case.pk)
        assert answer.status_code == 404, who


def test_a_locked_session_is_led_to_unlock(care, client):
    client.force_login(care.owner.user)
    assert client.get(f"/help/{care.case.pk}/").status_code == 302


def test_an_assessment_is_taken_once_with_what_was_asked_and_what_was_not(care, enter):
    browser = enter(care.owner)
    sent = {**ASSESSED, "need-shelter": "urgent", "healthneed-hiv_sti": "open"}
    key = str(uuid4())
    for _time in range(2):
        answer = browser.post("assess", care.case.pk, submission_key=key, **sent)
        assert answer.status_code == 302
    row = Assessment.objects.get()
    assert row.needs["shelter"] == "urgent"
    assert row.needs["money"] == "not_asked"
    again = members.words(browser.get("assess", care.case.pk))
    assert "Last time: Urgent" in again
    assert "HIV, infections: Open" in members.words(
        browser.get(f"/cases/{care.case.pk}/part/health/")
    )


def test_a_refused_assessment_keeps_what_was_typed(care, enter, typed, ago):
    sent = {**ASSESSED, "told": "Typed with care", **typed("review_on", ago(3))}
    answer = enter(care.owner).post("assess", care.case.pk, **sent)
    assert answer.status_code == 422
    assert "Typed with care" in answer.text
    assert "The next review cannot lie in the past." in members.words(answer)
    assert not Assessment.objects.exists()


def test_health_is_not_asked_by_who_gives_no_care(enter):
    officer = factories.member(at=factories.organisation("inspect", name="Inspection"))
    case = factories_casework.case(officer)
    assert "HIV" not in members.words(enter(officer).get("assess", case.pk))


def test_the_change_between_two_assessments_is_shown(care, enter):
    for state in ("urgent", "met"):
        findings = Findings("intake", "high", ("factors",), needs={Need.SHELTER: state})
        row = services.assess(care.case.pk, findings, actor=care.owner.actor)
    said = members.words(enter(care.owner).get("assessment", care.case.pk, row.pk))
    assert "A safe place to live Met Urgent" in said


def test_a_plan_goes_from_the_form_to_the_help_that_was_given(care, enter, typed):
    browser, today = enter(care.owner), clock.today()
    sent = {"need": "school", "service": "school", "provider": "out-school", "cost": "free"}
    sent |= {"agreed": "yes", **typed("agreed_on", today)}
    assert browser.post("plan_item", care.case.pk, **sent).status_code == 302
    item = ProgrammeItem.objects.get()
    browser.post("move_item", care.case.pk, item.pk, state="under_way", **typed("on", today))
    browser.post(
        "given_of_item", care.case.pk, item.pk, quantity=2, unit="times", **typed("on", today)
    )
    said = members.words_of_main(browser.get("programme", care.case.pk))
    assert "School Back to school School, college" in said
    assert "2 times" in said


def test_a_wrong_number_of_a_referral_is_told_and_the_rest_is_kept(care, enter):
    sent = {"need": "school", "service": "school", "cost": "free", "agreed": "not_asked"}
    answer = enter(care.owner).post(
        "plan_item", care.case.pk, outside_name="School 5", referral_number="12", **sent
    )
    assert answer.status_code == 422
    assert "School 5" in answer.text


def test_a_conference_is_written_and_its_decision_carried_out(care, enter, typed):
    clinic = str(care.clinic.organisation.pk)
    sent = {"questions": ["safety"], f"part_{clinic}": ["doctor"], "part_0": ["person"]}
    sent |= {"task_1": "assess", "doer_1": clinic, "minutes": "Sealed minutes"}
    browser = enter(care.owner)
    answer = browser.post("conference", care.case.pk, **sent, **typed("held_on", clock.today()))
    assert answer.status_code == 302
    assert "Doctor, Invented Clinic" in members.words(browser.get("programme", care.case.pk))
    assert "Sealed minutes" in members.words(browser.get("words", care.case.pk))

    task = ConferenceTask.objects.get()
    helper = enter(care.clinic)
    assert "Look at needs and risks again" in members.words(helper.get("waiting"))
    assert helper.post("finish_task", care.case.pk, task.pk).status_code == 302
    assert ConferenceTask.objects.get().done_at is not None


def test_a_decision_without_who_does_it_is_not_forgotten(care, enter, typed):
    sent = {"questions": ["safety"], "part_0": ["person"], "task_1": "assess"}
    sent |= typed("held_on", clock.today())
    answer = enter(care.owner).post("conference", care.case.pk, **sent)
    assert answer.status_code == 422
    assert "Say who does it." in members.words(answer)


def test_the_child_rule_stands_on_the_case_until_all_is_there(care, enter, typed):
    browser = enter(care.owner)
    case = f"/cases/{care.case.pk}/"
    assert "Nobody speaks for the child yet." in members.words(browser.get(case))
    browser.post(
        "guardian",
        care.case.pk,
        guardian="relative",
        appointed_by="court",
        trained_interviewer="yes",
    )
    browser.post(
        "best_interest",
        care.case.pk,
        outcome="relatives",
        decided_by_id=care.owner.organisation.pk,
        **typed("decided_on", clock.today()),
    )
    assert "The child rule asks for more" not in members.words(browser.get(case))


def test_a_provider_sees_its_own_help_and_of_others_no_name(care, enter, plan, ago):
    plan()
    plan(need=Need.LEGAL, service="legal-aid", provider_id=care.owner.organisation.pk)
    plan(need=Need.HEALTH, service="psychologist", provider_id=care.owner.organisation.pk)
    services.write_goals(care.case.pk, "A sealed goal", actor=care.owner.actor)
    said = members.words_of_main(enter(care.clinic).get("programme", care.case.pk))
    assert "Medical care" in said
    assert "Legal aid" in said
    assert "another organisation" in said
    for hidden in ("psychologist", "Invented Crisis Centre", "Danger", "sealed goal"):
        assert hidden not in said


def test_without_consent_a_provider_sees_its_own_help_alone(care, enter, plan):
    plan()
    plan(need=Need.LEGAL, service="legal-aid", provider_id=None)
    factories_casework.agree(care.case, care.clinic, by=care.owner, guardian_agreed=False)
    answer = enter(care.clinic).get("programme", care.case.pk)
    assert answer.status_code == 404 or "Legal aid" not in members.words_of_main(answer)


def test_the_co_ordinator_sees_needs_and_days_and_no_danger(care, enter, plan, ago):
    findings = Findings(
        "intake",
        "extreme",
        ("threats",),
        needs={Need.SHELTER: "urgent"},
        risks={"insiders": "yes"},
    )
    services.assess(care.case.pk, findings, actor=care.owner.actor)
    plan(start=ago(4))
    browser = enter(care.coordinator)
    said = members.words_of_main(browser.get("programme", care.case.pk))
    assert "A safe place to live Urgent" in said
    for hidden in ("Danger to life", "official", "Open the words"):
        assert hidden not in said
    assert "Medical care" in members.words_of_main(browser.get("waiting"))


def test_the_police_reads_nothing_of_it_on_the_page_of_the_case(care, enter, plan):
    plan()
    services.assess(care.case.pk, Findings("intake", "low", ("factors",)), actor=care.owner.actor)
    said = members.words_of_main(enter(care.police).get(f"/cases/{care.case.pk}/"))
    for hidden in ("Needs and help", "Needs and dangers", "Medical care"):
        assert hidden not in said


def test_the_programme_is_printed_with_the_goals_only_when_asked_for(care, enter):
    browser = enter(care.owner)
    assert browser.get("paper", care.case.pk).status_code == 404
    services.write_goals(care.case.pk, "Мектепке барам", actor=care.owner.actor)
    plain = browser.get("paper", care.case.pk)
    assert plain.content.startswith(b"%PDF")
    with_goals = browser.get(browser.address("paper", care.case.pk), goals="1")
    assert with_goals.content != plain.content


@pytest.mark.parametrize(("form", "kind"), [("csv", "text/csv"), ("json", "application/json")])
def test_the_export_comes_as_a_file(form, kind, care, enter, plan):
    plan()
    answer = enter(care.owner).get("export", care.case.pk, form)
    assert answer.headers["Content-Type"].startswith(kind)
    assert enter(care.clinic).get("export", care.case.pk, form).status_code == 404


def test_a_review_of_no_programme_is_no_page(care, enter):
    assert enter(care.owner).get("review", care.case.pk).status_code == 404


def test_going_through_a_programme_keeps_the_answer(care, enter, typed):
    services.add_item(care.case.pk, Plan(Need.WORK, "job-search"), actor=care.owner.actor)
    answer = enter(care.owner).post(
        "review", care.case.pk, agreed="no", **typed("agreed_on", clock.today())
    )
    assert answer.status_code == 302
    assert Programme.objects.get().agreed == Agreed.NO


def test_an_item_is_changed_from_its_page(care, enter, plan):
    item = plan()
    browser = enter(care.owner)
    assert "Medical care" in members.words(browser.get("item", care.case.pk, item.pk))
    sent = {"need": "health", "service": "medical", "provider": "", "cost": "donor"}
    answer = browser.post(
        "change_item", care.case.pk, item.pk, agreed="not_asked", delay="no_money", **sent
    )
    assert answer.status_code == 302
    assert ProgrammeItem.objects.get().delay == "no_money"

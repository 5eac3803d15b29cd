"""Each page once per answer: who may enter, what is shown, what stays typed, sent twice counts once."""

import re
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from korgoo.access.enums import Facet, Role
from korgoo.casework.enums import Scope
from korgoo.casework.models import Case
from korgoo.safe_return.models import Package, PackageAnswer, Partner, PartnerKey, ReturnPlan
from tests import factories
from tests import factories_casework as cases
from tests import factories_return as make
from tests.members import words, words_of_main

pytestmark = pytest.mark.django_db
OF_A_PLAN = ["plan", "wish", "travel", "risk", "stop", "reception", "places", "receipt", "card"]
FOR_RECEIVERS = {"plan", "receipt", "card", "places"}


@pytest.fixture
def plan(team):
    found = make.case(team)
    make.share(found, team.shelter, Scope.WHEREABOUTS, by=team.worker)
    return make.prepared(team, found=found)


@pytest.mark.parametrize("who", ["stranger", "police", "coordinator", "hotline", "analyst"])
def test_the_wrong_person_finds_no_page(who, plan, team, enter):
    if who == "police":
        make.share(plan.case, team.police, Scope.IDENTITY, by=team.worker)
    roles = {"hotline": Role.HOTLINE_OPERATOR, "analyst": Role.DATA_PROTECTION_OFFICER}
    at = team.shelter.organisation
    member = factories.member(roles[who], at=at) if who in roles else getattr(team, who)
    browser = enter(member)
    for page in OF_A_PLAN:
        assert browser.get(page, plan.pk).status_code == 404, page
    assert browser.get("move", plan.pk, "stop").status_code == 404
    assert browser.get("start", plan.case_id).status_code == 404
    assert browser.post("pass_on", plan.pk).status_code == 404


def test_who_meets_the_person_sees_the_plan_and_writes_nothing(plan, team, enter):
    shelter = enter(team.shelter)
    for page in OF_A_PLAN:
        expected = 200 if page in FOR_RECEIVERS else 404
        assert shelter.get(page, plan.pk).status_code == expected, page
    page = shelter.get("plan", plan.pk).text
    assert "Change the journey" not in page
    assert make.NIGHT not in page
    assert make.NIGHT in shelter.get("places", plan.pk).text


def test_a_locked_session_opens_nothing(plan, client):
    answer = client.get(reverse("safe_return:places", args=[plan.pk]))
    assert answer.status_code == 302
    assert make.NIGHT not in answer.text


def test_the_centre_reads_the_state_alone_on_the_page_of_the_case(plan, team, enter):
    page = words_of_main(
        enter(team.coordinator).get(reverse("casework:case", args=[plan.case_id]))
    )
    assert "Being prepared" in page
    assert "Invented Street" not in page
    assert "Plan a return home" not in page


def test_police_that_take_part_see_no_return_on_the_page_of_the_case(plan, team, enter):
    make.share(plan.case, team.police, Scope.IDENTITY, by=team.worker)
    page = words(enter(team.police).get(reverse("casework:case", args=[plan.case_id])))
    assert "Return home" not in page
    assert plan.spoken_number not in page


def test_the_first_question_is_the_persons_wish(team, enter):
    found = make.case(team)
    worker, key = enter(team.worker), str(uuid4())
    answer = worker.post("start", found.pk, wish="no", country="KG")
    assert answer.status_code == 422
    assert "checked" in answer.text
    given = {"wish": "no", "freely": "yes", "country": "KG", "submission_key": key}
    for _time in range(2):
        assert worker.post("start", found.pk, **given).status_code == 302
    plan = ReturnPlan.objects.get()
    page = words(worker.get("plan", plan.pk))
    assert "The person does not want to return." in page
    assert "No other help stops because of it." in page
    assert (
        worker.post("start", found.pk, **{**given, "submission_key": str(uuid4())}).status_code
        == 422
    )


def test_what_is_prepared_is_kept_field_by_field(team, enter):
    plan = make.started(team)
    worker = enter(team.worker)
    travel = {
        "papers": "applied",
        "ticket": "booked",
        "escort": "relative",
        "ban_told": "yes",
        "fitness": "yes",
        "family": "never",
        "leaves_on_day": "9",
        "leaves_on_month": "3",
        "leaves_on_year": "2026",
    }
    assert worker.post("travel", plan.pk, **travel, submission_key=str(uuid4())).status_code == 302
    assert worker.post("risk", plan.pk, level="high", risks=["debt"]).status_code == 302
    stop = {"country": "TR", "kind": "airport", "risks": ["alone"], "measures": ["met"]}
    assert worker.post("stop", plan.pk, **stop).status_code == 302
    meets = {"meets": team.worker.organisation.pk, "goal": make.GOAL, "first_night": make.NIGHT}
    assert worker.post("reception", plan.pk, **meets).status_code == 302
    page = words(worker.get("plan", plan.pk))
    for said in (
        "Certificate of return was applied for",
        "Must never be informed",
        "High",
        "A debt is claimed",
        "Airport",
        "9 March 2026",
        "Invented Crisis Centre",
    ):
        assert said in page, said
    assert make.NIGHT not in page
    assert make.NIGHT in worker.get("reception", plan.pk).text
    bad = worker.post("travel", plan.pk, **{**travel, "leaves_on_day": "40", "papers": "applied"})
    assert bad.status_code == 422
    assert 'value="40"' in bad.text
    assert worker.post("drop_stop", plan.pk, 1).status_code == 302
    assert worker.post("drop_stop", plan.pk, 1).status_code == 404


def test_a_child_is_asked_about_guardian_interest_and_court(team, enter):
    plan = make.started(team)
    worker = enter(team.worker)
    assert "Guardian" not in worker.get("travel", plan.pk).text
    Case.objects.filter(pk=plan.case_id).update(age_band="12-17")
    assert "Guardian" in worker.get("travel", plan.pk).text
    page = words(worker.get("plan", plan.pk))
    assert "No best-interest decision to return" in page


def test_going_on_with_something_missing_is_a_warning_and_a_ground(team, enter):
    plan = make.started(team)
    worker = enter(team.worker)
    page = words(worker.get("move", plan.pk, "agree"))
    assert "Nobody assessed the risk of returning" in page
    assert "Go on anyway" in page
    assert worker.post("move", plan.pk, "agree").status_code == 422
    assert worker.post("move", plan.pk, "agree", ground="as_planned").status_code == 422
    assert worker.post("move", plan.pk, "agree", ground="danger_here").status_code == 302
    assert "Missing then: Nobody assessed the risk" in words(worker.get("plan", plan.pk))
    again = worker.post("move", plan.pk, "agree", ground="danger_here")
    assert again.status_code == 422
    assert "moved on meanwhile" in again.text
    assert worker.get("move", plan.pk, "fly").status_code == 404


def test_the_handover_is_confirmed_here_or_recorded_as_told(plan, team, enter):
    make.onwards(team, plan, "under_way")
    worker = enter(team.worker)
    assert worker.post("move", plan.pk, "arrive").status_code == 422
    shelter = enter(team.shelter)
    assert "How were you told?" not in shelter.get("move", plan.pk, "arrive").text
    assert shelter.post("move", plan.pk, "arrive").status_code == 302
    worker = enter(team.worker)
    assert worker.post("move", plan.pk, "night", how="person").status_code == 302
    assert "First night was safe" in words(worker.get("plan", plan.pk))


def test_the_list_shows_what_is_late_and_only_ones_own(plan, team, enter, clock):
    make.onwards(team, plan, "under_way")
    clock.forward(days=20)
    for who, is_there in ((team.worker, True), (team.shelter, True), (team.stranger, False)):
        page = words_of_main(enter(who).get("list"))
        assert (plan.spoken_number in page) is is_there
        assert ("The day has passed" in page) is is_there
    assert enter(team.coordinator).get("list").status_code == 200
    assert plan.spoken_number not in enter(team.coordinator).get("list").text


def test_papers_carry_a_number_for_a_name(plan, team, enter):
    worker = enter(team.worker)
    for page in ("receipt", "card"):
        answer = worker.get(page, plan.pk)
        assert answer["Content-Type"] == "application/pdf"
        assert answer["Content-Disposition"] == f'attachment; filename="{plan.number}.pdf"'


# Partners and packages


def test_a_partner_and_its_key_by_two_members(team, enter):
    from korgoo.lib.sealing import new_private_key
    from korgoo.safe_return import envelopes

    private = new_private_key()
    worker = enter(team.worker)
    added = {"name": "Invented Embassy", "country": "AE", "mandates": ["consular"]}
    assert worker.post("partner_add", **{**added, "mandates": []}).status_code == 422
    assert worker.post("partner_add", **added).status_code == 302
    partner = Partner.objects.get()
    key = {"public": envelopes.write_public(private.public), "heard": private.fingerprint}
    assert worker.post("key_add", partner.pk, **{**key, "heard": "0000"}).status_code == 422
    assert worker.post("key_add", partner.pk, public="x", heard="0").status_code == 422
    assert worker.post("key_add", partner.pk, **key).status_code == 302
    row = PartnerKey.objects.get()
    page = worker.get("partner", partner.pk).text
    assert private.fingerprint not in page
    assert "It is the same key" not in page
    colleague = enter(team.colleague)
    wrong = colleague.post("key_check", row.pk, heard="0000")
    assert (wrong.status_code, "somebody may have changed it" in words(wrong)) == (422, True)
    assert colleague.post("key_check", row.pk, heard=private.fingerprint).status_code == 302
    assert private.fingerprint in colleague.get("partner", partner.pk).text
    assert enter(team.stranger).post("key_retire", row.pk).status_code == 404
    assert enter(team.worker).post("key_retire", row.pk).status_code == 302


def test_a_package_from_the_question_to_the_persons_no(team, enter):
    found, abroad = make.case(team), make.partner(team)
    worker = enter(team.worker)
    assert "Ask the person first." in worker.get("package_choose", found.pk).text
    asked = worker.get("package_make", found.pk, abroad.key.pk)
    assert asked.url.startswith(
        reverse("casework:consent", args=[found.pk, abroad.partner.organisation_id])
    )
    cases.agree(found, abroad.member, Scope.IDENTITY, by=team.worker)
    page = worker.get("package_make", found.pk, abroad.key.pk).text
    assert re.findall(r'name="parts"[^>]*value="(\w+)"', page) == ["identity"]
    key = str(uuid4())
    goes = {"parts": ["identity"], "contact": "000 111"}
    assert (
        worker.post(
            "package_make", found.pk, abroad.key.pk, parts=["story"], contact="1"
        ).status_code
        == 422
    )
    for _time in range(2):
        made = worker.post("package_make", found.pk, abroad.key.pk, **goes, submission_key=key)
        assert made.status_code == 302
    row = Package.objects.get()
    file = worker.get("package_file", row.pk)
    assert file["Content-Disposition"] == f'attachment; filename="{row.number}.korgoo"'
    assert file.content == bytes(row.sealed)
    assert worker.get("recall_letter", row.pk).status_code == 404

    from korgoo.casework import services as casework

    casework.withdraw_consent(
        found.pk,
        frozenset({Scope.REFERRAL}),
        recipient_id=abroad.partner.organisation_id,
        actor=team.worker.actor,
    )
    assert worker.get("package_file", row.pk).status_code == 409
    page = words(worker.get("package", row.pk))
    assert "tell them to use it no more" in page
    assert worker.get("recall_letter", row.pk)["Content-Type"] == "application/pdf"
    assert "Partner must be told to stop" in words(
        worker.get(reverse("casework:case", args=[found.pk]))
    )
    assert worker.post("package_told", row.pk, how="letter").status_code == 302
    for who in (team.stranger, team.coordinator):
        assert enter(who).get("package", row.pk).status_code == 404
        assert enter(who).get("package_file", row.pk).status_code == 404


def test_answers_come_in_by_file_or_by_phone(team, enter):
    found, abroad = make.case(team), make.partner(team)
    row = make.package(team, found, abroad, Facet.IDENTITY)
    worker = enter(team.worker)
    upload = lambda data: SimpleUploadedFile("answer.korgoo", data)  # noqa: E731
    for data, said in (
        (b"nonsense", "not a file of this platform"),
        (make.answer(row, abroad)[:-1], "not whole"),
        (make.answer(row, abroad, token="0" * 64), "proof that the package was open"),
    ):
        answer = worker.post("package_answer", row.pk, file=upload(data))
        assert (answer.status_code, said in words(answer)) == (422, True), said
    assert not PackageAnswer.objects.exists()
    assert worker.post("package_answer", row.pk).status_code == 422
    done = worker.post("package_answer", row.pk, file=upload(make.answer(row, abroad)))
    assert done.status_code == 302
    assert worker.post("answer_told", row.pk, answer="received").status_code == 422
    assert worker.post("answer_told", row.pk, answer="accepted").status_code == 302
    assert "Accepts, will help" in words(worker.get("package", row.pk))

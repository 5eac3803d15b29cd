"""Deeds on campaigns: made, taken over from earlier ones, answered, launched, ended, reported."""

from datetime import date
from decimal import Decimal

import pytest

from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent
from korgoo.campaign import api, selectors, services
from korgoo.campaign.enums import Answer, Check, Part, Risk, State
from korgoo.campaign.errors import Overtaken
from korgoo.campaign.models import Campaign, CampaignStep
from korgoo.campaign.services import ReadyFacts, RecallFacts
from korgoo.lib.codes import check_digit
from korgoo.lib.errors import DomainError, Forbidden, NotFound
from tests.campaign.conftest import AUDIENCE, OBJECTIVE, answered, facts, launched, planned
from tests.factories_campaign import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(people):
    return people.officer.actor


def test_a_campaign_is_named_by_its_year_and_the_second_one_by_a_number(officer):
    first, second = services.make(facts(), actor=officer), services.make(facts(), actor=officer)
    assert (first.key, second.key) == ("2026", "2026-2")
    assert first.days == 100


def test_who_keeps_no_campaigns_begins_none(people):
    with pytest.raises(Forbidden):
        services.make(facts(), actor=people.partner.actor)


def test_a_draft_is_known_to_its_own_house_alone(people, officer):
    row = services.make(facts(), actor=officer)
    assert api.campaign(row.key, actor=people.colleague.actor).name == "100 days (en)"
    for stranger in (people.rival, people.partner):
        assert api.campaigns(actor=stranger.actor) == []
        with pytest.raises(NotFound):
            api.campaign(row.key, actor=stranger.actor)


def test_a_plan_is_known_to_the_platform_and_not_to_the_public(people, officer):
    row = planned(officer)
    assert api.campaign(row.key, actor=people.partner.actor).state is State.PLANNED
    with pytest.raises(NotFound):
        api.public_campaign(row.key)
    assert api.public_campaigns() == []


def test_another_ministry_reads_a_plan_and_does_not_change_it(people, officer):
    row = planned(officer)
    for deed in (
        lambda who: services.change(row.key, facts(), seen=0, actor=who),
        lambda who: services.move(row.key, State.DRAFT, seen=State.PLANNED, actor=who),
        lambda who: services.write_part(row.key, Part.OBJECTIVE, OBJECTIVE, actor=who),
        lambda who: services.make_code(row.key, label="x", actor=who),
        lambda who: services.answer_risk(row.key, Risk.FACE, Answer.NONE, "x", actor=who),
    ):
        with pytest.raises(Forbidden):
            deed(people.rival.actor)


def test_two_who_change_it_at_the_same_time_do_not_undo_each_other(people, officer):
    row = services.make(facts(), actor=officer)
    services.change(row.key, facts(name=words("First")), seen=0, actor=officer)
    with pytest.raises(Overtaken):
        services.change(row.key, facts(name=words("Second")), seen=0, actor=people.colleague.actor)
    assert api.campaign(row.key, actor=officer).name == "First (en)"


def test_a_name_in_one_language_only_is_not_shown_to_the_platform(officer):
    row = services.make(facts(ask={"ru": "x"}), actor=officer)
    services.write_part(row.key, Part.OBJECTIVE, OBJECTIVE, actor=officer)
    services.write_part(row.key, Part.AUDIENCE, AUDIENCE, actor=officer)
    with pytest.raises(Forbidden, match="every language"):
        services.move(row.key, State.PLANNED, seen=State.DRAFT, actor=officer)


def test_a_launch_asks_for_every_risk_and_every_check(officer):
    row = planned(officer)
    with pytest.raises(Forbidden, match="every risk"):
        services.move(row.key, State.RUNNING, seen=State.PLANNED, words="now", actor=officer)
    answered(officer, row.key)
    row = services.move(row.key, State.RUNNING, seen=State.PLANNED, actor=officer)
    assert row.state == State.RUNNING
    assert api.public_campaign(row.key).ask == "Check the agency (en)"


def test_not_ready_does_not_stop_a_launch_that_says_why(officer):
    row = planned(officer)
    answered(officer, row.key, unready=(Check.HELPLINE, Check.SHELTERS))
    with pytest.raises(Forbidden, match="not ready"):
        services.move(row.key, State.RUNNING, seen=State.PLANNED, actor=officer)
    said = "The helpline gets two more operators on Monday."
    services.move(row.key, State.RUNNING, seen=State.PLANNED, words=said, actor=officer)
    step = CampaignStep.objects.get(campaign=row, after=State.RUNNING)
    assert (step.words, sorted(step.unready)) == (said, ["helpline", "shelters"])


def test_only_one_of_two_launches(people, officer):
    row = planned(officer)
    answered(officer, row.key)
    services.move(row.key, State.RUNNING, seen=State.PLANNED, actor=officer)
    with pytest.raises(Forbidden, match="quicker"):
        services.move(row.key, State.RUNNING, seen=State.PLANNED, actor=people.colleague.actor)


def test_a_campaign_whose_days_are_over_is_not_launched(officer):
    row = planned(officer, starts_on=date(2025, 7, 31), ends_on=date(2025, 11, 7))
    answered(officer, row.key)
    with pytest.raises(Forbidden, match="last day has passed"):
        services.move(row.key, State.RUNNING, seen=State.PLANNED, actor=officer)


def test_a_goal_is_not_moved_once_it_runs_but_partners_still_come(people, officer):
    row = launched(officer)
    goal = row.objectives.get()
    with pytest.raises(Forbidden, match="stand fast"):
        services.write_part(row.key, Part.OBJECTIVE, {"target": 1}, part_id=goal.pk, actor=officer)
    with pytest.raises(Forbidden, match="stand fast"):
        services.answer_risk(row.key, Risk.FACE, Answer.NONE, "x", actor=officer)
    part = {"organisation_id": people.region.pk, "part": "Talks", "is_public": True}
    services.write_part(row.key, Part.PARTNER, part, actor=officer)
    with pytest.raises(DomainError, match="partner already"):
        services.write_part(row.key, Part.PARTNER, part, actor=officer)
    assert row.partners.count() == 1


def test_a_report_waits_for_every_result_and_nought_is_one(officer, clock):
    row = launched(officer)
    clock.forward(days=100)
    services.move(row.key, State.ENDED, seen=State.RUNNING, actor=officer)
    with pytest.raises(Forbidden, match="result of every objective"):
        services.move(row.key, State.REPORTED, seen=State.ENDED, actor=officer)
    goal = row.objectives.get()
    services.write_result(row.key, goal.pk, result=Decimal(0), source="own count", actor=officer)
    services.move(row.key, State.REPORTED, seen=State.ENDED, actor=officer)
    with pytest.raises(Forbidden, match="figures stand"):
        services.write_result(row.key, goal.pk, result=Decimal(9), source="x", actor=officer)


def test_ending_before_the_last_day_is_said_in_words(officer):
    row = launched(officer)
    with pytest.raises(Forbidden, match="earlier"):
        services.move(row.key, State.ENDED, seen=State.RUNNING, actor=officer)
    services.move(row.key, State.ENDED, seen=State.RUNNING, words="Floods.", actor=officer)
    assert api.public_campaign(row.key).state is State.ENDED


def test_a_new_campaign_takes_the_plan_of_an_earlier_one_and_none_of_its_figures(people, officer):
    earlier = launched(officer)
    goal = earlier.objectives.get()
    services.write_result(earlier.key, goal.pk, result=Decimal(700), source="count", actor=officer)
    line = {"what": "Posters", "donor": "own", "currency": "KGS", "planned": Decimal(5000)}
    money = services.write_part(earlier.key, Part.BUDGET, line, actor=officer)
    services.write_spent(earlier.key, money.pk, Decimal(4000), actor=officer)
    partner = {"organisation_id": people.region.pk, "part": "Talks", "is_public": True}
    services.write_part(earlier.key, Part.PARTNER, partner, actor=officer)
    services.make_code(earlier.key, label="Bus station", actor=officer)

    new = services.make(facts(), actor=officer, from_key=earlier.key)

    copied = new.objectives.get()
    assert (copied.what, copied.target, copied.result) == (goal.what, goal.target, None)
    assert copied.pk != goal.pk
    assert new.audiences.get().message == words("Ask for the permit")
    assert (new.budget.get().planned, new.budget.get().spent) == (Decimal(5000), None)
    assert not new.partners.get().is_public
    assert not new.risks.exists()
    assert not new.codes.exists()
    assert (new.made_from_id, new.state) == (earlier.pk, State.DRAFT)


def test_nobody_begins_from_a_draft_of_another_house(people, officer):
    row = services.make(facts(), actor=officer)
    with pytest.raises(NotFound):
        services.make(facts(), actor=people.rival.actor, from_key=row.key)


def test_a_code_is_short_finds_a_slip_and_is_public_with_the_launch(officer):
    row = planned(officer)
    code = services.make_code(row.key, label="Bus station", region="41706", actor=officer)
    assert len(code.code) == 5
    assert check_digit(code.code[:-1]) == code.code[-1]
    assert selectors.find_code(code.code) is None
    answered(officer, row.key)
    services.move(row.key, State.RUNNING, seen=State.PLANNED, actor=officer)
    assert selectors.find_code(code.code) == code
    assert [(one.code, one.label, one.region) for one in api.codes(row.pk)] == [
        (code.code, "Bus station", "41706")
    ]


def test_a_code_that_is_taken_is_drawn_anew(officer, monkeypatch):
    row = planned(officer)
    drawn = iter(["48296", "48296", "11115"])
    monkeypatch.setattr("korgoo.campaign.services.codes.new_digits", lambda: next(drawn))
    made = [services.make_code(row.key, label="x", actor=officer).code for _each in range(2)]
    assert made == ["48296", "11115"]


def test_a_survey_is_recorded_by_any_member_once_it_runs(people, officer):
    row = planned(officer)
    told = RecallFacts("41706", date(2026, 3, 1), "every fifth passer-by", 40, 12, 3)
    with pytest.raises(Forbidden, match="not launched"):
        services.record_recall(row.key, told, actor=people.partner.actor)
    answered(officer, row.key)
    services.move(row.key, State.RUNNING, seen=State.PLANNED, actor=officer)
    audience = row.audiences.get()
    told = RecallFacts("41706", told.on, told.how, 40, 12, 3, {audience.pk: 9})
    for _each in range(2):
        services.record_recall(row.key, told, actor=people.partner.actor)
    found = api.recalled(row.pk)
    assert [(one.region, one.asked, one.remember, one.acted) for one in found] == [
        ("41706", 80, 24, 6)
    ]
    assert api.messages_recalled(row.pk) == {audience.pk: 18}
    wrong = RecallFacts("41706", told.on, told.how, 40, 12, 3, {audience.pk + 99: 1})
    with pytest.raises(DomainError, match="not there any more"):
        services.record_recall(row.key, wrong, actor=people.partner.actor)
    with pytest.raises(DomainError, match="survey counts"):
        services.remove_part(row.key, Part.AUDIENCE, audience.pk, actor=officer)


def test_a_part_of_another_campaign_is_not_found(officer):
    first, second = planned(officer), planned(officer)
    goal = second.objectives.get()
    with pytest.raises(NotFound):
        services.remove_part(first.key, Part.OBJECTIVE, goal.pk, actor=officer)
    services.remove_part(second.key, Part.OBJECTIVE, goal.pk, actor=officer)
    assert not second.objectives.exists()


def test_each_deed_is_written_down(officer):
    row = planned(officer)
    services.answer_risk(row.key, Risk.FACE, Answer.NONE, "Drawings only.", actor=officer)
    said = ReadyFacts(is_ready=True, said_by="shift leader", said_on=date(2026, 3, 1))
    services.say_ready(row.key, Check.HELPLINE, said, actor=officer)
    events = set(AuditEvent.objects.values_list("event", flat=True))
    assert {
        Event.CAMPAIGN_MADE,
        Event.CAMPAIGN_MOVED,
        Event.CAMPAIGN_PART_WRITTEN,
        Event.CAMPAIGN_RISK_ANSWERED,
        Event.CAMPAIGN_READINESS_SAID,
    } <= events
    assert Campaign.objects.get(pk=row.pk).changes == 5

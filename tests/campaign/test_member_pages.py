"""The pages of members: who reads a plan, who writes it, and what was typed is kept."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from korgoo.campaign import registry, services
from korgoo.campaign.api import Effect
from korgoo.campaign.enums import Check, Part, Risk, State
from korgoo.campaign.models import Campaign, Recall
from korgoo.commitments import api as commitments
from korgoo.library import api as library
from tests.campaign.conftest import AUDIENCE, answered, facts, launched, planned

pytestmark = pytest.mark.django_db
LANGUAGES = ("ky", "ru", "en")


def said(name, text):
    return {f"{name}_{code}": f"{text} {code}" for code in LANGUAGES}


def day(name, value):
    return {f"{name}_day": value.day, f"{name}_month": value.month, f"{name}_year": value.year}


TYPED = {
    **said("name", "Autumn"),
    **said("ask", "Check the agency"),
    **said("slogan", ""),
    **said("theme", ""),
    **day("starts_on", date(2026, 3, 1)),
    "days": "100",
    "action": "check_agency",
}


@pytest.fixture
def officer(people, enter):
    return enter(people.officer)


def test_a_campaign_is_begun_and_stands_in_the_list(officer, words_of):
    answer = officer.post("begin", **TYPED)
    row = Campaign.objects.get()
    assert answer.url == reverse("campaign:page", args=[row.key])
    assert (row.starts_on, row.ends_on) == (date(2026, 3, 1), date(2026, 6, 8))
    assert "Autumn en" in words_of(officer.get("list"))
    page = words_of(officer.get("page", row.key))
    assert "Day 2 of 100" in page
    assert "Being written" in page


def test_the_country_suggests_its_days(officer):
    page = officer.get("begin").text
    assert 'name="days" type="text" value="100"' in page
    assert 'name="starts_on_day" type="text" value="31"' in page
    assert 'value="2026"' in page


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"days": "0"}, "A campaign lasts one day at least."),
        ({"days": "400"}, "A campaign lasts one year at most."),
        ({"days": "soon"}, "Write a whole number of days."),
        (
            day("starts_on", date(2026, 3, 1)) | {"starts_on_day": "31", "starts_on_month": "2"},
            "There is no such day.",
        ),
        (dict.fromkeys(said("name", ""), ""), "Give it a name in one language at least."),
        ({"action": ""}, "Choose one."),
        ({"regions": "nowhere"}, "One of them is not there any more"),
        ({"name_ru": "x" * 121}, "The text is too long."),
    ],
)
def test_what_is_wrong_is_named_and_the_rest_is_kept(officer, words_of, changed, error):
    answer = officer.post("begin", **(TYPED | changed))
    assert answer.status_code == 422
    assert error in words_of(answer)
    assert "Check the agency ky" in answer.text
    assert not Campaign.objects.exists()


def test_the_same_form_sent_twice_begins_one(officer):
    key = str(uuid4())
    first = officer.post("begin", **TYPED, submission_key=key)
    again = officer.post("begin", **TYPED, submission_key=key)
    assert first.url == again.url
    assert Campaign.objects.count() == 1


def test_a_change_over_a_colleagues_change_is_refused_and_kept(people, officer, words_of):
    row = services.make(facts(), actor=people.officer.actor)
    services.change(row.key, facts(), seen=0, actor=people.colleague.actor)
    answer = officer.post("change", row.key, **TYPED, seen="0")
    assert answer.status_code == 422
    assert "A colleague changed it meanwhile" in words_of(answer)
    assert "Autumn ky" in answer.text


def test_a_new_campaign_from_an_earlier_one_begins_with_its_words(people, officer):
    row = launched(people.officer.actor)
    page = officer.get("begin_again", row.key).text
    assert "Look before you leave (ru)" in page
    officer.post("begin_again", row.key, **TYPED)
    new = Campaign.objects.get(made_from=row)
    assert new.objectives.count() == 1


PARTS = {
    "objective": {
        "what": "More checks",
        "indicator": "Checks by code",
        "unit": "checks",
        "baseline": "",
        "baseline_source": "",
        "target": "1 200,5",
    },
    "audience": {
        "who": "",
        "who_else": "Market traders",
        **said("message", "Ask"),
        "messenger": "an imam",
    },
    "budget": {"what": "Posters", "donor": "own", "planned": "5000", "currency": "kgs"},
}


@pytest.mark.parametrize("part", PARTS)
def test_a_part_is_written_changed_and_taken_out(people, officer, words_of, part):
    row = services.make(facts(), actor=people.officer.actor)
    assert officer.post("add_part", row.key, part, **PARTS[part]).status_code == 302
    made = getattr(
        row, {"objective": "objectives", "audience": "audiences", "budget": "budget"}[part]
    ).get()
    shown = officer.get("part", row.key, part, made.pk)
    assert shown.status_code == 200
    assert officer.post("part", row.key, part, made.pk, **PARTS[part]).status_code == 302
    assert words_of(officer.get("page", row.key))
    assert "It leaves the plan." in words_of(officer.get("remove_part", row.key, part, made.pk))
    officer.post("remove_part", row.key, part, made.pk)
    assert officer.get("part", row.key, part, made.pk).status_code == 404


@pytest.mark.parametrize(
    ("part", "changed", "error"),
    [
        ("objective", {"target": "many"}, "Write a figure"),
        ("objective", {"target": "-1"}, "Write 0 or more."),
        ("objective", {"target": ""}, "Write a figure. Write 0 where there is none."),
        ("objective", {"baseline": "3"}, "Write where the figure is from."),
        ("audience", {"who_else": ""}, "Choose an audience, or write another one."),
        ("audience", dict.fromkeys(said("message", ""), ""), "Write the message in one language"),
        ("budget", {"currency": "soms"}, "Write three letters"),
        ("budget", {"planned": "1,234"}, "two digits after the comma"),
    ],
)
def test_a_part_that_is_wrong_is_not_written(people, officer, words_of, part, changed, error):
    row = services.make(facts(), actor=people.officer.actor)
    answer = officer.post("add_part", row.key, part, **(PARTS[part] | changed))
    assert answer.status_code == 422
    assert error in words_of(answer)


def test_a_partner_and_its_promise_stand_beside_the_plan(people, officer, words_of):
    row = planned(people.officer.actor)
    region = str(people.region.pk)
    officer.post("add_part", row.key, "partner", organisation_id=region, part="Talks")
    answer = officer.post(
        "pledge",
        row.key,
        promiser_id=region,
        what="Ten talks",
        beneficiary="villages",
        **day("due_on", date(2026, 4, 1)),
    )
    assert answer.status_code == 302
    page = words_of(officer.get("page", row.key))
    assert "Ten talks" in page
    assert "Invented Region" in page
    found = commitments.of_origin("campaign", row.key, actor=people.officer.actor)
    assert [one.promiser for one in found] == ["Invented Region"]


def test_a_partner_promises_for_its_own_house_only(people, enter, words_of):
    row = planned(people.officer.actor)
    visitor = enter(people.partner)
    told = {"what": "Ten talks", "beneficiary": "villages"}
    refused = visitor.post("pledge", row.key, promiser_id=str(people.ministry.pk), **told)
    assert refused.status_code == 422
    taken = visitor.post("pledge", row.key, promiser_id=str(people.region.pk), **told)
    assert taken.status_code == 302


def test_risks_are_answered_and_checks_looked_at_with_their_counts(people, officer, words_of):
    row = planned(people.officer.actor)
    asked = words_of(officer.get("ready", row.key, Check.NUMBERS))
    assert "Called in the last 30 days" in asked
    told = {"said_by": "shift leader", **day("said_on", date(2026, 3, 1))}
    empty = officer.post("ready", row.key, Check.NUMBERS, is_ready="no", words="", **told)
    assert "Write what is not ready" in words_of(empty)
    future = {**told, **day("said_on", date(2026, 3, 3))}
    late = officer.post("ready", row.key, Check.NUMBERS, is_ready="yes", words="", **future)
    assert "Choose today or a day that has passed." in words_of(late)
    officer.post("ready", row.key, Check.NUMBERS, is_ready="no", words="One is silent.", **told)
    officer.post("risk", row.key, Risk.FACE, answer="avoided", words="Drawings only.")
    page = words_of(officer.get("page", row.key))
    assert "One is silent." in page
    assert "Drawings only." in page
    assert row.readiness.get().seen[0]["label"] == "Numbers to call"


def test_a_launch_without_answers_says_what_is_missing(people, officer, words_of):
    row = planned(people.officer.actor)
    answer = officer.post("move", row.key, State.RUNNING, seen="planned", words="Now")
    assert answer.status_code == 422
    assert "Answer every risk of the list first." in words_of(answer)
    assert "Now" in answer.text


def test_a_campaign_is_launched_unready_with_words(people, officer, words_of):
    row = planned(people.officer.actor)
    answered(people.officer.actor, row.key, unready=(Check.HELPLINE,))
    assert "Two lines are out." in words_of(officer.get("move", row.key, State.RUNNING))
    officer.post("move", row.key, State.RUNNING, seen="planned", words="Two more on Monday.")
    page = words_of(officer.get("page", row.key))
    assert "Running" in page
    assert "Two more on Monday." in page


def test_a_code_is_made_and_its_page_opens_with_the_launch(people, officer, words_of):
    row = planned(people.officer.actor)
    officer.post("add_code", row.key, label="Bus station of Osh", region="", channel="poster")
    code = row.codes.get()
    page = words_of(officer.get("page", row.key))
    assert code.code in page
    assert "Opens with the launch" in page


def test_results_and_money_are_written_while_it_runs(people, officer, words_of):
    row = launched(people.officer.actor)
    goal = row.objectives.get()
    assert officer.post("result", row.key, goal.pk, result="", source="x").status_code == 422
    officer.post("result", row.key, goal.pk, result="0", source="Own count")
    line = services.write_part(
        row.key,
        Part.BUDGET,
        {"what": "Posters", "donor": "own", "currency": "KGS", "planned": 5000},
        actor=people.officer.actor,
    )
    officer.post("spent", row.key, line.pk, spent="4 100")
    page = words_of(officer.get("page", row.key))
    assert "Own count" in page
    assert "planned 5,000, spent 4,100" in page


def test_a_survey_is_recorded_by_a_partner_and_its_counts_fit(people, enter, words_of):
    row = launched(people.officer.actor)
    services.write_part(row.key, Part.AUDIENCE, AUDIENCE, actor=people.officer.actor)
    visitor = enter(people.partner)
    region = (
        visitor.get("recall", row.key)
        .text.partition('name="region"')[2]
        .split('value="')[2]
        .split('"')[0]
    )
    told = {"region": region, "how": "every fifth", "asked": "40", "remember": "50", "acted": "3"}
    told |= day("on", date(2026, 3, 1))
    answer = visitor.post("recall", row.key, **told)
    assert answer.status_code == 422
    assert "More remember it than were asked." in words_of(answer)
    visitor.post("recall", row.key, **(told | {"remember": "12"}))
    assert Recall.objects.get().remember == 12
    assert "12 of 40" in words_of(visitor.get("effects", row.key))


def test_small_counts_of_calls_by_code_are_told_to_no_member(
    people, running, code, enter, words_of, monkeypatch
):
    came = {(code.code, running.starts_on): 3}
    quiet = Effect("calls", "Calls", lambda _codes, _first, _last: came, least=5)
    monkeypatch.setattr(registry, "_effects", {"calls": quiet})
    read = words_of(enter(people.partner).get("effects", running.key))
    assert "…: Fewer than 5" in read


KEEPING = (
    ("change",),
    ("move", State.RUNNING),
    ("add_part", "objective"),
    ("risk", Risk.FACE),
    ("ready", Check.HELPLINE),
    ("add_code",),
)


@pytest.mark.parametrize("where", KEEPING, ids=lambda where: where[0])
def test_a_partner_finds_no_page_to_change_it(people, enter, where):
    row = planned(people.officer.actor)
    name, *rest = where
    assert enter(people.partner).get(name, row.key, *rest).status_code == 404


def test_another_ministry_is_told_that_it_is_not_its_campaign(people, enter):
    row = planned(people.officer.actor)
    assert enter(people.rival).get("change", row.key).status_code == 403


def test_a_draft_is_not_found_elsewhere_and_its_plan_is_read_by_partners(people, enter, words_of):
    row = services.make(facts(), actor=people.officer.actor)
    visitor = enter(people.partner)
    for page in ("page", "effects"):
        assert visitor.get(page, row.key).status_code == 404
    plan = planned(people.officer.actor)
    read = words_of(visitor.get("page", plan.key))
    assert "More people look an agency up" in read
    assert "Add an objective" not in read


def test_who_has_no_part_in_the_platform_finds_nothing(people, enter):
    visitor = enter(people.administrator)
    assert {visitor.get(name).status_code for name in ("list", "begin", "history")} == {404}


def test_a_visitor_is_led_to_the_door(people, enter):
    assert enter().get("list").status_code in {302, 401}


def test_words_that_are_no_state_or_part_are_no_page(people, officer):
    row = planned(people.officer.actor)
    for rest in ("to/elsewhere/", "add/cake/", "risk/rain/", "ready/cake/"):
        assert officer.get(f"/campaigns/{row.key}/{rest}").status_code == 404


def test_history_is_shown_with_its_conflict_and_never_as_people(officer, words_of):
    page = words_of(officer.get("history"))
    assert "77 events" in page
    assert "10,000 contacts, not people" in page
    assert "20 November" in page
    assert "end of the year" in page
    assert "5,000 events" in page
    assert "80,000 contacts, not people" in page


def test_what_waits_is_told_to_who_keeps_it(people, clock):
    def waiting(who):
        groups = {one.name: one.items for one in library.inbox(actor=who.actor)}
        return [one.note for one in groups.get("campaigns", [])]

    planned(people.officer.actor)
    assert waiting(people.officer) == ["Get it ready and launch it."]
    assert waiting(people.rival) == []
    launched(people.officer.actor)
    clock.forward(days=100)
    assert waiting(people.officer) == ["Its days are over: end it."]

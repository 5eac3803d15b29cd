"""What everybody sees of a campaign: no cookie, no tracker, light, and nothing that stays inside."""

import gzip
import re
from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from PIL import Image

from korgoo.activities import api, services
from korgoo.activities.enums import Consent, State
from korgoo.activities.services.photos import PhotoFacts, read_photo
from korgoo.campaign.models import AgencyCheckCount
from korgoo.commitments import api as commitments
from tests import factories_activities as made
from tests.members import words_of_main

PAGE = "/en/campaign/days-2026/"
NOT_FOUND = 404
# The weight of a first view without its fonts, style and script: what a page of HTML may add to them.
HTML_BAR = 25_000


@pytest.fixture(autouse=True)
def _fresh(monkeypatch):
    from korgoo.lib import drawn

    monkeypatch.setattr(drawn, "_drawn", type(drawn._drawn)())
    monkeypatch.setattr(drawn, "_versions", {})


@pytest.fixture
def visitor(team):
    return Client()


def photo(team, row, *, approve=True):
    target = BytesIO()
    Image.new("RGB", (30, 20), "blue").save(target, "JPEG")
    facts = PhotoFacts("People in a hall", Consent.WRITTEN, has_faces=True)
    kept = services.add_photo(
        row.pk, read_photo(target.getvalue()), facts, actor=team.partner.actor
    )
    if approve:
        services.approve_photo(kept.pk, actor=team.keeper.actor)
    return kept


def test_the_page_tells_the_day_where_to_go_and_what_the_numbers_mean(visitor, team):
    made.activity(team.campaign, team.partner)
    made.activity(
        team.campaign,
        team.partner,
        state=State.PLANNED,
        day=date(2026, 8, 20),
        unit=made.TALAS,
        title="Invented theatre",
        venue="House of culture",
    )
    page = words_of_main(visitor.get(PAGE))

    assert "Day 11 of 100" in page
    assert "Invented theatre (Talk in a village)" in page
    assert "House of culture, Talas" in page
    assert "Who came twice is counted twice." in page
    assert "This page counts nobody who reads it." in page
    assert "Check the agency" in page


def test_what_came_by_codes_is_told_of_days_that_are_over_and_rounded_down(visitor, team):
    code = made.code(team.campaign)
    for day, count in ((date(2026, 8, 9), 33), (date(2026, 8, 10), 40)):
        AgencyCheckCount.objects.create(code=code, day=day, count=count)
    page = words_of_main(visitor.get(PAGE))

    assert "Agencies looked up from the page of a code" in page
    assert "Up to yesterday, rounded down. 30" in page


def test_no_cookie_no_foreign_address_and_no_script_of_its_own(visitor, team):
    made.activity(team.campaign, team.partner)
    answer = visitor.get(PAGE)
    page = answer.content.decode()

    assert not answer.cookies
    assert "Set-Cookie" not in answer.headers
    assert not re.findall(r'(?:src|href)="https?://(?!example)', page.partition("<main")[2])
    assert len(re.findall(r"<script", page)) == 1
    assert "style=" not in page


def test_the_map_stands_over_the_same_as_a_table(visitor, team):
    made.activity(team.campaign, team.partner)
    page = visitor.get(PAGE).content.decode()

    assert page.count("korgoo-country__shape--3") >= 1
    assert len(re.findall(r'<path class="korgoo-country__shape', page)) == 7
    assert len(re.findall(r"<circle class=\"korgoo-country", page)) == 2
    assert "1. Issyk-Kul" in re.sub(r"<[^>]+>", "", page)


@pytest.mark.parametrize("state", ["draft", "planned"])
def test_a_campaign_that_was_not_launched_is_not_found(visitor, team, state):
    made.campaign(team.keeper.organisation.pk, key="hidden", state=state)

    for path in ("", "week/1/", f"region/{made.OSH}/", "photos/"):
        assert visitor.get(f"/en/campaign/hidden/{path}").status_code == NOT_FOUND
    assert "campaign/hidden/" not in visitor.get("/en/campaign/").content.decode()


def test_what_is_cancelled_or_kept_inside_is_not_listed(visitor, team):
    day = date(2026, 8, 20)
    gone = made.activity(team.campaign, team.partner, state=State.PLANNED, day=day, title="Gone")
    services.cancel(gone.pk, "rain", actor=team.partner.actor)
    made.activity(
        team.campaign, team.partner, state=State.PLANNED, day=day, title="Inside", is_public=False
    )
    shown = "".join(
        visitor.get(f"{PAGE}{path}").content.decode()
        for path in ("", "week/3/", "region/41702000000000/")
    )

    assert "Gone" not in shown
    assert "Inside" not in shown


def test_notes_costs_questions_and_who_logged_stay_inside(visitor, team):
    made.activity(
        team.campaign, team.partner, notes="SECRET-1", questions="SECRET-2", cost=9876, signals=54
    )
    shown = "".join(
        visitor.get(f"{PAGE}{path}").content.decode()
        for path in ("", "week/1/", "region/41702000000000/")
    )

    for secret in ("SECRET-1", "SECRET-2", "9876", "9,876", ">54<", team.partner.user.name):
        assert secret not in shown


def test_only_approved_pictures_are_shown(visitor, team):
    row = made.activity(team.campaign, team.partner)
    assert visitor.get(f"{PAGE}photos/").status_code == NOT_FOUND
    hidden, shown = photo(team, row, approve=False), photo(team, row)
    page = visitor.get(f"{PAGE}photos/").content.decode()

    assert str(shown.pk) in page
    assert str(hidden.pk) not in page
    assert visitor.get(f"{PAGE}photos/{shown.pk}.jpg")["Content-Type"] == "image/jpeg"
    assert visitor.get(f"{PAGE}photos/{hidden.pk}.jpg").status_code == NOT_FOUND


def test_a_change_of_the_log_changes_the_page(visitor, team, settings):
    settings.DRAWN_FOR = 0
    made.activity(team.campaign, team.partner)
    assert "Activities held" in words_of_main(visitor.get(PAGE))
    before = visitor.get(PAGE).content
    made.activity(team.campaign, team.partner, day=date(2026, 8, 4))

    assert visitor.get(PAGE).content != before
    assert visitor.get(PAGE).content == visitor.get(PAGE).content


def test_promises_that_their_houses_show_stand_on_the_page(visitor, team):
    origin = commitments.Origin("campaign", team.campaign.key, "Invented", "/campaigns/")
    for what, shown in (("Print 500 posters", True), ("Keep it quiet", False)):
        commitments.record(
            promiser_id=team.partner.organisation.pk,
            beneficiary="Schools",
            what=what,
            due_on=date(2026, 9, 1),
            origin=origin,
            is_public=shown,
            actor=team.partner.actor,
        )
    page = words_of_main(visitor.get(PAGE))

    assert "Print 500 posters" in page
    assert "Keep it quiet" not in page


def test_history_stands_with_what_sources_disagree_on(visitor, team):
    page = words_of_main(visitor.get("/en/campaign/"))

    assert "77 activities; over 10,000 people" in page
    assert "Sources disagree on the last day" in page
    assert "mean contacts" in page


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_every_public_path_opens(visitor, team, language):
    photo(team, made.activity(team.campaign, team.partner))
    paths = [path for path in api.public_paths() if path.startswith(f"/{language}/")]

    assert len(paths) == 1 + 1 + 15 + 9 + 1 + 1
    for path in paths:
        assert visitor.get(path).status_code == 200, path


@pytest.mark.parametrize("path", ["week/0/", "week/16/", "region/1/"])
def test_a_week_or_region_that_is_not_there_is_not_found(visitor, team, path):
    assert visitor.get(f"{PAGE}{path}").status_code == NOT_FOUND


def test_with_many_activities_the_first_page_stays_light(visitor, team):
    for day in range(1, 10):
        for number in range(20):
            made.activity(
                team.campaign, team.partner, day=date(2026, 8, day), title=f"Event {number}"
            )
    page = visitor.get(PAGE).content

    assert len(gzip.compress(page)) < HTML_BAR

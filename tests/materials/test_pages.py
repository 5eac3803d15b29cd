"""The pages of members: who makes, who approves, who moves; nothing typed is lost."""

import csv
import io
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from korgoo.campaign.enums import State as CampaignState
from korgoo.lib import clock
from korgoo.materials import services
from korgoo.materials.enums import Kind, Move, State
from korgoo.materials.facts import Shift
from korgoo.materials.models import Balance, Material, Version
from korgoo.rights.models import Number
from tests.factories_materials import PNG, SAID, make_approved, make_draft, make_material

pytestmark = pytest.mark.django_db
OSH = "region:41706000000000"
DAY = {"day_day": "2", "day_month": "3", "day_year": "2026"}


def typed(**changed):
    """A form filled in as a browser sends it."""
    said = {name: SAID[name] for name in ("title", "template", "slogan", "action", "code")}
    asked = {f"question_{at}": one for at, one in enumerate(SAID["questions"], 1)}
    return {**said, **asked, "numbers": ["line-home"], "seen": "0", **changed}


@pytest.fixture
def poster(people):
    return make_material(people.campaign, people.writer)


@pytest.fixture
def approved(people, poster):
    return make_approved(poster, people.writer, people.reader)


@pytest.fixture
def draft(people, poster):
    return make_draft(poster, people.writer)


@pytest.mark.parametrize("who", ["worker", "young", "reader"])
def test_whoever_works_together_sees_what_is_approved(people, enter, approved, words_of, who):
    browser = enter(getattr(people, who))
    assert "Look before you leave" in words_of(browser.get("list", "2026"))
    assert browser.get("version", approved.pk).status_code == 200
    assert browser.get("material", approved.material_id).status_code == 200


def test_an_administrator_finds_no_materials(people, enter, approved):
    browser = enter(people.administrator)
    for page, key in [("list", "2026"), ("version", approved.pk), ("stock", approved.pk)]:
        assert browser.get(page, key).status_code == 404


@pytest.mark.parametrize("who", ["worker", "young"])
def test_a_draft_of_others_is_not_found(people, enter, draft, who):
    browser = enter(getattr(people, who))
    assert browser.get("version", draft.pk).status_code == 404
    assert browser.get("material", draft.material_id).status_code == 404
    name = "2026-1-poster-a4-en-v1.png"
    assert browser.get("file", draft.pk, name).status_code == 404


def test_a_material_is_begun_and_written(people, enter):
    browser = enter(people.writer)
    answer = browser.post("add", "2026", kind="poster")
    assert answer.status_code == 302
    poster = Material.objects.get()
    page = browser.get("write", poster.pk, "en")
    assert "Look before you leave (en)" in page.text  # the slogan of the campaign
    answer = browser.post("write", poster.pk, "en", **typed())
    assert answer.status_code == 302, answer.text.partition("<main")[2][:1500]
    version = Version.objects.get()
    assert answer.url.endswith(f"/versions/{version.pk}/")
    assert version.questions == list(SAID["questions"])
    assert browser.get("version", version.pk).status_code == 200


def test_a_form_sent_twice_is_taken_once(people, enter):
    browser, key = enter(people.writer), str(uuid4())
    for _ in range(2):
        browser.post("add", "2026", kind="poster", submission_key=key)
    assert Material.objects.count() == 1


def test_what_does_not_fit_is_said_at_its_field_and_nothing_is_lost(people, enter, poster):
    long = "Words that go on and on, further than any poster " * 2
    answer = enter(people.writer).post("write", poster.pk, "en", **typed(slogan=long.strip()))
    assert answer.status_code == 422
    assert "Shorten this: the slogan" in answer.text
    assert 'href="#id_slogan"' in answer.text
    assert long.strip() in answer.text
    assert "Check the agency before you pay" in answer.text


def test_a_language_that_the_country_has_not_is_not_found(people, enter, poster):
    assert enter(people.writer).get("write", poster.pk, "xx").status_code == 404


def test_each_language_is_written_under_its_own_address(people, enter, poster):
    page = enter(people.writer).get("write", poster.pk, "ru").text
    assert f'action="/materials/{poster.pk}/ru/write/"' in page


def test_a_template_and_a_file_at_once_are_not_taken(people, enter, poster):
    file = SimpleUploadedFile("poster.png", PNG)
    answer = enter(people.writer).post("write", poster.pk, "en", **typed(), file=file)
    assert answer.status_code == 422
    assert "Choose a template, or add a file of your own." in answer.content.decode()
    assert not Version.objects.exists()


def test_a_file_that_is_no_picture_is_named(people, enter, poster):
    file = SimpleUploadedFile("poster.png", b"no picture at all")
    answer = enter(people.writer).post("write", poster.pk, "en", **typed(template=""), file=file)
    assert answer.status_code == 422
    assert "no picture, PDF" in answer.text


def test_a_picture_of_ones_own_is_made_anew(people, enter, poster):
    told = typed(template="", faces="nobody", source="We", licence="Own work")
    file = SimpleUploadedFile("my-name.png", PNG)
    browser = enter(people.writer)
    browser.post("write", poster.pk, "en", **told, file=file)
    version = Version.objects.get()
    answer = browser.get("file", version.pk, "2026-1-poster-en-v1.png")
    assert answer["Content-Type"] == "image/png"
    assert "sandbox" in answer["Content-Security-Policy"]


def test_the_second_person_approves_on_the_page(people, enter, draft, words_of):
    enter(people.writer).post("send", draft.pk, seen=str(draft.revision))
    draft.refresh_from_db()
    browser = enter(people.reader)
    assert "Waiting for you" in words_of(browser.get("list", "2026"))
    answer = browser.post("approve", draft.pk, seen=str(draft.revision))
    assert answer.status_code == 422  # not ticked that it was read
    browser.post("approve", draft.pk, seen=str(draft.revision), is_read="on")
    draft.refresh_from_db()
    assert draft.state == State.APPROVED


def test_the_writer_is_told_that_somebody_else_approves(people, enter, draft):
    browser = enter(people.writer)
    browser.post("send", draft.pk, seen=str(draft.revision))
    draft.refresh_from_db()
    answer = browser.post("approve", draft.pk, seen=str(draft.revision), is_read="on")
    assert answer.status_code == 404 or "You wrote this" in answer.text
    draft.refresh_from_db()
    assert draft.state == State.WAITING


def test_a_young_partner_may_not_approve(people, enter, draft):
    assert enter(people.young).get("approve", draft.pk).status_code == 404


def test_a_remark_goes_with_what_is_given_back(people, enter, draft, words_of):
    browser = enter(people.writer)
    browser.post("send", draft.pk, seen=str(draft.revision))
    draft.refresh_from_db()
    browser = enter(people.reader)
    assert browser.post("give_back", draft.pk, seen=str(draft.revision)).status_code == 422
    browser.post("give_back", draft.pk, seen=str(draft.revision), remark="Say it shorter")
    assert "Say it shorter" in words_of(enter(people.writer).get("version", draft.pk))


def test_drawings_of_a_draft_carry_the_mark(people, enter, draft, approved_in_russian):
    browser = enter(people.writer)
    draft_svg = browser.get("file", draft.pk, "2026-1-poster-a4-en-v1.svg").content
    approved_svg = browser.get(
        "file", approved_in_russian.pk, "2026-1-poster-a4-ru-v1.svg"
    ).content
    assert b"#ab1f2b" in draft_svg
    assert b"#ab1f2b" not in approved_svg


@pytest.fixture
def approved_in_russian(people, poster):
    return make_approved(poster, people.writer, people.reader, "ru")


class TestStockPages:
    def test_a_movement_is_written_down(self, people, enter, approved, words_of):
        browser = enter(people.writer)
        answer = browser.post("stock", approved.pk, move="printed", count="500", target=OSH, **DAY)
        assert answer.status_code == 302
        assert "500" in words_of(browser.get("stock", approved.pk))
        assert "500" in words_of(browser.get("campaign_stock", "2026"))

    def test_too_many_are_refused_at_the_number(self, people, enter, approved):
        browser = enter(people.writer)
        browser.post("stock", approved.pk, move="printed", count="5", target=OSH, **DAY)
        answer = browser.post(
            "stock", approved.pk, move="given", count="6", source=OSH, note="A school", **DAY
        )
        assert answer.status_code == 422
        assert 'href="#id_count"' in answer.text
        assert "Only 5 pieces" in answer.text
        assert "A school" in answer.text

    @pytest.mark.parametrize(
        ("told", "field"),
        [
            ({"move": "printed", "count": "5"}, "target"),
            ({"move": "sent", "count": "5", "target": OSH}, "source"),
            ({"move": "given", "count": "0", "source": OSH}, "count"),
            ({"move": "given", "count": "many", "source": OSH}, "count"),
        ],
    )
    def test_what_is_missing_is_named(self, people, enter, approved, told, field):
        answer = enter(people.writer).post("stock", approved.pk, **told, **DAY)
        assert answer.status_code == 422
        assert f'href="#id_{field}"' in answer.text

    def test_both_lists_are_taken_as_csv(self, people, enter, approved):
        shift = Shift(Move.PRINTED, 7, clock.today(), target=OSH, note="=1+1")
        services.move(approved.pk, shift, actor=people.writer.actor)
        browser = enter(people.worker)
        rows = _rows(browser.get("balances", "2026"))
        assert rows[1][0] == "2026-1"
        assert rows[1][-2:] == ["41706000000000", "7"]
        rows = _rows(browser.get("movements", "2026"))
        assert rows[1][-1] == "'=1+1"
        assert "Writer" not in str(rows)

    def test_a_draft_has_no_stock(self, people, enter, draft):
        answer = enter(people.writer).post(
            "stock", draft.pk, move="printed", count="5", target=OSH, **DAY
        )
        assert "not approved" in answer.text
        assert not Balance.objects.exists()


def _rows(answer):
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))


class TestEverybody:
    def get(self, address):
        return Client().get(address)

    def test_everybody_takes_what_is_approved(self, approved):
        page = self.get("/en/materials/campaign/2026/")
        assert page.status_code == 200
        assert not page.cookies
        found = [one.split('"')[0] for one in page.text.split('href="')[1:]]
        files = [one for one in found if "/2026/1/en/1/" in one]
        assert len(files) == 6
        for address in files:
            answer = self.get(address)
            assert answer.status_code == 200
            assert "max-age" in answer["Cache-Control"]
            assert not answer.cookies

    def test_nobody_takes_a_draft(self, draft):
        assert "Look before you leave" not in self.get("/en/materials/campaign/2026/").text
        address = "/en/materials/2026/1/en/1/abc/2026-1-poster-a4-en-v1.png"
        assert self.get(address).status_code == 404

    def test_an_old_mark_leads_to_what_stands_now(self, approved):
        answer = self.get("/en/materials/2026/1/en/1/old/2026-1-poster-a4-en-v1.png")
        assert answer.status_code == 302
        assert self.get(answer.url).status_code == 200

    def test_another_name_is_no_file(self, approved):
        answer = self.get("/en/materials/2026/1/en/1/old/passwords.png")
        assert self.get(answer.url).status_code == 404

    def test_a_campaign_that_is_planned_shows_nothing(self, people, approved):
        people.campaign.state = CampaignState.PLANNED
        people.campaign.save()
        assert self.get("/en/materials/campaign/2026/").status_code == 404

    def test_what_names_an_old_number_is_not_given_out(self, people, enter, approved, words_of):
        Number.objects.filter(key="line-home").update(number="188")
        address = "/en/materials/2026/1/en/1/old/2026-1-poster-a4-en-v1.png"
        assert self.get(address).status_code == 404
        page = words_of(enter(people.writer).get("version", approved.pk))
        assert "not given any more" in page

    def test_a_text_and_a_video_are_shown_too(self, people):
        spoken = make_material(people.campaign, people.writer, Kind.SPOKEN)
        make_approved(spoken, people.writer, people.reader, template="", body="Call 189 first.")
        told = {"faces": "nobody", "source": "We", "licence": "Ours"}
        video = make_material(people.campaign, people.writer, Kind.VIDEO)
        link = "https://video.example/1"
        make_approved(video, people.writer, people.reader, template="", link=link, **told)
        page = self.get("/en/materials/campaign/2026/").text
        assert "Call 189 first." in page
        assert link in page

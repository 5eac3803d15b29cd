"""The log in front of members: written in a minute, nothing typed is lost, not mine is not found."""

from datetime import date
from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from korgoo.access.enums import Role
from korgoo.activities.enums import State
from korgoo.activities.models import Activity, ActivityPhoto, Lesson, Placement
from korgoo.campaign.models import Campaign
from tests import factories
from tests import factories_activities as made
from tests.members import words_of_main

PLACE = "Ак-Булак, Ак-Булунский айылный аймак"
NOT_FOUND, REFUSED, MOVED = 404, 422, 302


@pytest.fixture
def partner(enter, team):
    return enter(team.partner)


def minute(team, **traits):
    """The four answers that are enough, as a phone sends them."""
    return {
        "campaign": str(team.campaign.pk),
        "day": "2026-08-09",
        "place": PLACE,
        "kind": "talk-in-village",
        "contacts": "37",
        "is_public": "on",
    } | traits


def test_four_answers_are_enough(partner, team):
    answer = partner.post("log", **minute(team))

    row = Activity.objects.get()
    assert answer.status_code == MOVED
    assert (row.contacts, row.unit, row.state) == (37, made.VILLAGE, State.HELD)
    assert "Written into the log." in words_of_main(partner.get(answer.url))


def test_the_same_form_sent_twice_is_one_activity(partner, team):
    data = minute(team, submission_key=str(uuid4()))
    first, second = partner.post("log", **data), partner.post("log", **data)

    assert first.url == second.url
    assert Activity.objects.count() == 1


def test_a_name_of_many_villages_asks_which_one_and_keeps_what_was_typed(partner, team):
    answer = partner.post("log", **minute(team, place="Ак-Булак"))
    page = answer.content.decode()

    assert answer.status_code == REFUSED
    assert "Several places have this name" in page
    assert f'value="{made.OTHER}"' in page
    assert 'value="37"' in page
    partner.post("log", **minute(team, place="Ак-Булак", unit=made.OTHER))
    assert Activity.objects.get().unit == made.OTHER


WRONG = [
    ({"contacts": ""}, "Write the number"),
    ({"contacts": "many"}, "whole number in digits"),
    ({"day": "2026-08-32"}, "no such day"),
    ({"day": "2026-08-12"}, "still to come"),
    ({"day": "2024-08-12"}, "far from the campaign"),
    ({"place": "Нарния-Хогвартс"}, "no such place"),
    ({"kind": "parade"}, "Choose one of the list"),
    ({"asked": "38"}, "can have answered"),
    ({"questions": "Call Aida 0555 12 34 56"}, "may lead to a person"),
    ({"n_female_0": "30", "n_male_0": "8"}, "more than were there"),
]


@pytest.mark.parametrize(("traits", "words"), WRONG)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(partner, team, traits, words):
    answer = partner.post("log", **minute(team, venue="School number 1", **traits))

    assert answer.status_code == REFUSED
    assert words in answer.content.decode()
    assert "School number 1" in answer.content.decode()
    assert not Activity.objects.exists()


def test_an_activity_is_planned_and_then_held(partner, team):
    data = minute(team, day="2026-08-10")
    data.pop("contacts")
    answer = partner.post("plan", **data)
    row = Activity.objects.get()
    page = partner.get(answer.url)
    assert "It was held" in words_of_main(page)

    shown = partner.get("held", row.pk).content.decode()
    assert PLACE.split(",", maxsplit=1)[0] in shown
    partner.post("held", row.pk, **minute(team, day="2026-08-10", seen="0"))
    row.refresh_from_db()
    assert (row.state, row.contacts) == (State.HELD, 37)


def test_an_older_page_is_told_that_somebody_was_faster(partner, team):
    row = made.activity(team.campaign, team.partner)
    partner.post("held", row.pk, **minute(team, seen="0"))
    answer = partner.post("held", row.pk, **minute(team, seen="0", contacts="99"))

    assert answer.status_code == REFUSED
    assert "Somebody else changed this meanwhile" in answer.content.decode()
    assert 'value="99"' in answer.content.decode()


def test_cancelling_asks_why(partner, team):
    row = made.activity(team.campaign, team.partner, state=State.PLANNED, day=date(2026, 9, 1))

    assert partner.post("cancel", row.pk, reason="").status_code == REFUSED
    assert partner.post("cancel", row.pk, reason="The road is closed").status_code == MOVED
    assert "The road is closed" in words_of_main(partner.get("activity", row.pk))


def test_who_may_not_change_finds_no_page_to_change(enter, team):
    row = made.activity(team.campaign, team.partner, state=State.PLANNED, day=date(2026, 9, 1))
    other = enter(team.other)

    for page in ("held", "replan", "cancel", "add_photo"):
        assert other.get(page, row.pk).status_code == NOT_FOUND, page
    shown = words_of_main(other.get("activity", row.pk))
    assert "It was held" not in shown


def test_cost_and_notes_are_for_who_may_change(enter, team):
    row = made.activity(team.campaign, team.partner, notes="Bring chairs", cost=1500)

    assert "Bring chairs" in words_of_main(enter(team.partner).get("activity", row.pk))
    other = words_of_main(enter(team.other).get("activity", row.pk))
    assert "Bring chairs" not in other
    assert "1,500" not in other


PAGES = ["list", "log", "plan", "media", "add_placement", "bring", "phone", "token", "pass_on"]


@pytest.mark.parametrize("page", PAGES)
def test_pages_are_for_members_with_a_part_in_campaigns(enter, team, page):
    administrator = factories.member(Role.ORGANISATION_ADMINISTRATOR, at=team.partner.organisation)

    assert enter(administrator).get(page).status_code == NOT_FOUND
    assert enter(team.partner).get(page).status_code == 200


def test_without_a_campaign_pages_say_so(enter, team):
    Campaign.objects.update(state="draft")
    somebody = team.partner
    for page in ("list", "log", "plan", "phone"):
        assert "There is no campaign yet" in words_of_main(enter(somebody).get(page))


def test_the_log_shows_what_was_planned_and_never_logged(partner, team):
    made.activity(team.campaign, team.partner, state=State.PLANNED, day=date(2026, 8, 1))
    made.activity(team.campaign, team.partner, state=State.PLANNED, day=date(2026, 9, 1))
    made.activity(team.campaign, team.partner)
    shown = words_of_main(partner.get("list"))

    assert "How did these go?" in shown
    assert "Day 11 of 100" in shown
    assert "Contacts, not people 40" in shown


def test_another_campaigns_log_is_asked_for_by_its_key(partner, team):
    past = made.campaign(
        team.keeper.organisation.pk,
        key="past",
        state="reported",
        name={"en": "Invented past"},
        starts_on=date(2025, 7, 31),
        ends_on=date(2025, 11, 7),
    )

    assert "Invented past" in words_of_main(partner.get("list", campaign=past.key))
    assert partner.get("list", campaign="nothing").status_code == NOT_FOUND


def jpeg():
    target = BytesIO()
    Image.new("RGB", (30, 20), "blue").save(target, "JPEG")
    return SimpleUploadedFile("hall.jpg", target.getvalue(), "image/jpeg")


def test_a_picture_is_kept_inside_until_a_second_person_lets_it_out(enter, team):
    row = made.activity(team.campaign, team.partner)
    partner = enter(team.partner)
    told = {"words": "A hall", "has_faces": "on", "consent": "written"}
    assert partner.post("add_photo", row.pk, **told, file=jpeg()).status_code == MOVED
    kept = ActivityPhoto.objects.get()
    address = f"/en/campaign/{team.campaign.key}/photos/{kept.pk}.jpg"
    assert partner.get("photo", kept.pk)["Content-Type"] == "image/jpeg"
    assert partner.client.get(address).status_code == NOT_FOUND

    keeper = enter(team.keeper)
    assert "Show it to everybody" in words_of_main(keeper.get("activity", row.pk))
    keeper.post("approve_photo", kept.pk)
    assert keeper.client.get(address).status_code == 200


@pytest.mark.parametrize("consent", ["written", "none"])
def test_a_picture_that_is_not_let_out_stays_with_who_may_change_its_activity(
    enter, team, consent
):
    row = made.activity(team.campaign, team.partner)
    told = {"words": "Faces in a hall", "has_faces": "on", "consent": consent}
    enter(team.partner).post("add_photo", row.pk, **told, file=jpeg())
    kept = ActivityPhoto.objects.get()

    for who in (team.partner, team.keeper):
        assert enter(who).get("photo", kept.pk).status_code == 200
    other = enter(team.other)
    assert other.get("photo", kept.pk).status_code == NOT_FOUND
    assert "Faces in a hall" not in words_of_main(other.get("activity", row.pk))
    assert str(kept.pk) not in other.get("activity", row.pk).content.decode()


PHOTO_WRONG = [
    ({"words": ""}, "Write something here"),
    ({"consent": ""}, "Choose one of the list"),
    ({"has_faces": "on", "consent": "nobody"}, "somebody can be recognised"),
]


@pytest.mark.parametrize(("traits", "words"), PHOTO_WRONG)
def test_a_picture_without_its_consent_is_not_taken(partner, team, traits, words):
    row = made.activity(team.campaign, team.partner)
    told = {"words": "A hall", "consent": "written", "file": jpeg()} | traits
    answer = partner.post("add_photo", row.pk, **told)

    assert answer.status_code == REFUSED
    assert words in answer.content.decode()


def test_what_is_no_picture_is_refused(partner, team):
    row = made.activity(team.campaign, team.partner)
    file = SimpleUploadedFile("hall.jpg", b"OggS" + b"0" * 50, "image/jpeg")
    answer = partner.post("add_photo", row.pk, words="A hall", consent="nobody", file=file)

    assert answer.status_code == REFUSED
    assert "Choose a picture" in answer.content.decode()


def placement(team, **traits):
    return {
        "campaign": str(team.campaign.pk),
        "day": "2026-08-05",
        "channel": "radio",
        "outlet": "Invented radio",
        "title": "Phone-in",
    } | traits


def test_a_publication_is_recorded_and_a_reach_needs_its_source(partner, team):
    refused = partner.post("add_placement", **placement(team, reach="5000"))
    assert refused.status_code == REFUSED
    assert "whose estimate" in refused.content.decode()

    told = placement(team, reach="5000", reach_source="the station", minutes="45")
    assert partner.post("add_placement", **told).status_code == MOVED
    row = Placement.objects.get()
    assert (row.seconds, row.reach) == (2700, 5000)
    assert "Invented radio" in words_of_main(partner.get("media"))
    changed = partner.post("change_placement", row.pk, **placement(team, clicks="7", seen="0"))
    assert changed.status_code == MOVED
    assert Placement.objects.get().clicks == 7


def test_a_lesson_stands_in_the_report(partner, team):
    key = team.campaign.key
    assert partner.post("lesson", key, words="").status_code == REFUSED
    partner.post("lesson", key, words="Begin with the teachers")

    assert Lesson.objects.count() == 1
    assert "Begin with the teachers" in words_of_main(partner.get("report", key))


def entry(team, **traits):
    """What the script of a phone sends."""
    data = minute(team, n_female_6="20", notes="never kept on a phone", **traits)
    data.pop("is_public")
    return data


def test_an_entry_of_a_phone_is_taken_once(partner, team):
    data = entry(team, submission_key=str(uuid4()))
    first = partner.client.post(partner.address("send"), data, follow=True)
    again = partner.client.post(partner.address("send"), data, follow=True)

    row = Activity.objects.get()
    assert first.json()["is_taken"]
    assert again.json() == first.json()
    assert (row.notes, row.is_public) == ("", True)
    assert [(c.sex, c.number) for c in row.counts.all()] == [("female", 20)]


def test_an_entry_that_does_not_fit_says_why_and_leads_to_the_whole_form(partner, team):
    answer = partner.post("send", **entry(team, place="Ак-Булак"))
    said = answer.json()

    assert answer.status_code == REFUSED
    assert said["is_refused"]
    assert "Several places" in said["message"]
    form = partner.get(said["href"]).content.decode()
    assert 'value="37"' in form
    assert "Ак-Булак" in form


def test_the_kept_form_holds_no_token_and_no_name(partner, team):
    page = partner.get("phone").content.decode()

    for secret in ("csrfmiddlewaretoken", "submission_key", "kept_for", team.partner.user.name):
        assert secret not in page


def test_the_mark_of_a_member_differs_and_names_nobody(enter, team):
    one = enter(team.partner).get("token").json()
    other = enter(team.other).get("token").json()

    assert one["owner"] != other["owner"]
    assert str(team.partner.user.pk) != one["owner"]
    assert one["token"]

"""The pages around consent: asked by purpose, shared in danger, opened in need, closed to a member."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from korgoo.access.enums import Event, Facet, Mandate, Role
from korgoo.access.models import AuditEvent
from korgoo.casework import api, services
from korgoo.casework.enums import Scope
from korgoo.casework.grounds import ConflictGround, Purpose
from korgoo.casework.models import CaseNotice, ConflictMark, ConsentAct, GlassBreak, SharingAct
from tests import factories
from tests import factories_casework as make

pytestmark = pytest.mark.django_db
TOLD = ["interview", "purpose", "use", "statistics", "own_data", "storage", "withdrawal"]
AGREED = {"language": "ky", "told": TOLD, "lasts": "90", "proof": "recording"}
WISH = {"ground": "life", "parts": ["contact"], "reason": "An invented danger."}
NEED = {"parts": ["contact"], "reason_code": "reach", "words": "Invented.", "alone": "yes"}


@pytest.fixture
def case(people):
    return make.case(people.officer, is_told=True)


@pytest.fixture
def colleague(people):
    return factories.member(Role.HEAD, at=people.officer.organisation, name="Head Five")


@pytest.fixture
def line(people):
    return factories.member(Role.HOTLINE_OPERATOR, at=people.shelter.organisation, name="Line")


def test_each_purpose_has_its_own_short_page(case, people, enter, words_of):
    officer, place = enter(people.officer), ("consent", case.pk, people.shelter.organisation.pk)

    page = officer.get(*place)
    family = officer.get(*place, purpose="family")

    assert "purpose=return" in page.text
    assert 'name="scope_story"' in page.text
    assert 'name="scope_therapy"' not in page.text
    assert 'name="scope_story"' not in family.text
    assert 'name="purpose" value="family"' in family.text
    assert "What you leave open counts as not asked" in words_of(page)


def test_an_answer_left_open_is_not_asked_and_a_voice_is_kept(case, people, enter):
    officer = enter(people.officer)
    voice = SimpleUploadedFile("my name.mp3", b"ID3 an invented voice", "text/html")

    answer = officer.post(
        *("consent", case.pk, people.shelter.organisation.pk),
        **AGREED,
        purpose="return",
        scope_referral="yes",
        scope_identity="no",
        proof_file=voice,
    )

    assert answer.status_code == 302
    act = ConsentAct.objects.get()
    assert (act.purpose, act.capacity) == (Purpose.RETURN, "able")
    assert dict(act.scopes.values_list("scope", "is_given")) == {
        "referral": True,
        "identity": False,
    }
    file = officer.get("proof", case.pk, act.pk)
    assert file.content == b"ID3 an invented voice"
    assert file["Content-Disposition"] == 'attachment; filename="proof.mp3"'
    assert file["Content-Type"] == "audio/mpeg"
    assert enter(people.shelter).get("proof", case.pk, act.pk).status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {"proof_file": SimpleUploadedFile("a.jpg", b"<script>", "image/jpeg")},
        {"capacity": "unable"},
        {"scope_referral": ""},
    ],
    ids=["no-picture", "nobody-decided", "gate-open"],
)
def test_half_a_talk_is_asked_for_again(wrong, case, people, enter):
    place = ("consent", case.pk, people.shelter.organisation.pk)
    said = {**AGREED, "scope_referral": "yes", "scope_story": "yes", **wrong}

    answer = enter(people.officer).post(*place, **said)

    assert answer.status_code == 422
    assert not ConsentAct.objects.exists()


def test_a_whole_purpose_is_taken_back(case, people, enter):
    for purpose in (Purpose.HELP, Purpose.RETURN):
        make.agree(case, people.shelter, Scope.IDENTITY, by=people.officer, purpose=purpose)
    house = people.shelter.organisation.pk

    answer = enter(people.officer).post("withdraw", case.pk, house, scopes=["return"])

    assert answer.status_code == 302
    assert [one.purpose for one in api.agreements(case.pk)] == [Purpose.HELP]


def test_two_persons_share_and_the_person_is_told(case, people, colleague, enter, words_of):
    officer, house = enter(people.officer), people.shelter.organisation.pk
    assert "Not set by law" in words_of(officer.get("share", case.pk))
    assert officer.post("share", case.pk, **WISH).status_code == 422
    page = officer.post("share", case.pk, **WISH, recipient=house).url
    assert "second person must look" in words_of(officer.get(page))
    act = SharingAct.objects.get()
    assert officer.post("sharing_confirm", case.pk, act.pk).status_code == 403

    second = enter(colleague)
    assert "An invented danger." in words_of(second.get(page))
    assert second.post("sharing_confirm", case.pk, act.pk).url == page
    assert second.post("sharing_confirm", case.pk, act.pk).status_code == 403
    assert second.post("sharing_told", case.pk, act.pk, told="no").status_code == 422
    assert second.post("sharing_told", case.pk, act.pk, told="yes").url == page
    assert "The person was told" in words_of(second.get(page))
    assert "Without consent" in words_of(second.get("case", case.pk))
    listed = words_of(second.get("exceptions"))
    assert case.spoken_code in listed
    assert "An invented danger." not in listed
    assert second.post("sharing_end", case.pk, act.pk).url == page


def test_the_same_form_twice_shares_once(case, people, enter):
    officer, house = enter(people.officer), people.shelter.organisation.pk
    same = {"submission_key": "0b0f6c4e-5f0c-4a83-9a8e-1d2f0f5b7c11", "recipient": house}

    first, again = (officer.post("share", case.pk, **WISH, **same) for _twice in range(2))

    assert first.url == again.url
    assert SharingAct.objects.count() == 1


def test_an_emergency_at_night(case, people, line, enter, words_of):
    make.share(case, people.shelter, Scope.CONTACT, by=people.officer)
    night = enter(line)
    facet = ("facet", case.pk, Facet.CONTACT)
    assert night.get(*facet).status_code == 404
    assert "Emergency: open a part" in words_of(night.get("case", case.pk))
    assert night.post("glass_new", case.pk, **{**NEED, "parts": "story"}).status_code == 422
    page = night.post("glass_new", case.pk, **NEED).url
    assert "An emergency opening until" in words_of(night.get("case", case.pk))
    assert "0555 000 111" in night.get(*facet).text

    row = GlassBreak.objects.get()
    shelter = enter(people.shelter)
    home = words_of(shelter.get("/home/"))
    assert "Emergency opening" not in home  # the alarm is the head's; the owner sees it, too
    assert "Invented." in words_of(shelter.get(page))
    assert shelter.post("glass_confirm", row.pk).url == page
    owner = words_of(enter(people.officer).get("/home/"))
    assert "parts were opened by one person alone" in owner
    assert enter(people.stranger).get(page).status_code == 404


def test_a_case_closed_to_a_member_is_on_none_of_their_pages(case, people, enter):
    officer = enter(people.officer)
    card = make.card(case, people.officer)

    answer = officer.post(
        *("conflicts", case.pk), member=str(people.officer.user.pk), ground="relative"
    )

    assert answer.url == reverse("web:home")
    assert case.spoken_code not in officer.get("list").text
    assert case.spoken_code not in officer.get("/home/").text
    for page in ("case", "conflicts", "consents", "details", "share", "note"):
        assert officer.get(page, case.pk).status_code == 404, page
    assert officer.get(reverse("identification:reading", args=[card.id])).status_code == 404
    assert officer.post("find", code=case.code).status_code == 422


def test_the_head_and_another_open_it_again(case, people, colleague, enter, words_of):
    services.mark_conflict(
        case.pk, people.officer.user.pk, ConflictGround.SUSPECT, actor=colleague.actor
    )
    mark, head = ConflictMark.objects.get(), enter(colleague)
    assert "Closed to Officer One" in words_of(head.get("conflicts", case.pk))
    assert head.post("conflict_ask", case.pk, mark.pk).status_code == 302
    assert head.post("conflict_lift", case.pk, mark.pk).status_code == 403
    third = factories.member(Role.OFFICER, at=people.officer.organisation, name="Third")
    assert enter(third).post("conflict_lift", case.pk, mark.pk).status_code == 302
    assert enter(people.officer).get("case", case.pk).status_code == 200


def test_who_lost_a_case_is_told_why_and_others_find_nothing(case, people, enter, words_of):
    make.share(case, people.shelter, Scope.STORY, by=people.officer)
    page = enter(people.shelter).get("facet", case.pk, Facet.STORY)
    assert "The person agreed on" in words_of(page)
    api.withdraw_by_person(case.pk, recipient_id=people.shelter.organisation.pk)

    shelter = enter(people.shelter)
    gone = shelter.get("facet", case.pk, Facet.STORY)
    assert gone.status_code == 404
    assert "took back what your organisation may know" in words_of(gone)
    assert "An invented story." not in gone.text
    notice = CaseNotice.objects.get()
    assert shelter.post("notice_read", notice.pk).status_code == 302
    assert "took back" not in words_of(shelter.get("/home/"))
    assert enter(people.stranger).post("notice_read", notice.pk).status_code == 404
    stranger = enter(people.stranger).get("facet", case.pk, Facet.STORY)
    assert "took back" not in words_of(stranger)
    owner = enter(people.officer)
    assert "Change the keys now" in words_of(owner.get("case", case.pk))
    assert owner.post("new_keys", case.pk).status_code == 302
    assert "Change the keys now" not in words_of(owner.get("case", case.pk))


@pytest.mark.parametrize("part", ["health", "whereabouts", "crime", "therapy"])
def test_passages_are_written_into_each_part(part, case, people, enter, words_of):
    officer = enter(people.officer)

    assert officer.post("passage", case.pk, part, text="Invented words.").status_code == 302

    assert "Invented words." in words_of(officer.get("facet", case.pk, part))
    assert AuditEvent.objects.filter(event=Event.FACET_WRITTEN, detail=part).exists()


def test_a_body_that_does_not_serve_writes_no_care(enter):
    police = factories.member(Role.OFFICER, at=factories.organisation(Mandate.INVESTIGATE))
    case = make.case(police)
    browser = enter(police)

    assert browser.get("passage", case.pk, "health").status_code == 403
    assert browser.get("passage", case.pk, "crime").status_code == 200


def test_the_page_folds_what_a_receiver_cannot_open(case, people, enter, words_of):
    make.share(case, people.shelter, Scope.CONTACT, by=people.officer)

    text = words_of(enter(people.shelter).get("case", case.pk))

    assert text.count("Open : ") == 1
    assert "A sealed part was written: What the person told" not in text
    assert "7 other parts, and why they are not open" in text
    assert text.count("Why can I not see this?") == 7

"""What every organisation is told when a draft is adopted, and that members read it."""

from datetime import date

import pytest
from django.utils import translation

from korgoo.access.enums import Event, Mandate, Role
from korgoo.access.models import AuditEvent, Organisation
from korgoo.consultation import api
from korgoo.consultation.models import Notice, NoticeFor, NoticeRead
from korgoo.consultation.subjects import NoticeLine
from tests import factories
from tests.consultation.conftest import line

pytestmark = pytest.mark.django_db
KEY = "5f0f9f1e-52e8-4f2d-9d7d-0d6a51a0a003"
OTHER_KEY = "6a1e8d2c-52e8-4f2d-9d7d-0d6a51a0a004"


@pytest.fixture
def told(story):
    """An adopted draft that concerns everybody, those who serve, and the police."""
    story.draft.lines = (
        line("Only for who serves.", mandates=("serve", "advise")),
        line("For everybody."),
        line("Only for the police.", bodies=("police",)),
    )
    story.adopt()
    return story


def lines_of(code):
    copy = NoticeFor.objects.get(organisation__code=code)
    return [words["en"] for words in copy.lines]


def test_each_organisation_is_told_what_concerns_it(told):
    assert [words["ky"] for words in Notice.objects.get().lines] == ["For everybody."]
    assert lines_of("police") == ["Only for the police."]
    assert lines_of("shelter") == ["Only for who serves."]
    assert lines_of("centre") == []


def test_notices_go_to_every_organisation_in_force_and_to_no_other(story):
    factories.organisation(Mandate.ADVISE, code="ended", valid_to=date(2026, 3, 20))
    factories.organisation(Mandate.ADVISE, code="future", valid_from=date(2026, 3, 22))
    factories.organisation(Mandate.ADVISE, code="last-day", valid_to=date(2026, 3, 21))
    story.adopt()

    told = set(NoticeFor.objects.values_list("organisation__code", flat=True))

    everybody = set(Organisation.objects.values_list("code", flat=True))
    assert everybody - told == {"ended", "future"}


def test_a_member_reads_what_everybody_is_told_and_then_their_own(told, enter, words_of):
    notice = Notice.objects.get()
    officer = enter(told.people.officer)
    assert "A new guideline" in words_of(officer.get("notices"))

    words = words_of(officer.get("notice", notice.pk))

    first, own = words.index("For everybody."), words.index("Only for the police.")
    assert first < words.index("What changes for Invented Police") < own
    assert "Only for who serves." not in words
    assert "1 April 2026" in words
    words = words_of(enter(told.people.second).get("notice", notice.pk))
    assert "Nothing changes for your organisation alone." in words


def test_each_member_says_once_that_they_have_read_it(told, enter, words_of):
    notice = Notice.objects.get()
    officer = enter(told.people.officer)
    assert len(api.unread_notices(actor=told.people.officer.actor)) == 1

    answers = [
        officer.post("read", notice.pk, submission_key=key) for key in (KEY, KEY, OTHER_KEY)
    ]

    assert [answer.url for answer in answers] == ["/consultations/notices/"] * 3
    reading = NoticeRead.objects.get()
    assert reading.user_id == told.people.officer.user.pk
    assert AuditEvent.objects.filter(event=Event.NOTICE_READ).count() == 1
    assert api.unread_notices(actor=told.people.officer.actor) == []
    assert "You have read this" in words_of(officer.get("notice", notice.pk))
    colleague = factories.member(Role.CASE_WORKER, at=told.people.police)
    assert len(api.unread_notices(actor=colleague.actor)) == 1


def test_an_organisation_that_came_later_was_not_told(told, enter):
    later = factories.member(Role.CASE_WORKER, at=factories.organisation(Mandate.SERVE))
    notice = Notice.objects.get()
    member = enter(later)
    assert member.get("notice", notice.pk).status_code == 404
    assert member.post("read", notice.pk).status_code == 404
    assert "got no notice yet" in member.get("notices").text


def test_notices_speak_the_language_of_the_page(told):
    worker = told.people.worker.actor
    titles = {}
    for language in ("ky", "ru", "en"):
        with translation.override(language):
            (card,) = api.unread_notices(actor=worker)
            titles[language] = card.title
    assert titles == {
        "ky": "Жаңы жетекчилик",
        "ru": "Новое руководство",
        "en": "A new guideline",
    }


def test_words_that_lack_a_language_are_shown_in_the_country_s_first(story, enter, words_of):
    story.draft.lines = (
        NoticeLine({"ky": "Кыргызча гана.", "ru": "Есть и по-русски."}),
        NoticeLine({"ru": "Только по-русски."}),
    )
    story.adopt()
    words = words_of(enter(story.people.worker).get("notice", Notice.objects.get().pk))
    assert "Кыргызча гана." in words
    assert "Только по-русски." in words

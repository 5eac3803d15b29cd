import io
import re
from pathlib import Path

import pypdf
import pytest
from django.urls import reverse

from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent
from korgoo.casework.enums import Scope
from korgoo.referral import letters
from korgoo.referral.enums import Need, ReferralState
from tests import factories_referral as make
from tests.factories_casework import FOUR_SCOPES

pytestmark = pytest.mark.django_db
NAME, STORY, PHONE = "Invented Person", "An invented story.", "0555 000 111"


def text_of(pdf):
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    assert len(reader.pages) == 1
    return re.sub(r"\s+", " ", reader.pages[0].extract_text())


def letter(row, *, name="", code=""):
    return letters.Letter(row, row.case.spoken_code, name, code, "https://example.org/help-came/")


def download(enter, people, row, **query):
    return enter(people.officer).get("letter", row.pk, **query)


def test_the_letter_is_one_page_in_both_languages(people):
    row, _code = make.sent(people)

    text = text_of(letters.render(letter(row)))

    assert "Ойлонулган ҢңӨөҮү: Invented Shelter" in text
    assert "Придуманное: Invented Shelter" in text
    assert row.spoken_number in text
    assert row.case.spoken_code in text
    assert "2-март" in text
    assert "2 марта 2026" in text
    assert "189" in text
    assert "https://example.org/help-came/" in text.replace(" ", "")


def test_a_full_letter_still_fits_on_one_page(people):
    long_name = "Ойлонулган " + "өңүр " * 34
    people.officer.organisation.name_ky = people.officer.organisation.name_ru = long_name
    people.officer.organisation.save()
    needs = tuple(need.value for need in Need)
    row, code = make.sent(people, needs=needs, needs_interpreter=True, needs_transport=True)
    row.refresh_from_db()

    assert NAME in text_of(letters.render(letter(row, name=f"{NAME} " * 4, code=code)))


def test_the_letter_is_archival_and_accessible(people):
    row, _code = make.sent(people)

    pdf = letters.render(letter(row))

    assert b"pdfuaid:part" in pdf
    assert b"pdfaid:part" in pdf
    assert pypdf.PdfReader(io.BytesIO(pdf)).trailer["/Root"]["/Lang"].startswith("ky")


def test_typed_words_are_never_markup(people):
    row, _code = make.sent(people)
    name = '#panic("x") *bold* $x$ \\ "'

    assert '#panic("x") *bold* $x$' in text_of(letters.render(letter(row, name=name)))


def test_the_sheet_reads_nothing_from_outside():
    sheet = (Path(letters.__file__).parent / "letter.typ").read_text()

    assert "sys.inputs.data" in sheet
    assert not re.search(r"\b(read|image|include|import|plugin)\b", sheet)


def test_the_downloaded_letter_tells_no_name_and_no_story(people, enter):
    row, code = make.sent(people, scopes=FOUR_SCOPES, cautions=("followed", "insider"))

    answer = download(enter, people, row)

    text = text_of(answer.content)
    assert answer["Content-Disposition"] == f'attachment; filename="referral-{row.number}.pdf"'
    assert answer["Content-Type"] == "application/pdf"
    for secret in (NAME, STORY, PHONE, "looking for", code):
        assert secret not in text
    assert not AuditEvent.objects.filter(event=Event.FACET_OPENED).exists()
    assert AuditEvent.objects.filter(event=Event.REFERRAL_LETTER_MADE).count() == 1


def test_the_name_is_printed_when_the_person_agreed_and_leaves_a_trace(people, enter):
    row, _code = make.sent(people, scopes=(Scope.REFERRAL, Scope.IDENTITY))

    text = text_of(download(enter, people, row, name="1").content)

    assert NAME in text
    assert STORY not in text
    opened = AuditEvent.objects.get(event=Event.FACET_OPENED)
    assert opened.detail == "identity"
    assert opened.user_id == people.officer.user.pk


@pytest.mark.parametrize("scopes", [(Scope.REFERRAL,), (Scope.REFERRAL, Scope.CONTACT)])
def test_the_name_is_refused_without_agreement(scopes, people, enter, words_of):
    row, _code = make.sent(people, scopes=scopes)

    answer = download(enter, people, row, name="1")

    assert answer.status_code == 409
    assert "has not agreed" in words_of(answer)
    assert not AuditEvent.objects.filter(event=Event.FACET_OPENED).exists()


def test_the_code_is_printed_only_while_it_is_fresh(people, enter, clock, words_of):
    row = make.draft(people)
    officer = enter(people.officer)
    officer.post("send", row.pk)
    code = re.search(r"own code (\d{3} \d{3} \d{3})", words_of(officer.get("sent", row.pk)))[1]

    assert code in text_of(officer.get("letter", row.pk).content)
    clock.forward(minutes=15)
    assert code not in text_of(officer.get("letter", row.pk).content)


@pytest.mark.parametrize("state", [ReferralState.DRAFT, ReferralState.DECLINED])
def test_no_letter_before_sending_or_after_the_end(state, people, enter):
    row = make.referral(people, state)

    assert download(enter, people, row).status_code == 404


def test_the_letter_is_the_senders_alone(people, enter):
    row, _code = make.sent(people)

    assert enter(people.shelter).get("letter", row.pk).status_code == 404
    assert enter(people.clinic).get("letter", row.pk).status_code == 404
    assert enter(people.coordinator).get("letter", row.pk).status_code == 404


def test_the_letter_names_the_page_for_the_answer(people, enter):
    row, _code = make.sent(people)

    text = text_of(download(enter, people, row).content).replace(" ", "")

    assert f"http://testserver{reverse('referral:confirm')}" in text

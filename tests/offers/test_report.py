"""An offer is reported without a name: once, sealed at once, and never lost in silence."""

import re
from datetime import date

import pytest
from django.test import Client

from korgoo.access.models import OrganisationKey
from korgoo.lib.public_forms import SIZE
from korgoo.offers import policies, services
from korgoo.offers.models import OfferPicture, OfferReport
from tests.members import at_once
from tests.offers.conftest import RECEIVER, photo, ticket_of
from tests.secrecy.thief import disguises, every_value, everything_that_opens

pytestmark = pytest.mark.django_db
TYPED = {
    "agency": "Ойдон Чыккан Карьера",
    "country": "TR",
    "job": "Идиш жууган",
    "pay": "жети жуз доллар",
    "fee": "сексен доллар алдын ала",
    "channel": "messenger",
    "link": "t.me/oidon-chykkan-karera",
    "visa": "туристтик виза",
    "when": "апта мурун",
    "text": "Паспортторду чогултуп алышты.\nКырк киши кетти.",
}


@pytest.fixture
def looked_through(street, people, clock):
    """The second page, shown some seconds ago."""
    answer = street.post("report", **TYPED)
    clock.forward(seconds=10)
    return answer


@pytest.fixture
def send(street, looked_through):
    def send_it(**more):
        ticket = ticket_of(looked_through)
        return street.post("report", **({**TYPED, "step": "send", "ticket": ticket} | more))

    return send_it


def test_the_first_page_names_who_reads_it_and_asks_for_no_name(street, people, words_of):
    answer = street.get("report")

    assert "You need not say who you are" in words_of(answer)
    assert "Invented Ministry of Work" in words_of(answer)
    assert "csrfmiddlewaretoken" not in answer.text
    assert "submission_key" not in answer.text
    assert not answer.cookies


def test_what_is_sent_is_looked_through_first(looked_through, words_of):
    said = words_of(looked_through)

    for words in ("Ойдон Чыккан Карьера", "Түркия|Türkiye", "In a messenger", "апта мурун"):
        assert re.search(words, said)
    assert not OfferReport.objects.exists()
    assert len(looked_through.content) % SIZE == 0
    assert "no-store" in looked_through["Cache-Control"]


def test_a_report_arrives_and_says_what_happens_now(send, people, words_of):
    answer = send()

    assert answer.status_code == 200
    assert "Thank you. Your report has arrived." in words_of(answer)
    assert "Invented Ministry of Work" in words_of(answer)
    assert not answer.cookies
    row = OfferReport.objects.get()
    assert (row.organisation, row.day, row.country) == (people.ministry, date(2026, 3, 2), "TR")
    assert (row.has_picture, row.state) == (False, "new")
    told = services.open_report(row.pk, actor=people.officer.actor).told
    assert told.as_data() == {**TYPED, "language": "en"}


def test_the_same_form_sent_again_is_one_report_with_the_same_answer(send, words_of):
    first, again = send(), send()

    assert words_of(first) == words_of(again)
    assert OfferReport.objects.count() == 1


def test_a_picture_is_made_anew_and_sealed(send, people):
    send(picture=photo(exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0"))

    row = OfferReport.objects.get()
    opened = services.open_picture(row.pk, actor=people.officer.actor)
    assert row.has_picture
    assert opened.media_type == "image/jpeg"
    assert b"Exif" not in opened.data
    assert opened.data.startswith(b"\xff\xd8")


def test_a_picture_alone_is_a_report(send):
    nothing = dict.fromkeys(TYPED, "")

    assert send(**nothing, picture=photo()).status_code == 200
    assert OfferPicture.objects.count() == 1


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (dict.fromkeys(TYPED, ""), "Write something that we can look into"),
        ({"website": "https://example.org"}, "A hidden line was filled in"),
        ({"ticket": "made up"}, "Look it through once more"),
        ({"picture": "no file"}, None),
    ],
)
def test_what_cannot_be_taken_is_explained_and_kept(send, words_of, more, why):
    answer = send(**more)

    if why is None:  # text instead of a file is no file: the words count alone
        assert OfferReport.objects.get().has_picture is False
        return
    assert answer.status_code == 422
    assert why in words_of(answer)
    assert not OfferReport.objects.exists()
    if "agency" not in more:
        assert TYPED["agency"] in words_of(answer)
        assert ticket_of(answer)


@pytest.mark.parametrize("content", [b"", b"MZ this is a program", b"%PDF-1.7 damaged"])
def test_a_file_that_is_no_picture_is_refused_and_the_words_stay(send, words_of, content):
    file = photo()
    file.seek(0)
    file.truncate()
    file.write(content)
    file.seek(0)

    answer = send(picture=file)

    assert answer.status_code == 422
    assert "There is a problem" in words_of(answer)
    assert TYPED["text"].splitlines()[0] in answer.text
    assert not OfferReport.objects.exists()


def test_a_file_too_large_to_be_read_is_not_left_out_in_silence(send, words_of, settings):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 500

    answer = send(picture=photo())

    assert answer.status_code == 422
    assert "larger than 5 MB" in words_of(answer)
    assert not OfferReport.objects.exists()


def test_who_sends_in_the_same_second_is_asked_to_look_and_can_send_then(
    street, people, clock, words_of
):
    ticket = ticket_of(street.post("report", **TYPED))
    clock.forward(seconds=1)
    quick = street.post("report", **TYPED, step="send", ticket=ticket)
    clock.forward(seconds=4)
    later = street.post("report", **TYPED, step="send", ticket=ticket_of(quick))

    assert quick.status_code == 422
    assert "That was very quick" in words_of(quick)
    assert ticket_of(quick) == ticket
    assert "has arrived" in words_of(later)


def test_a_page_of_another_day_is_looked_through_again(send, clock, words_of):
    clock.forward(days=2)

    answer = send()

    assert answer.status_code == 422
    assert "open for a long time" in words_of(answer)
    clock.forward(seconds=5)
    assert "has arrived" in words_of(send(ticket=ticket_of(answer)))


def test_beyond_what_can_be_taken_in_an_hour_nothing_typed_is_lost(
    send, clock, words_of, monkeypatch
):
    monkeypatch.setattr(policies, "REPORTS_AN_HOUR", 0)

    answer = send()

    assert answer.status_code == 429
    assert answer["Retry-After"] == str(3600 - 10)
    assert "Not sent yet" in words_of(answer)
    assert TYPED["agency"] in words_of(answer)
    assert not OfferReport.objects.exists()
    monkeypatch.setattr(policies, "REPORTS_AN_HOUR", 1)
    clock.forward(hours=1)
    assert "has arrived" in words_of(send(ticket=ticket_of(answer)))


def test_a_report_that_was_taken_costs_nothing_of_the_budget_again(send, words_of, monkeypatch):
    monkeypatch.setattr(policies, "REPORTS_AN_HOUR", 1)

    assert [send().status_code for _number in range(3)] == [200, 200, 200]


def test_when_no_more_pictures_can_be_taken_the_words_still_are(send, words_of, monkeypatch):
    monkeypatch.setattr(policies, "PICTURES_A_DAY", 0)

    refused = send(picture=photo())

    assert refused.status_code == 422
    assert "No more pictures can be taken today" in words_of(refused)
    assert "has arrived" in words_of(send(ticket=ticket_of(refused)))


def test_what_was_written_can_be_changed(street, looked_through):
    answer = street.post("report", **TYPED, step="edit")

    assert answer.status_code == 200
    for words in (TYPED["agency"], TYPED["link"], "Кырк киши кетти."):
        assert words in answer.text
    assert re.search(r'value="TR" selected', answer.text)


def test_a_field_that_is_too_long_is_named_and_kept(street, people, words_of):
    answer = street.post("report", **(TYPED | {"fee": "ш" * 301}))

    assert answer.status_code == 422
    assert "What do they want you to pay, and for what? – This is too long." in words_of(answer)
    assert "ш" * 301 in answer.text


def test_a_form_from_another_site_reports_nothing(street, looked_through):
    data = {**TYPED, "step": "send", "ticket": ticket_of(looked_through)}
    street.client.post(street.address("report"), data, headers={"sec-fetch-site": "cross-site"})

    assert not OfferReport.objects.exists()


def test_where_nobody_can_read_the_page_says_so_with_numbers(db, clock, street, words_of):
    OrganisationKey.objects.all().delete()

    said = words_of(street.get("report"))

    assert "Reports cannot be taken here yet" in said
    assert "189" in said
    assert "<textarea" not in street.get("report").text


def test_a_body_that_lost_its_key_meanwhile_takes_nothing_and_the_words_stay(send, words_of):
    OrganisationKey.objects.all().delete()

    answer = send()

    assert answer.status_code == 503
    assert "Reports cannot be taken here yet" in words_of(answer)
    assert TYPED["agency"] in words_of(answer)


def test_the_installation_may_name_another_body(street, people, settings, words_of):
    settings.OFFERS_GO_TO = ("unheard-of", people.stranger.organisation.code)

    assert people.stranger.organisation.name in words_of(street.get("report"))
    assert people.ministry.code == RECEIVER


def test_a_copy_of_the_database_with_every_secret_holds_no_typed_word(send, people, clock):
    send(picture=photo("blue"))
    services.settle(
        OfferReport.objects.get().pk,
        "passed_on",
        seen="new",
        note="прокуратурага жиберилди",
        actor=people.officer.actor,
    )
    clock.forward(days=1)
    services.count_days()
    typed = [words for name, words in TYPED.items() if name not in {"country", "channel"}]
    needles = [*" ".join(typed).replace("\n", " ").split(" "), *typed, "прокуратурага"]
    forms = [form for needle in needles if len(needle) > 3 for form in disguises(needle)]
    forms += [b"messenger", b"JFIF", b"where-i-live", b"127.0.0.1"]

    values = list(every_value())
    found = [piece for piece in everything_that_opens(values) if any(f in piece for f in forms)]

    assert b"TR" in values  # the search finds what is not sealed
    assert not found


def test_nothing_kept_tells_in_which_minute_somebody_wrote(send, clock):
    clock.set(2026, 3, 2, 9, 17, 43)
    send()
    clock.forward(days=1)
    services.count_days()

    raw = [value for value in every_value() if b"2026-03-02 03:17" in value or b"T03:17" in value]

    assert not raw


@pytest.mark.django_db(transaction=True)
def test_a_form_that_comes_twice_at_once_is_one_report(people, pack, clock):
    street = Client()
    first = street.post("/en/offers/report/", TYPED)
    data = {**TYPED, "step": "send", "ticket": ticket_of(first)}
    clock.forward(seconds=5)

    answers = at_once(*[lambda: Client().post("/en/offers/report/", data)] * 2)

    assert [answer.status_code for answer in answers] == [200, 200]
    assert OfferReport.objects.count() == 1

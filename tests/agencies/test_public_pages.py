"""The pages for everybody: one clear answer, nothing kept of who asked, the same page for all readers."""

from datetime import date
from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from korgoo.agencies import api, services, wishes
from korgoo.agencies.models import Watch
from korgoo.lib.public_forms import SIZE
from tests.agencies.conftest import Visitor, agency, bring, csv_of, decision, granted, suspend

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def code_on(answer):
    return answer.text.split('name="code" value="')[1].split('"')[0]


def test_the_question_is_one_page_without_cookie_or_token(visitor, people):
    answer = visitor.get()

    assert answer.status_code == 200
    assert not answer.cookies
    assert "csrfmiddlewaretoken" not in answer.text
    assert answer.text.count("<option") > 200


def test_yes_is_said_with_the_day_the_decision_and_what_to_ask_for(visitor, people, words_of):
    answer = visitor.check("ала тоо жоб")
    said = words_of(answer)

    assert "Yes. On 2 March 2026 this agency may send people" in said
    assert "valid until 31 December 2026" in said
    assert "Invented list" in said
    assert "no promise" in said
    assert "safe" not in said.replace("Helpline on safe migration", "").lower()


def test_an_answer_leaves_nothing_behind(visitor, people):
    answer = visitor.check("ала тоо жоб")

    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert len(answer.content) % SIZE == 0
    assert not answer.cookies


def test_asking_writes_nothing(visitor, people):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        visitor.check("ала тоо жоб")
        visitor.check("ала")
        visitor.check("nobody")

    assert not [q for q in asked if q["sql"].split()[0] not in {"SELECT", "SAVEPOINT", "RELEASE"}]


def test_suspended_this_morning_is_loud(visitor, people, words_of):
    suspend(people, number="21-4")
    answer = visitor.check("Ala-Too Job")
    said = words_of(answer)

    assert "No. On 2 March 2026 this agency may not send people" in said
    assert "Its permit was suspended today." in said
    assert "If you have already paid" in said
    assert "Do not pay." in said
    assert "21-4" in said
    assert 'role="alert"' in answer.text


def test_a_past_day_is_answered_for_that_day(visitor, people, words_of):
    suspend(people)

    said = words_of(visitor.check("Ala-Too Job", day_day="1", day_month="3", day_year="2026"))

    assert "Yes. On 1 March 2026 this agency was allowed" in said


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"name": ""}, "Write the name of the agency."),
        ({"country": ""}, "Choose the country."),
        ({"country": "KG"}, "Choose one of the countries."),
        (
            {"day_day": "3", "day_month": "3", "day_year": "2026"},
            "Choose today or a day that has passed.",
        ),
        ({"day_day": "31", "day_month": "2", "day_year": "2026"}, "There is no such day."),
        ({"day_day": "1", "day_month": "1", "day_year": "1980"}, "Choose a day since 1991."),
    ],
)
def test_what_is_wrong_is_said_with_everything_typed_kept(visitor, people, words_of, asked, words):
    answer = visitor.post(**({"name": "Кыял Жоб", "country": "TR"} | asked))

    assert answer.status_code == 422
    assert words in words_of(answer)
    assert "Кыял Жоб" in answer.text or asked.get("name") == ""


def test_a_like_name_is_asked_back_and_can_be_chosen(visitor, people, words_of):
    first = visitor.check("ала тоо")
    assert "Which agency do you mean?" in words_of(first)
    assert "Yes." not in words_of(first)

    chosen = visitor.check("ала тоо", agency=str(people.ala_too.pk))
    none = visitor.check("ала тоо", agency="none")

    assert "Yes. On 2 March 2026" in words_of(chosen)
    assert "not in the register on 2 March 2026" in words_of(none)


def test_the_past_day_is_kept_while_choosing(visitor, people):
    answer = visitor.check("ала тоо", day_day="1", day_month="2", day_year="2026")

    assert 'name="day_month" value="2"' in answer.text


def test_not_found_is_an_answer_with_advice_and_numbers(visitor, people, words_of):
    said = words_of(visitor.check("Nobody Knows Us"))

    assert "This name is not in the register on 2 March 2026." in said
    assert "Do not pay" in said
    assert "189" in said


def test_an_agency_that_is_gone_is_not_found(visitor, people):
    answer = visitor.check("x", agency="00000000-0000-4000-8000-000000000000")

    assert answer.status_code == 404


def test_a_copy_of_the_page_on_another_server_can_ask(people, words_of):
    answer = Visitor(**{"sec-fetch-site": "cross-site"}).check("Ala-Too Job")

    assert "Yes. On 2 March 2026" in words_of(answer)


def test_the_list_says_of_which_day_it_is_and_when_it_is_old(visitor, people, clock, words_of):
    assert "No list of the Ministry is here yet." in words_of(visitor.get())
    bring(csv_of({}), actor=people.editor.actor)
    assert "From the list of 1 March 2026." in words_of(visitor.get())
    clock.forward(days=60)

    assert "This list is old." in words_of(visitor.get())


def test_countries_are_listed_with_how_many_may_send_there(visitor, people, words_of):
    said = words_of(visitor.get("list/"))

    assert "Türkiye 1" in said
    assert "Germany 0" in said


def test_a_country_lists_who_may_and_who_was_stopped(visitor, people, words_of):
    granted(people.quill, people.editor.actor, number="6")
    suspend(people)
    said = words_of(visitor.get("list/TR/"))

    stopped, _heading, allowed = said.partition("Agencies with a valid permit")
    assert "Ala-Too Job" in stopped
    assert "White Quill" in allowed
    assert "Ala-Too Job" not in allowed.partition("A permit is no promise")[0]


def test_the_page_of_an_agency_tells_all_that_was_decided(visitor, people, words_of):
    wrong = suspend(people)
    facts = decision("suspended", date(2026, 3, 1))
    services.correct_decision(wrong.pk, facts, "The day was misread", actor=people.editor.actor)
    said = words_of(visitor.get(f"a/{people.ala_too.pk}/"))

    assert "Its permit is suspended since 1 March 2026." in said
    assert "Corrected since: does not count" in said
    assert "Corrects an earlier entry: The day was misread" in said
    assert "Granted" in said


@pytest.mark.parametrize(
    "rest", ["list/JP/", "list/JP/feed.xml", "a/00000000-0000-4000-8000-000000000000/"]
)
def test_what_is_not_there_is_not_found(visitor, people, rest):
    assert visitor.get(rest).status_code == 404


def test_every_public_page_is_drawn_once_and_anew_after_a_change(visitor, people):
    for path in api.public_paths():
        first = visitor.client.get(path)
        assert first.status_code == 200, path
        assert not first.cookies, path
        assert visitor.client.get(path).content == first.content, path
    before = visitor.get(f"a/{people.ala_too.pk}/").content
    suspend(people)

    assert visitor.get(f"a/{people.ala_too.pk}/").content != before


def test_a_page_drawn_once_asks_one_question(visitor, people, django_assert_num_queries):
    visitor.get("list/TR/")

    with django_assert_num_queries(1):
        visitor.get("list/TR/")


def test_a_search_does_not_read_all_names_each_time(
    visitor, people, django_assert_max_num_queries
):
    visitor.check("ала тоо жоб")

    with CaptureQueriesContext(connection) as asked:
        visitor.check("ала тоо жоб")
    assert not [q for q in asked if "agencyname" in q["sql"] and "IN (" not in q["sql"]]


def test_feeds_are_atom_with_stable_names_and_the_newest_first(visitor, people):
    last = suspend(people)
    for rest in ("feed.xml", "list/TR/feed.xml", f"a/{people.ala_too.pk}/feed.xml"):
        answer = visitor.get(rest)
        assert answer["Content-Type"].startswith("application/atom+xml")
        feed = ET.fromstring(answer.content)  # noqa: S314 - our own
        entries = feed.findall(f"{ATOM}entry")
        assert f"urn:uuid:{last.pk}" in [e.findtext(f"{ATOM}id") for e in entries]
        assert any(
            "Suspended: Ala-Too Job, Türkiye" in e.findtext(f"{ATOM}title") for e in entries
        )
        assert "White Quill" not in answer.text or rest == "feed.xml"


def test_a_feed_without_decisions_is_of_no_hour(visitor, people):
    new = agency("Жаңы Кайык")

    assert "<updated>2026-01-01T00:00:00" in visitor.get(f"a/{new.pk}/feed.xml").text


def test_invented_agencies_say_so_on_every_answer(visitor, people, words_of, settings):
    row = agency("Үлгү", "Образец", "Sample", is_fictitious=True)
    granted(row, people.editor.actor, number="9")
    said = "invented for the demonstration"

    assert said in words_of(visitor.check("Sample"))
    assert said in words_of(visitor.get(f"a/{row.pk}/"))
    settings.DEMO = True
    for answer in (
        visitor.check("Nobody"),
        visitor.check("ала"),
        visitor.get("list/TR/"),
        visitor.get(),
    ):
        assert said in words_of(answer)


def test_words_are_shown_first_and_kept_when_the_person_has_them(visitor, people, words_of):
    wish = {"agency": str(people.ala_too.pk), "country": "TR"}
    first = visitor.post("watch/", **wish)
    assert "Write these seven words down" in words_of(first)
    assert not Watch.objects.exists()
    code = code_on(first)

    for _time in range(2):
        assert "Your words are kept" in words_of(visitor.post("watch/", **wish, code=code))

    row = Watch.objects.get()
    assert (row.country, row.asked_on) == ("TR", date(2026, 3, 2))
    assert not set(code.split()) & set(str(row.__dict__).split())


def test_the_words_show_what_came_since(visitor, people, clock, words_of):
    wish = {"agency": str(people.ala_too.pk), "country": "TR"}
    clock.forward(days=1)
    code = code_on(visitor.post("watch/", **wish))
    visitor.post("watch/", **wish, code=code)
    clock.forward(days=2)
    assert "Nothing was recorded on that day or since." in words_of(
        visitor.post("watched/", code=code)
    )

    suspend(people, date(2026, 3, 5))
    answer = visitor.post("watched/", code=f"1. {code.upper()}")
    said = words_of(answer)

    assert "No. On 5 March 2026" in said
    assert "What was recorded on that day or since" in said
    assert "Suspended" in said
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("code", ["", "one two three", "мен эч нерсе билбейм бул жөнүндө такыр"])
def test_words_that_lead_nowhere_say_so(visitor, people, code):
    answer = visitor.post("watched/", code=code)

    assert answer.status_code == 422


@pytest.mark.parametrize(
    "wish",
    [
        {},
        {"agency": "x", "country": "TR"},
        {"agency": "00000000-0000-4000-8000-000000000000", "country": "?"},
    ],
)
def test_a_wish_about_nothing_keeps_nothing(visitor, people, wish):
    assert visitor.post("watch/", **wish).status_code == 422
    assert not Watch.objects.exists()


def test_a_wish_from_another_site_shows_words_and_keeps_nothing(people, words_of):
    elsewhere = Visitor(**{"sec-fetch-site": "cross-site"})
    wish = {"agency": str(people.ala_too.pk), "country": "TR"}

    first = elsewhere.post("watch/", **wish)
    second = elsewhere.post("watch/", **wish, code=code_on(first))

    assert "Write these seven words down" in words_of(first)
    assert second.status_code == 422
    assert not Watch.objects.exists()


def test_when_very_many_look_at_once_nothing_is_lost(visitor, people, monkeypatch, words_of):
    wish = {"agency": str(people.ala_too.pk), "country": "TR"}
    code = code_on(visitor.post("watch/", **wish))
    monkeypatch.setattr(wishes, "MOST", 0)

    kept, looked = visitor.post("watch/", **wish, code=code), visitor.post("watched/", code=code)

    assert kept.status_code == 429
    assert code_on(kept) == code
    assert looked.status_code == 422
    assert code in looked.text
    for answer in (kept, looked):
        assert "Very many people read now." in words_of(answer)

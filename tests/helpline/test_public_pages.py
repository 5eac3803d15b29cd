"""The pages of somebody without a name: no cookie, no trace, nothing lost, nothing pretended."""

import pytest
from django.test import override_settings
from django.urls import reverse
from django.utils import translation

from korgoo.access.models import Flood
from korgoo.helpline import api, policies, selectors, services
from korgoo.helpline.enums import Danger, State
from korgoo.helpline.models import Attachment, Conversation, Message
from korgoo.lib import clock as platform_clock
from korgoo.lib import word_codes
from tests.helpline.conftest import PLACE_TAKEN, TEXT, fresh, hidden, told, upload

pytestmark = pytest.mark.django_db
NAMES = ("start", "write", "read")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_a_page_sets_no_cookie_and_holds_no_token(house, somebody, name, language):
    with translation.override(language):
        page = somebody.client.get(reverse(f"helpline_public:{name}"))
    assert page.status_code == 200
    assert not page.cookies
    assert "csrf" not in page.text
    assert f'lang="{language}"' in page.text
    assert ">102<" in page.text.replace("<strong>", ">").replace("</strong>", "<")


@pytest.mark.parametrize("name", ["write", "read"])
def test_pages_of_one_person_are_never_kept_and_tell_nothing_in_the_title(house, somebody, name):
    page = somebody.get(name)
    assert page["Cache-Control"] == "no-store, private"
    assert page["Referrer-Policy"] == "no-referrer"
    assert len(page.content) % (16 * 1024) == 0
    assert "<title>Information" in page.text
    assert "noindex" in page.text


def test_the_first_page_is_drawn_once_and_anew_when_somebody_answers(house, somebody, monkeypatch):
    assert "Ask for help" in somebody.get("start").text
    monkeypatch.setattr(selectors, "bodies_that_answer", list)
    page = somebody.get("start").text
    assert "Nobody can read messages here yet." in page
    assert "write/" not in page
    assert api.version() is None


def test_what_is_the_same_for_everybody_is_listed_in_every_language():
    assert api.public_paths() == ["/ky/ask/", "/ru/ask/", "/en/ask/"]


def test_every_page_to_write_shows_words_of_its_own_before_sending(house, somebody):
    codes = {hidden(somebody.get("write").text, "words") for _n in range(5)}
    assert len(codes) == 5
    for code in codes:
        assert word_codes.read_code(code) == code
        assert set(code.split()) <= set(word_codes.words_of("en"))
    page = somebody.get("write").text
    assert all(f"<li>{word}</li>" in page for word in hidden(page, "words").split())


def test_a_message_is_sent_and_answered_and_read(house, somebody, clock):
    sent, page = somebody.writes(clock, photo=upload())
    assert page.status_code == 200
    assert "Your message has arrived, sealed." in page.text
    assert all(f"<li>{word}</li>" in page.text for word in sent["words"].split())

    conversation = Conversation.objects.get()
    made = services.open_photo(
        conversation.pk, Message.objects.get().key, actor=house.operator.actor
    )
    assert PLACE_TAKEN not in made.data
    services.answer(conversation.pk, "Call 189 today.", actor=house.operator.actor)

    read = somebody.post("read", words=sent["words"].upper().replace(" ", ", "))
    assert read.status_code == 200
    assert TEXT in read.text
    assert "Call 189 today." in read.text
    assert "With a picture." in read.text
    assert not somebody.client.cookies


def test_the_page_sent_twice_is_one_message(house, somebody, clock):
    sent, first = somebody.writes(clock)
    again = somebody.post("write", **sent)
    assert first.status_code == again.status_code == 200
    assert Message.objects.count() == 1


def test_one_writes_again_in_the_same_conversation(house, somebody, clock):
    _conversation, code = told()
    page = somebody.post("read", words=code).text
    clock.forward(seconds=20)
    form = somebody.form(page, step="write", text="They came back.", danger="yes")
    answer = somebody.post("read", **form)
    assert "Your message was sent" in answer.text
    assert "do not wait for the answer. Call." in answer.text
    assert [m.text for m in services.read(code).messages] == [TEXT, "They came back."]
    assert Conversation.objects.get().danger == Danger.YES


def test_what_was_written_again_with_a_mistake_is_shown_again(house, somebody, clock):
    _conversation, code = told()
    page = somebody.post("read", words=code).text
    clock.forward(seconds=20)
    answer = somebody.post("read", **somebody.form(page, step="write", text="They came back."))
    assert answer.status_code == 422
    assert "They came back." in answer.text
    assert TEXT in answer.text
    assert Message.objects.count() == 1


def test_one_erases_after_being_asked_once(house, somebody):
    _conversation, code = told(photo=b"x")
    asked = somebody.post("read", words=code, step="erase")
    assert "Erase everything?" in asked.text
    assert Message.objects.count() == 1

    erased = somebody.post("read", words=code, step="erased")
    assert "It is erased." in erased.text
    assert not Conversation.objects.exists()
    assert not Attachment.objects.exists()


def test_unknown_and_erased_words_get_the_same_answer(house, somebody):
    _conversation, code = told()
    services.erase_by_words(code)
    pages = [
        somebody.post("read", words=words) for words in (code, word_codes.new_code("ky").canonical)
    ]
    assert {page.status_code for page in pages} == {422}
    texts = [page.text.split("<!--")[0] for page in pages]
    words = [hidden_words(text) for text in texts]
    assert texts[0].replace(words[0], "") == texts[1].replace(words[1], "")
    assert len({len(page.content) for page in pages}) == 1
    assert "Nothing lies behind these words." in texts[0]


def hidden_words(text):
    return text.partition("</textarea>")[0].rpartition(">")[2]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"text": ""}, "Write something, or add a picture."),
        ({"danger": ""}, "Choose one of the answers."),
        ({"way": "call"}, "Write the number, or choose another way above."),
        ({"website": "https://example.org"}, "A hidden line was filled in."),
        ({"words": "no words of ours"}, "The seven words were lost."),
        ({"shown": "1:forged"}, "That was very quick."),
        ({"text": "x" * 4001}, "This is too long."),
        ({"photo": upload(b"MZ not a picture")}, "picture"),
        ({"photo": upload(b"")}, "The file is empty."),
    ],
)
def test_a_mistake_is_named_and_nothing_typed_is_lost(house, somebody, clock, changed, said):
    sent, page = somebody.writes(clock, phone="", **changed)
    assert page.status_code == 422
    assert said in page.text
    assert not Message.objects.exists()
    if changed.get("text") is None:
        assert TEXT in page.text
    if "words" not in changed:
        assert hidden(page.text, "words") == sent["words"]
        assert hidden(page.text, "form") == sent["form"]
    else:
        assert word_codes.read_code(hidden(page.text, "words"))


def test_a_picture_that_was_too_large_is_not_dropped_in_silence(house, somebody, clock, settings):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 100
    _sent, page = somebody.writes(clock, photo=upload())
    assert page.status_code == 422
    assert "larger than 5 MB" in page.text
    assert TEXT in page.text


def test_a_cry_is_taken_at_once(house, somebody):
    page = somebody.get("write").text
    given = {"text": "help", "danger": "yes", "way": "here", "language": "ky"}
    answer = somebody.post("write", **somebody.form(page, **given))
    assert answer.status_code == 200
    assert "do not wait for the answer. Call." in answer.text
    assert Conversation.objects.get().danger == Danger.YES


@pytest.mark.parametrize("name", ["write", "read"])
def test_another_site_sends_nothing(house, somebody, clock, name):
    _conversation, code = told()
    page = somebody.get("write").text
    clock.forward(seconds=30)
    given = {"text": "forged", "danger": "no", "way": "here", "language": "ky", "step": "erased"}
    form = somebody.form(page, **given) | ({"words": code} if name == "read" else {})
    answer = somebody.client.post(
        somebody.address(name), form, headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert answer.status_code == 200
    assert Message.objects.count() == 1
    assert TEXT not in answer.text


def test_many_tries_to_read_wait_a_minute_for_right_and_wrong_words_alike(house, somebody, clock):
    _conversation, code = told()
    policy = policies.WORDS_TRIED_PER_MINUTE
    moment = platform_clock.now().replace(second=0, microsecond=0)
    Flood.objects.create(name="helpline:words", began_at=moment, taken=policy)

    for words in (code, word_codes.new_code("ky").canonical):
        page = somebody.post("read", words=words)
        assert page.status_code == 422
        assert "Wait a minute, then try again." in page.text
        assert words in page.text

    clock.forward(minutes=1)
    assert TEXT in somebody.post("read", words=code).text


def test_too_many_messages_lose_nothing(house, somebody, clock):
    Flood.objects.create(
        name="helpline:message",
        began_at=policies.to_the_hour(platform_clock.now()),
        taken=policies.SENT_PER_HOUR,
    )
    sent, page = somebody.writes(clock)
    assert page.status_code == 422
    assert "Very many messages come in now." in page.text
    assert TEXT in page.text
    assert hidden(page.text, "words") == sent["words"]


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        ("refuse", "was destroyed"),
        ("end", "Call 189."),
        ("pass_on", "Nothing that you wrote was given to them."),
    ],
)
def test_the_person_learns_what_became_of_it(house, somebody, deed, said):
    conversation, code = told()
    services.answer(conversation.pk, "Call 189.", actor=house.operator.actor)
    given = {"body": "ministry-labour", "text": "Go there."} if deed == "pass_on" else {}
    getattr(services, deed)(conversation.pk, **given, actor=house.operator.actor)
    assert fresh(conversation).state != State.ANSWERED
    assert said in somebody.post("read", words=code).text


def test_the_language_of_the_page_is_offered_first_and_others_too(house, somebody):
    page = somebody.get("write").text
    assert '<option value="en" selected>English' in page
    assert 'value="uz"' in page


@override_settings(DEMO=True)
def test_a_demonstration_says_so(house, somebody):
    assert "Demonstration" in somebody.get("write").text

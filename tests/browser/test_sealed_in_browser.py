"""Help without a name, sealed by the browser itself: nothing that is typed leaves it in clear."""

import json
from base64 import b64encode
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote, quote_plus, urlsplit

import pytest
from django.core.handlers.wsgi import WSGIRequest
from playwright.sync_api import expect

from korgoo import helpline as package
from korgoo.access.enums import Mandate, Role
from korgoo.helpline import services
from korgoo.helpline.models import Conversation, Message
from korgoo.lib import word_codes
from korgoo.lib.spelling import skeleton
from tests import factories
from tests.browser.steps import wait_for
from tests.helpline.conftest import PLACE_TAKEN, note, picture

pytestmark = pytest.mark.browser
TEXT = "кожоюн паспортту алып койду, чыга албай жатам"
STATIC = Path(package.__file__).parent / "static" / "korgoo"
NOTHING_WAITS = """!!self.korgooQueue
  && self.korgooQueue.waiting().then((all) => all.length === 0)"""
KEYBOARD = str.maketrans("ңөү", "ноу")


@pytest.fixture
def operator(transactional_db, clock):
    at = factories.organisation(Mandate.ADVISE, code="centre-employment-abroad")
    return factories.member(Role.HOTLINE_OPERATOR, at=at)


@pytest.fixture
def phone(new_context, live_server):
    """Open telephones of people without a name; each remembers what it sent and what went wrong."""
    made = []

    def make(**context):
        # The worker sends what waits, too: here the page alone is looked at.
        page = new_context(**{"service_workers": "block"} | context).new_page()
        page.sent, page.wrong = [], []
        page.on("request", lambda request: page.sent.append(request))
        page.on("pageerror", lambda error: page.wrong.append(str(error)))
        page.on("console", lambda line: line.type == "error" and page.wrong.append(line.text))
        page.root = live_server.url
        made.append(page)
        return page

    return make


@pytest.fixture
def arrived(monkeypatch):
    """Keep all that reaches the server, byte for byte: addresses, headers, bodies."""
    kept, begin = [], WSGIRequest.__init__

    def watched(request, environ):
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        heads = {name: value for name, value in environ.items() if isinstance(value, str)}
        kept.append(json.dumps(heads).encode() + body)
        begin(request, environ | {"wsgi.input": BytesIO(body)})

    monkeypatch.setattr(WSGIRequest, "__init__", watched)
    return kept


def tells(arrived, *secrets):
    """Say which secrets stand in what reached the server."""
    whole = b"\n".join(arrived)
    assert b'name="locator"' in whole  # the search sees what was sent
    return {secret for secret in secrets if any(form in whole for form in forms_of(secret))}


def forms_of(secret):
    """Write a secret as a body may carry it: plain, in base64 at any place, in an address, in JSON."""
    plain = secret.encode()
    yield plain
    yield quote(secret).encode()
    yield quote_plus(secret).encode()
    yield json.dumps(secret)[1:-1].encode()
    for shift in range(3):  # what stands before it moves its letters
        yield b64encode(b"\0" * shift + plain)[4 if shift else 0 : -4]


def secrets_of(words):
    return [TEXT, " ".join(words), "\n".join(words), *[" ".join(p) for p in pairwise(words)]]


def opens(page, name, language="ky"):
    page.goto(f"{page.root}/{language}/ask/{name}")
    expect(page.locator("[data-korgoo-ask][data-sealed=yes]")).to_be_attached(timeout=30_000)


def fills(page, text=TEXT, photo=None):
    page.locator("input[name=danger][value=unknown]").check()
    page.locator("textarea[name=text]").fill(text)
    if photo:
        file = {"name": "IMG.jpg", "mimeType": "image/jpeg", "buffer": photo}
        page.locator("input[name=photo]").set_input_files(file)
    words = page.locator("[data-korgoo-words] li").all_text_contents()
    page.locator("form button[type=submit]").first.click()
    return words


def texts_of(words):
    return [message.text for message in services.read(" ".join(words)).messages]


def says(page, name):
    expect(page.locator(f"[data-korgoo-say={name}]")).to_be_visible(timeout=30_000)


def test_the_words_of_the_browser_are_those_of_the_server():
    shipped = json.loads((STATIC / "words.json").read_text(encoding="utf-8"))
    assert shipped == {code: list(word_codes.words_of(code)) for code in word_codes.LANGUAGES}


def test_a_message_leaves_the_browser_sealed_and_the_helpline_opens_it(operator, phone, arrived):
    page = phone()
    opens(page, "write/")
    words = fills(page, photo=picture())
    says(page, "taken")
    assert page.locator("textarea[name=text]").is_hidden()

    assert len(words) == 7
    assert not tells(arrived, *secrets_of(words))
    assert PLACE_TAKEN not in b"".join(arrived)
    assert {urlsplit(request.url).netloc for request in page.sent} == {urlsplit(page.root).netloc}
    assert not page.wrong
    assert not page.context.cookies()

    conversation = Conversation.objects.get()
    [message] = services.open_messages(conversation.pk, actor=operator.actor)
    assert message.text == TEXT
    made = services.open_photo(conversation.pk, message.key, actor=operator.actor)
    assert made.media_type == "image/jpeg"
    # The server comes to the same place and key by the same words.
    assert texts_of(words) == [TEXT]


def test_an_answer_is_read_and_all_is_erased_in_another_browser(operator, phone, arrived):
    code = word_codes.new_code("ky").canonical
    words, conversation = code.split(), services.send(note(TEXT), code)
    services.answer(conversation.pk, "Биз жардам беребиз.\n189", actor=operator.actor)

    page = phone()
    opens(page, "read/", language="ru")
    typed = "\n".join(f"{n}. {word}" for n, word in enumerate(words, 1)).upper()
    page.locator("textarea[name=words]").fill(typed.translate(KEYBOARD))
    page.locator("form button[type=submit]").first.click()
    expect(page.locator("[data-korgoo-messages]")).to_contain_text("Биз жардам беребиз.")
    expect(page.locator("[data-korgoo-messages]")).to_contain_text(TEXT)

    again = page.locator("form[data-korgoo-again]")
    again.locator("textarea[name=text]").fill("чоң рахмат")
    again.locator("input[name=danger][value=no]").check()
    again.locator("button[type=submit]").click()
    says(page, "taken")
    assert texts_of(words)[-1] == "чоң рахмат"

    page.locator("[data-korgoo-erase]").click()
    page.locator("[data-korgoo-erase-now]").click()
    says(page, "erased")
    assert not Conversation.objects.exists()
    assert not tells(arrived, *secrets_of(words), typed, "рахмат")
    assert not page.wrong


@pytest.mark.parametrize("language", word_codes.LANGUAGES)
def test_the_browser_reads_words_as_the_server_does(operator, phone, language):
    code = word_codes.new_code(language).canonical
    services.send(note(TEXT), code)
    words = code.split()
    slipped = [w[:2] + w[3:] if len(w) > 4 and n < 3 else w for n, w in enumerate(words)]
    for typed in (" ".join(skeleton(word) for word in words), ", ".join(slipped)):
        if word_codes.read_code(typed) != code:
            continue  # a slip that the server does not take either
        page = phone()
        opens(page, "read/", language="en")
        page.locator("textarea[name=words]").fill(typed)
        page.locator("form button[type=submit]").first.click()
        expect(page.locator("[data-korgoo-messages]")).to_contain_text(TEXT, timeout=30_000)


def test_without_a_line_it_waits_sealed_and_goes_once(operator, phone):
    page = phone()
    opens(page, "write/")
    page.context.set_offline(True)
    words = fills(page)
    says(page, "later")
    expect(page.locator("[data-korgoo-waiting]")).to_be_visible()
    kept = page.evaluate(
        "self.korgooQueue.waiting().then((all) => JSON.stringify(all.map((one) => ["
        "one.facts, Array.from(one.sealed.sealed).length])))"
    )
    assert TEXT not in kept
    assert words[0] not in kept
    assert not Message.objects.exists()

    page.context.set_offline(False)
    expect(page.locator("[data-korgoo-waiting]")).to_be_hidden(timeout=30_000)
    says(page, "taken")
    expect(page.locator("[data-korgoo-say=later]")).to_be_hidden()
    page.evaluate("self.korgooQueue.flush()")
    assert Message.objects.count() == 1
    assert texts_of(words) == [TEXT]
    assert page.evaluate("self.korgooQueue.waiting().then((all) => all.length)") == 0


def test_what_waited_goes_on_the_next_visit(operator, phone):
    page = phone()
    opens(page, "write/")
    page.route("**/sealed/", lambda route: route.abort())
    words = fills(page)
    says(page, "later")
    page.unroute("**/sealed/")

    page.goto(f"{page.root}/ky/ask/")
    expect(page.locator("[data-korgoo-waiting]")).to_be_hidden()
    wait_for(lambda: page.evaluate(NOTHING_WAITS), "the end of waiting")
    assert texts_of(words) == [TEXT]


def test_the_worker_sends_what_waits_where_no_page_can(operator, phone):
    page = phone(service_workers="allow")
    opens(page, "write/")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.route("**/sealed/", lambda route: route.abort())  # of the page alone
    words = fills(page)
    says(page, "later")
    wait_for(lambda: page.evaluate(NOTHING_WAITS), "the worker's sending")
    assert texts_of(words) == [TEXT]


def test_what_was_refused_after_it_waited_is_told_once(operator, phone):
    page = phone()
    opens(page, "write/")
    page.route("**/sealed/", lambda route: route.abort())
    fills(page)
    says(page, "later")
    page.goto("about:blank")  # the page that wrote it would send it again, and tell it there
    no = json.dumps({"is_refused": True, "message": "Nobody has this key."})
    page.route("**/sealed/", lambda route: route.fulfill(status=409, body=no))
    page.goto(f"{page.root}/ky/ask/")
    expect(page.locator("[data-korgoo-refused]")).to_contain_text("Nobody has this key.")
    page.reload()
    wait_for(lambda: page.evaluate(NOTHING_WAITS), "the end of waiting")
    expect(page.locator("[data-korgoo-refused]")).to_be_hidden()
    assert not Message.objects.exists()


def test_a_line_that_lies_ends_no_waiting(operator, phone):
    """A login page of a hotel's network answers everything with 200 and its own words."""
    page = phone()
    opens(page, "write/")
    page.route("**/sealed/", lambda route: route.fulfill(status=200, body="<h1>Welcome</h1>"))
    words = fills(page)
    says(page, "later")
    page.unroute("**/sealed/")
    page.evaluate("Promise.all([self.korgooQueue.flush(), self.korgooQueue.flush()])")
    assert Message.objects.count() == 1
    assert texts_of(words) == [TEXT]


def test_a_browser_that_cannot_seal_goes_the_way_of_the_server(operator, phone, clock):
    page = phone()
    page.add_init_script("delete SubtleCrypto.prototype.deriveBits")
    page.goto(f"{page.root}/ky/ask/write/")
    page.wait_for_load_state("networkidle")
    expect(page.locator("[data-korgoo-code]")).to_be_visible()
    assert not page.locator("[data-sealed=yes]").count()
    clock.forward(seconds=30)
    words = fills(page)
    expect(page.locator("[data-korgoo-words] li")).to_have_count(7)
    assert texts_of(words) == [TEXT]


def test_wrong_words_are_told_apart_from_unknown_ones(operator, phone):
    page = phone()
    opens(page, "read/", language="en")
    page.locator("textarea[name=words]").fill("these are not the words")
    page.locator("form button[type=submit]").first.click()
    says(page, "words")
    page.locator("textarea[name=words]").fill(word_codes.new_code("en").canonical)
    page.locator("form button[type=submit]").first.click()
    says(page, "nothing")


@pytest.mark.parametrize(("changed", "said"), [("text", "text"), ("danger", "danger")])
def test_a_mistake_is_named_and_nothing_goes_out(operator, phone, changed, said):
    page = phone()
    opens(page, "write/")
    if changed != "text":
        page.locator("textarea[name=text]").fill(TEXT)
    if changed != "danger":
        page.locator("input[name=danger][value=no]").check()
    page.locator("form button[type=submit]").first.click()
    says(page, said)
    assert not Message.objects.exists()
    assert not [request for request in page.sent if "/sealed/" in request.url]

"""Help asked without a name and without scripts, answered, and read by words from another telephone."""

import pytest
from django.utils.translation import gettext as _

from korgoo.access.enums import Mandate, Role
from korgoo.helpline.models import Conversation, Message
from korgoo.lib import word_codes
from tests import factories
from tests.browser.walker import barriers

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TEXT = "кожоюн паспортту алып койду, чыга албай жатам"
ANSWER = "Биз элчилик менен сүйлөштүк. Ойдон чыгарылган жооп."
AGAIN = "чоң рахмат, эртең чалам"


@pytest.fixture
def operator(transactional_db, clock):
    at = factories.organisation(Mandate.ADVISE, code="centre-employment-abroad")
    return factories.member(Role.HOTLINE_OPERATOR, at=at)


def write(person, clock):
    """Ask for help from the first page on; gives the seven words."""
    person.go("/ky/ask/")
    person.follow("main a[href='/ky/ask/write/']")
    assert person.page.title() == "Маалымат"
    person.choose(danger="unknown", way="here")
    person.select(country="RU", language="ky")
    person.fill(text=TEXT)
    words = person.page.locator("[data-korgoo-words] li").all_inner_texts()
    clock.forward(seconds=30)
    person.send("/ask/write/")
    return words


def come_back(person, words, **more):
    person.go("/ky/ask/read/")
    person.fill(words=words)
    person.send("/ask/read/", **more)


def reply(worker):
    """Find the message from home, take it, read it and answer."""
    worker.go("/messages/")
    assert TEXT not in worker.source
    worker.follow("main th a[href^='/messages/']")
    worker.send("/take/")
    assert TEXT in worker.words
    worker.fill(text=ANSWER)
    worker.send("/open/")
    assert worker.path == "/messages/"


def test_asked_without_scripts_answered_and_read_from_another_telephone(walkers, operator, clock):
    person = walkers(scripts=False)
    words = write(person, clock)
    assert len(words) == 7
    assert _("Your message has arrived, sealed.") in person.words
    assert Message.objects.count() == 1
    person.page.reload()  # the browser sends the form again
    assert Message.objects.count() == 1

    reply(walkers(operator, scripts=False))

    other = walkers(scripts=False)
    come_back(other, "\n".join(words).upper())
    assert ANSWER in other.words
    assert TEXT in other.words
    other.choose(danger="no")
    other.fill(text=AGAIN)
    clock.forward(seconds=30)
    other.follow("main form:has(textarea) button[type=submit]")
    assert Message.objects.count() == 3
    come_back(other, " ".join(words))
    assert AGAIN in other.words

    other.follow("main form:has([value=erase]) button")
    other.follow("main form:has([value=erased]) button")
    assert not Conversation.objects.exists()
    come_back(other, " ".join(words), forgive=422)
    assert TEXT not in other.source
    for walker in (person, other):
        assert walker.page.context.cookies() == []
        assert not [path for path in walker.passed if not path.startswith("/ky/ask/")]


def test_a_wrong_word_tells_no_more_than_words_of_nobody(walkers, operator, clock):
    words = write(walkers(scripts=False), clock)
    other = walkers(scripts=False)
    told = []
    for code in (one_word_off(words), word_codes.new_code("ky").canonical):
        come_back(other, code, forgive=422)
        assert TEXT not in other.source
        told.append(other.words)
    assert told[0] == told[1]
    assert word_codes.read_code(" ".join(words)) is not None


def one_word_off(words):
    """Change the last word so that the seven still are a code."""
    for word in word_codes.words_of("ky"):
        code = " ".join([*words[:-1], word])
        if word != words[-1] and word_codes.read_code(code) == code:
            return code
    pytest.fail("no other word makes a code")


def test_no_page_of_help_has_a_barrier(walkers, operator, clock):
    """Sealed by the server, as where a browser cannot: only then the pages after the forms are whole."""
    person = walkers()
    person.page.add_init_script("delete SubtleCrypto.prototype.deriveBits")
    person.go("/ky/ask/write/")
    person.faults += barriers(person.page)
    words = write(person, clock)
    person.faults += barriers(person.page)
    come_back(person, " ".join(words))
    person.faults += barriers(person.page)
    person.follow("main form:has([value=erase]) button")
    person.faults += barriers(person.page)

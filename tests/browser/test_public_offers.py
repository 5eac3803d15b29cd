"""An offer of work: what is wrong with it in words, and a report that only the Ministry opens."""

import re

import pytest
from django.utils.translation import gettext as _

from korgoo.countrypack import api as packs
from korgoo.offers.models import OfferReport
from tests.browser.walker import barriers
from tests.helpline.conftest import PLACE_TAKEN, picture

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
AGENCY = "Ойдон Чыккан Карьера"
TYPED = {"job": "Идиш жууган", "fee": "сексен доллар алдын ала", "text": "Кырк киши кетти."}
SCORE = re.compile(r"\d+\s*(%|/|упай|балл)|\d+\s*ичинен", re.IGNORECASE)


def sign(key):
    return next(one for one in packs.current().offer_signs if one.key == key)


def answer(person, **replies):
    """Answer every question with no, but those that are named."""
    person.go("/ky/offers/")
    given = {one.key: "no" for one in packs.current().offer_signs} | replies
    person.choose(**{f"sign-{key}": value for key, value in given.items()})
    person.select(country="TR")
    person.fill(agency=AGENCY)
    person.send("/offers/")


def looked_at(person, scripts):
    """Ask axe about the page as it stands, and that it calls nothing safe and counts nothing."""
    names = [row.name.in_language("ky") for row in packs.current().hotlines]
    words = person.words
    for name in names:
        words = words.replace(name, "")
    assert "коопсуз" not in words.lower()
    assert not SCORE.search(words)
    assert not person.has("main meter, main progress")
    if scripts:
        person.faults += barriers(person.page)


@SCRIPTS
def test_an_offer_is_judged_in_words_reported_with_a_picture_and_read_by_the_ministry(
    walkers, people, clock, scripts
):
    person = walkers(scripts=scripts)
    answer(person, **{"tourist-visa-for-work": "yes", "hurry": "yes", "no-address": "unknown"})
    told = person.words
    for key, parts in {"tourist-visa-for-work": "sign why ask act", "hurry": "sign why"}.items():
        for part in parts.split():
            assert getattr(sign(key), part).in_language("ky") in told
    assert sign("no-address").ask.in_language("ky") in told
    assert sign("loan-for-ticket").sign.in_language("ky") not in told
    assert person.has("main .korgoo-notice--urgent a[href='tel:189']")
    looked_at(person, scripts)

    person.send("/offers/report/", button="button[value=edit]")
    assert person.page.input_value("main [name=agency]") == AGENCY
    person.fill(**TYPED)
    person.send("/offers/report/")
    assert TYPED["text"] in person.words
    looked_at(person, scripts)
    file = {"name": "IMG_20260301.jpg", "mimeType": "image/jpeg", "buffer": picture()}
    person.page.set_input_files("main [name=picture]", file)
    clock.forward(seconds=30)
    person.send("/offers/report/", button="button[value=send]")
    assert _("Thank you. Your report has arrived.") in person.words
    looked_at(person, scripts)
    assert person.page.context.cookies() == []

    assert_read(walkers(people.coordinator, scripts=scripts, eye=scripts))


def assert_read(worker):
    """Find the report as the Ministry's member does; the picture no longer tells where it was taken."""
    worker.go("/home/")
    worker.follow("main a[href='/offers/']")
    assert TYPED["text"] not in worker.source
    worker.follow("main th a[href^='/offers/']")
    for words in (AGENCY, *TYPED.values()):
        assert words in worker.words
    address = worker.page.get_attribute("main a[href$='/picture/']", "href")
    shown = worker.page.request.get(worker.base + address)
    assert shown.headers["content-type"] == "image/jpeg"
    assert PLACE_TAKEN not in shown.body()


@SCRIPTS
def test_an_offer_without_a_sign_is_still_not_called_honest(walkers, people, scripts):
    person = walkers(scripts=scripts)
    answer(person)
    assert (
        _("We found no sign in your answers. That does not mean that the offer is honest.")
        in person.words
    )
    looked_at(person, scripts)
    person.send("/offers/", button="button[value=edit]")
    assert person.page.is_checked("main [name=sign-hurry][value=no]")
    assert not OfferReport.objects.exists()

"""A poster in three languages: written, read by a second person, sent to Osh, taken by anybody."""

import pytest
from playwright.sync_api import expect

from korgoo.materials.models import Balance, Version
from tests.materials.conftest import _platform

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OSH = "region:41706000000000"
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
LINES = {
    "ky": ("Кетерден мурун текшерип ал", "Агенттиктин уруксатын текшер"),
    "ru": ("Проверь, прежде чем ехать", "Проверь разрешение агентства"),
    "en": ("Check before you leave", "Check the permit of the agency"),
}


@pytest.fixture
def platform(transactional_db, clock):
    return _platform()


def write(person, language):
    """Write the poster in a language, on the page that the campaign has filled in for a part."""
    slogan, action = LINES[language]
    person.follow(f"main a[href$='/{language}/write/']")
    person.fill(title=slogan, slogan=slogan, action=action)
    person.send("/write/")


def approve(person, version):
    """Read a version as the second person."""
    person.go("/materials/of/2026/")
    person.follow(f"main a[href$='{version.pk}/approve/']")
    person.page.locator("main input[name=is_read]").check()
    person.send("/approve/")


def make_three_drafts(writer):
    """Begin a poster, write it in three languages, and send each for approval."""
    writer.go("/materials/")
    writer.follow("main a[href='/materials/of/2026/']")
    writer.follow("main a[href$='/add/']")
    writer.choose(kind="poster")
    writer.send("/add/")
    poster = writer.path
    for language in LINES:
        writer.go(poster)
        write(writer, language)
        assert "/versions/" in writer.path
        writer.send("/send/")


def send_to_osh(writer, version, ours):
    """Write down that 500 were printed, and 200 of them sent to Osh."""
    writer.go(f"/materials/versions/{version.pk}/stock/")
    writer.choose(move="printed")
    writer.fill(count="500")
    writer.select(target=ours)
    writer.send("/stock/")
    writer.choose(move="sent")
    writer.fill(count="200")
    writer.select(source=ours, target=OSH)
    writer.send("/stock/")


@SCRIPTS
def test_a_poster_goes_from_three_drafts_to_osh_and_to_everybody(walkers, platform, scripts):
    writer = walkers(platform.writer, scripts=scripts, eye=not scripts)
    make_three_drafts(writer)
    assert Version.objects.filter(state="waiting").count() == 3

    reader = walkers(platform.reader, scripts=scripts, eye=not scripts)
    for version in Version.objects.order_by("language"):
        approve(reader, version)
    assert Version.objects.filter(state="approved").count() == 3

    send_to_osh(writer, Version.objects.get(language="ky"), f"org:{platform.ministry.pk}")
    assert Balance.objects.get(place=OSH).count == 200

    anybody = walkers(scripts=scripts, eye=not scripts)
    anybody.go("/ky/materials/campaign/2026/")
    anybody.page.locator("main summary").first.click()
    link = anybody.page.locator("main a[href$='-print.pdf']").first
    expect(link).to_be_visible()
    answer = anybody.page.request.get(anybody.base + link.get_attribute("href"))
    assert answer.status == 200
    assert answer.body().startswith(b"%PDF-")
    assert "set-cookie" not in answer.headers

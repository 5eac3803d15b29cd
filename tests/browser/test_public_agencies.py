"""May this agency send people there today? Asked in any script, for any day, and asked again by words."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.utils.translation import gettext as _
from playwright.sync_api import expect

from korgoo.access.enums import Mandate, Role
from korgoo.agencies import services
from tests import factories
from tests.agencies.conftest import agency, decision, granted, suspend
from tests.browser.walker import barriers

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
LOUD, CALM = "main .korgoo-notice--urgent", "main .korgoo-notice--information"


@pytest.fixture
def register(transactional_db, clock):
    """An agency whose permit for Türkiye was suspended this morning, and one of a like name."""
    ministry = factories.organisation(Mandate.ADVISE, name="Ойдон чыгарылган министрлик")
    editor = factories.member(Role.CONTENT_EDITOR, at=ministry)
    row = agency("Ала-Тоо Жоб", "Ала-Тоо Джоб", "Ala-Too Job", registration="1-1", place="Бишкек")
    agency("Ала-Арча Жоб", registration="3-3", place="Ош")
    made = SimpleNamespace(editor=editor, permit=granted(row, editor.actor))
    suspend(made, number="21-4")
    return made


def ask(person, name, *, day=""):
    """Ask by name for Türkiye; of a past day as day, month and year."""
    person.go("/ky/agencies/")
    person.fill(name=name)
    person.select(country="TR")
    if day:
        person.page.locator("main summary").first.click()
        numbers = dict(zip(("day_day", "day_month", "day_year"), day.split("."), strict=True))
        person.fill(**numbers)
    person.send("/agencies/")


@SCRIPTS
def test_a_permit_suspended_this_morning_is_told_in_every_script_and_for_every_day(
    walkers, register, scripts
):
    person = walkers(scripts=scripts)
    for name in ("ала тоо жоб", "Ala-Too Job", "АЛА-ТОО ДЖОБ"):
        ask(person, name)
        assert _("Its permit was suspended today.") in person.page.inner_text(LOUD)
    assert "21-4" in person.words
    looked_at(person, scripts)

    person.follow("main a[href*='/agencies/a/']")
    days = person.page.locator("main .korgoo-timeline time").evaluate_all(
        "all => all.map(one => one.dateTime)"
    )
    assert days == ["2026-03-02", "2026-01-01"]
    looked_at(person, scripts)

    ask(person, "Ala-Too Job", day="1.3.2026")
    assert person.has(CALM)
    assert not person.has(LOUD)
    assert person.path == "/ky/agencies/"  # what was asked stands in no address


@SCRIPTS
def test_a_name_that_nobody_knows_and_one_that_could_be_two(walkers, register, scripts):
    person = walkers(scripts=scripts)
    ask(person, "Эч ким билбеген жумуш")
    assert _("Do not pay before you know more.") in person.words
    assert person.has("main a[href='tel:189']")
    looked_at(person, scripts)

    ask(person, "ала жоб")
    choices = person.page.locator("main button[name=agency]:not([value=none])")
    assert choices.count() == 2
    looked_at(person, scripts)
    person.send("/agencies/", button="button:has-text('Ала-Тоо')")
    assert person.has(LOUD)


@SCRIPTS
def test_whoever_asked_to_be_told_comes_back_from_another_phone_with_words(
    walkers, register, scripts
):
    person = walkers(scripts=scripts)
    ask(person, "ала тоо жоб")
    person.send("/agencies/watch/")
    words = person.page.locator("main ol[translate=no] li").all_inner_texts()
    assert len(words) == 7
    looked_at(person, scripts)
    person.send("/agencies/watch/")
    assert person.page.context.cookies() == []

    facts = decision("cancelled", date(2026, 3, 2), number="22-1")
    services.record_decision(register.permit.pk, facts, actor=register.editor.actor)

    other = walkers(scripts=scripts)
    other.go("/ky/agencies/watched/")
    wrong = [*words[1:], words[0]]
    other.fill(code=" ".join(wrong))
    other.send("/agencies/watched/", forgive=422)
    assert "Ала-Тоо" not in other.words
    other.fill(code="\n".join(words).upper())
    other.send("/agencies/watched/")
    assert "22-1" in other.page.locator("main .korgoo-timeline").inner_text()
    expect(other.page.locator(LOUD)).to_be_visible()
    looked_at(other, scripts)


def looked_at(person, scripts):
    """Ask axe about the page as it stands; once, where scripts run."""
    if scripts:
        person.faults += barriers(person.page)

"""A campaign is planned and launched in Osh on day 1; a code from a bus station is used, and counted."""

from datetime import date

import pytest
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from playwright.sync_api import expect

from korgoo.access import services as access
from korgoo.access.enums import Role
from korgoo.access.models import Organisation
from korgoo.campaign.enums import Check, Risk
from korgoo.campaign.models import AgencyCheckCount, AnswerCount, Campaign
from korgoo.countrypack import api as packs
from korgoo.lib import drawn
from tests import factories
from tests.agencies.conftest import agency, granted
from tests.browser.walker import barriers

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OSH = "41706000000000"
LANGUAGES = ("ky", "ru", "en")


@pytest.fixture
def house(transactional_db, clock):
    """The Ministry with who keeps its campaigns and its register; an agency with a permit."""
    access.load_organisations(packs.current().bodies)
    ministry = Organisation.objects.get(code="ministry-labour")
    row = agency("Ала-Тоо Жоб", "Ала-Тоо Джоб", "Ala-Too Job", registration="1-1", place="Бишкек")
    editor = factories.member(Role.CONTENT_EDITOR, at=ministry, name="Чолпон Үлгүева")
    granted(row, editor.actor)
    return factories.member(Role.CAMPAIGN_OFFICER, at=ministry, name="Азамат Үлгүев")


def said(name, text):
    return {f"{name}_{code}": f"{text} ({code})" for code in LANGUAGES}


def on(name, day):
    return {
        f"{name}_day": str(day.day),
        f"{name}_month": str(day.month),
        f"{name}_year": str(day.year),
    }


def plan(person):
    """Begin a campaign of a hundred days from today, with an aim, an audience, and a code for Osh."""
    person.go("/campaigns/new/")
    person.fill(**said("name", "100 күн"), **said("ask", "Агенттикти текшериңиз"))
    person.fill(**on("starts_on", date(2026, 3, 2)), days="100")
    person.choose(action="check_agency", regions=OSH)
    person.send("/campaigns/new/")
    key = Campaign.objects.get().key
    person.go(f"/campaigns/{key}/add/objective/")
    person.fill(what="Текшерүү көбөйөт", indicator="Код боюнча", unit="текшерүү", target="600")
    person.send("objective/")
    person.go(f"/campaigns/{key}/add/audience/")
    person.select(who="leavers")
    person.fill(**said("message", "Уруксатын сураңыз"))
    person.send("audience/")
    person.go(f"/campaigns/{key}/code/")
    person.fill(label="Ош автобекети")
    person.select(region=OSH, channel="transport")
    person.send("code/")
    return key


def answer(person, key):
    """Answer each risk, and look at each check: the helpline is not ready."""
    for risk in Risk:
        person.go(f"/campaigns/{key}/risk/{risk.value}/")
        person.choose(answer="avoided")
        person.fill(words="Тартылган сүрөттөр гана.")
        person.send(f"risk/{risk.value}/")
    for check in Check:
        person.go(f"/campaigns/{key}/ready/{check.value}/")
        is_ready = check is not Check.HELPLINE
        person.choose(is_ready="yes" if is_ready else "no")
        person.fill(said_by="Нөөмөт башчысы", **on("said_on", date(2026, 3, 2)))
        person.fill(words="" if is_ready else "Кечинде бир гана оператор.")
        person.send(f"ready/{check.value}/")


def test_a_campaign_is_planned_and_launched_in_osh_on_day_one(walkers, house):
    person = walkers(house, eye=True)
    key = plan(person)
    person.go(f"/campaigns/{key}/to/planned/")
    person.send("planned/")
    answer(person, key)

    person.go(f"/campaigns/{key}/to/running/")
    person.send("running/", forgive=422)
    assert _("Something is not ready. Write why it is launched all the same.") in person.words
    person.fill(words="Дүйшөмбүдө дагы бир оператор келет.")
    person.send("running/")

    assert pgettext("state of a campaign", "Running") in person.words
    assert _("Day %(number)s of %(days)s") % {"number": 1, "days": 100} in person.words
    assert "Ош облусу" in person.words

    visitor = walkers(scripts=False)
    code = Campaign.objects.get().codes.get().code
    drawn._versions.clear()
    use(visitor, code)
    look(walkers(), code)
    person.go(f"/campaigns/{key}/effects/")
    assert AgencyCheckCount.objects.get().count == 1
    cells = person.page.locator("tr", has_text="Ош автобекети").locator("td")
    expect(cells.nth(2)).to_contain_text("1")


def look(person, code):
    """See with scripts that no page of a code shuts anybody out."""
    for rest in ("", f"{code}/", f"{code}/before/", f"{code}/after/thanks/", "history/"):
        person.go(f"/ky/c/{rest}")
        assert barriers(person.page) == [], rest


def use(visitor, code):
    """Read the page of a code without scripts, answer before, check an agency, answer after."""
    visitor.go(f"/ky/c/{code}/")
    assert "Агенттикти текшериңиз (ky)" in visitor.words
    assert visitor.has("main a[href='tel:189']") or visitor.has("main .korgoo-call")
    visitor.follow(f"main a[href$='/{code}/before/']")
    visitor.choose(passport="if-asked")
    visitor.send("before/")
    visitor.follow(f"main a[href$='/c/{code}/']")
    visitor.fill(name="ала тоо жоб")
    visitor.select(country="TR")
    visitor.send("check/")
    assert visitor.path == "/ky/agencies/"  # what was asked stands in no address
    assert "Ала-Тоо Жоб" in visitor.words
    visitor.go(f"/ky/c/{code}/after/")
    visitor.choose(passport="mine")
    visitor.send("after/")
    assert _("This is right:") in visitor.words
    assert visitor.page.context.cookies() == []
    found = AnswerCount.objects.order_by("moment").values_list("moment", "is_right", "count")
    assert list(found) == [("after", True, 1), ("before", False, 1)]

"""The language is switched on every page, and one stays where one is."""

import pytest

from korgoo.access.models import KeptForm
from tests import factories_casework, factories_referral
from tests.browser import steps

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PUBLIC = ["/account/login/", "/referrals/help-came/", "/account/enrol/"]
OF_OFFICERS = [
    "/home/",
    "/cases/",
    "/cases/?names=1",
    "/cases/new/",
    "/referrals/inbox/",
    "/referrals/sent/",
    "/keys/",
    "/account/",
]
OF_A_CASE = ["", "help/", "details/", "note/", "screen/", "status/", "consent/", "part/story/"]
OF_THE_CENTRE = [
    "/home/",
    "/referrals/watch/",
    "/referrals/watch/?state=sent&organisation=",
    "/cases/watch/",
]


def switch(walker, path):
    """Read one page in Russian, English and Kyrgyz, by its own buttons."""
    walker.go(path)
    for code in ("ru", "en", "ky"):
        walker.follow(f"button[name=language][value={code}]")
        assert walker.page.url.removeprefix(walker.base) == path
        assert walker.page.locator("html").get_attribute("lang") == code
        current = walker.page.locator(".korgoo-languages [aria-current=true]")
        assert current.get_attribute("value") == code
        yield walker.words


def stays_in_every_language(walker, paths):
    for path in paths:
        russian, english, kyrgyz = switch(walker, path)
        assert len({russian, english, kyrgyz}) == 3, f"{path}: two languages say the same"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_on_public_pages(walkers, people, scripts):
    stays_in_every_language(walkers(scripts=scripts), PUBLIC)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_behind_the_public_door_by_the_address(walkers, people, scripts):
    walker, said = walkers(scripts=scripts), []
    walker.go("/")
    for code in ("ru", "en", "ky"):
        walker.follow(f".korgoo-languages a[lang={code}]")
        assert walker.page.url.removeprefix(walker.base) == f"/{code}/"
        assert walker.page.locator("html").get_attribute("lang") == code
        said.append(walker.words)
    assert len(set(said)) == 3


def test_on_the_pages_of_an_officer(walkers, people):
    stays_in_every_language(walkers(people.inspector, scripts=False), OF_OFFICERS)


def test_on_the_pages_of_a_case(walkers, people):
    case = factories_casework.case(people.inspector, is_told=True)
    shelter = people.shelter.organisation.pk
    pages = [*OF_A_CASE, f"consent/{shelter}/"]
    walker = walkers(people.inspector, scripts=False)
    stays_in_every_language(walker, [f"/cases/{case.pk}/{page}" for page in pages])


def test_on_the_pages_of_a_card(walkers, people):
    case = factories_casework.case(people.inspector)
    row = factories_casework.read_card(case, people.inspector, *steps.BUILDING_SITE.items())
    started = factories_casework.card(case, people.inspector)
    walker = walkers(people.inspector, scripts=False)
    pages = [
        f"/cards/{row.id}/reading/",
        f"/cards/{started.id}/1/",
        f"/cards/{started.id}/opinion/",
    ]
    stays_in_every_language(walker, pages)


def test_on_the_pages_of_a_referral(walkers, people):
    case = factories_casework.case(people.inspector)
    shelter = people.shelter.organisation
    draft = factories_referral.draft(Sides(people), case=case, to=shelter)
    sent, _code = factories_referral.sent(Sides(people), to=shelter)
    pages = [
        f"/referrals/new/{case.pk}/",
        f"/referrals/new/{case.pk}/?kind=shelter",
        f"/referrals/new/{case.pk}/shelter/{shelter.pk}/",
        f"/referrals/{draft.pk}/check/",
        f"/referrals/{sent.pk}/",
        f"/referrals/{sent.pk}/done/",
    ]
    stays_in_every_language(walkers(people.inspector, scripts=False), pages)


class Sides:
    """The people of a journey as the makers of referrals call them."""

    def __init__(self, people):
        self.officer, self.shelter = people.inspector, people.shelter


def test_on_the_pages_of_the_centre(walkers, people):
    factories_referral.sent(Sides(people))
    stays_in_every_language(walkers(people.coordinator, scripts=False), OF_THE_CENTRE)


def test_what_is_half_typed_is_kept_when_the_language_is_switched(walkers, people):
    walker = walkers(people.inspector)
    walker.go("/cases/new/")
    walker.choose(danger="no")
    walker.page.click("details summary")
    walker.fill(name="Азамат Ойдонбеков")
    walker.follow("button[name=language][value=ru]")
    # A page that is left sends its form by itself, beside the next page: whichever comes first.
    steps.wait_for(KeptForm.objects.exists, "the half-typed form")
    walker.go("/home/")
    walker.follow("main a[href^='/account/kept/']")
    assert "Азамат Ойдонбеков" in walker.words

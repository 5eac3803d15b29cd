"""Two journeys, without scripts, on a narrow telephone: finding a place, and not finding one."""

import pytest

from korgoo.access.models import Organisation
from korgoo.directory.enums import Group
from korgoo.directory.models import Gap, Places
from korgoo.referral.enums import ReferralState as S
from tests import factories_directory
from tests.browser import steps

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OSH = "41721000000000"
AGREED = ("referral", "identity", "contact")


@pytest.fixture
def inspector(walkers, people):
    return walkers(people.inspector, scripts=False, eye=True)


def case_of(walker, **coded):
    """Open a case and tell who the person is, in codes."""
    walker.go("/home/")
    case = steps.open_contact(walker)
    walker.go(f"{case}details/")
    walker.choose(sex=coded.pop("sex"))
    walker.select(**coded)
    walker.send("/details/")
    return case


def look(walker, case, **who):
    """Go to the list of who gives shelter, and say who comes."""
    walker.go(f"{case.replace('/cases/', '/referrals/new/')}?kind=shelter")
    if "days" in who:
        walker.page.click("main details summary")
    walker.fill(**who)
    walker.send("kind=shelter")


def card_of(walker, receiver):
    """Read the card of one organisation, as a list of its lines."""
    link = f"a[href*='/shelter/{receiver.organisation.pk}/']"
    return walker.page.locator(f"main .korgoo-card:has({link})").inner_text().split("\n")


def test_a_man_with_two_children_finds_a_place(inspector, walkers, people):
    shelter = walkers(people.shelter, scripts=False, eye=True)
    shelter_says_that_it_takes_families(shelter)
    case = case_of(inspector, sex="male", age_band="25-39")
    look(inspector, case, people="3", children="2")
    inspector.follow(f"main a[href*='/shelter/{people.shelter.organisation.pk}/?people=3']")
    steps.consent(inspector, AGREED)
    assert inspector.page.input_value("main [name='people']") == "3"
    assert inspector.page.input_value("main [name='children']") == "2"
    steps.write(inspector, needs=["safe_place"])
    sent = steps.check_and_send(inspector)

    shelter.go(sent.referral)
    steps.take(shelter, sent.referral, "acknowledge", "accept")
    shelter.send("/place/", button="button[name='place']")
    assert steps.state_of(shelter) == S.ACCEPTED.label
    assert not shelter.has("main form[action$='/place/']")
    assert Places.objects.get(group=Group.FAMILIES).free == 0
    look(inspector, case, people="3", children="2")
    assert inspector.has("main form[action$='/nobody/']")


def shelter_says_that_it_takes_families(walker):
    walker.go("/services/own/")
    walker.follow("main a[href='/services/own/new/']")
    walker.choose(kind="shelter", takes=["women", "families"], may_call="members", cost="free")
    walker.fill(total_families="2", free_families="2", most_children="3")
    walker.send("/new/")
    walker.send("/places/", button="button[value='one_less']")
    assert Places.objects.get(group=Group.FAMILIES).free == 1


def test_c9_a_woman_with_two_children_in_osh_finds_short_places_only(inspector, walkers, people):
    factories_directory.service(
        people.shelter,
        most_children=2,
        regions=(OSH,),
        longest_stay=12,
        places={Group.WOMEN: (6, 4)},
    )
    Organisation.objects.filter(pk=people.shelter.organisation.pk).update(region=OSH)
    case = case_of(inspector, sex="female", age_band="25-39", region=OSH)
    look(inspector, case, people="3", children="2", days="60")
    assert any("12" in line for line in card_of(inspector, people.shelter))
    inspector.send("/nobody/")
    row = Gap.objects.get()
    assert (row.reason, row.group, row.region) == ("short_stay", Group.FAMILIES, OSH)

    # The short place is asked for all the same: tonight comes before next month.
    look(inspector, case, people="3", children="2")
    inspector.follow(f"main a[href*='/shelter/{people.shelter.organisation.pk}/?people=3']")
    steps.consent(inspector, AGREED)
    steps.write(inspector, needs=["safe_place", "children"])
    sent = steps.check_and_send(inspector)
    shelter = walkers(people.shelter, scripts=False)
    steps.take(shelter, sent.referral, "acknowledge", "accept")
    shelter.send("/place/", button="button[name='place']")
    assert Places.objects.get().free == 1
    the_centre_counts_it_and_reads_no_case(
        walkers(people.coordinator, scripts=False, eye=True), case
    )


def the_centre_counts_it_and_reads_no_case(walker, case):
    walker.go("/services/missing/?kind=shelter&year=2026")
    number = case.strip("/").rsplit("/", 1)[1]
    assert number not in walker.source
    assert walker.page.locator("main table").count() == 2
    assert "1" not in walker.page.locator("main table tbody td").all_inner_texts()

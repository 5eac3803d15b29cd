"""The journey of a campaign's log: an activity logged offline in a village, the public page, the final report."""

import pytest
from playwright.sync_api import expect

from korgoo.access.enums import Mandate, Role
from korgoo.activities.models import Activity
from tests import factories
from tests import factories_activities as made
from tests.browser.steps import wait_for
from tests.browser.walker import Answer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PLACE = "Ак-Булак, Ак-Булунский айылный аймак"
KEPT = "caches.has('korgoo-log').then(has => has && caches.open('korgoo-log')"
KEPT += ".then(pages => pages.keys()).then(all => all.length >= 5))"


@pytest.fixture
def team(transactional_db, clock, client):
    clock.set(2026, 8, 10, 12)
    ministry = factories.organisation(Mandate.COORDINATE, name="Үлгү Министрлиги")
    youth = factories.organisation(Mandate.TAKE_PART, name="Үлгү Жаштар")
    keeper = factories.member(Role.CAMPAIGN_OFFICER, at=ministry)
    partner = factories.member(Role.CAMPAIGN_OFFICER, at=youth)
    campaign = made.campaign(ministry.pk)
    # The first visit of all compiles the pages: on a busy machine that outlasts a browser's patience.
    factories.sign_in(client, partner)
    for page in ("phone/", "log/"):
        assert client.get(f"/activities/{page}").status_code == 200
    return campaign, keeper, partner


def fill(page, contacts, place=PLACE):
    page.fill("[name=day]", "2026-08-09")
    page.fill("[name=place]", place)
    page.select_option("[name=kind]", "talk-in-village")
    page.fill("[name=contacts]", str(contacts))


def keep_the_form(phone):
    page = phone.page
    # In the office: the form is kept on the phone, when its member says so.
    phone.go("/activities/phone/")
    page.click("[data-korgoo-keep] button")
    wait_for(lambda: page.evaluate(KEPT), "the form on the phone")
    page.reload()


def everybody_and_the_report_say_so(walkers, campaign, keeper, clock):
    # Everybody sees it on the page of the campaign, which sets no cookie.
    visitor = walkers(eye=True)
    visitor.go(f"/ky/campaign/{campaign.key}/")
    assert "59" in visitor.words
    assert not visitor.page.context.cookies()

    # When it is over, the report of the campaign says so on its page and on paper.
    clock.forward(days=120)
    officer = walkers(keeper, eye=True)
    officer.go(f"/activities/report/{campaign.key}/")
    assert "59" in officer.words
    paper = officer.page.request.get(
        f"{officer.base}/activities/report/{campaign.key}/report.pdf?in=ky"
    )
    assert paper.body().startswith(b"%PDF")


def test_an_activity_of_a_village_without_a_network_reaches_the_report(walkers, team, clock):
    campaign, keeper, partner = team
    phone = walkers(partner, service_workers="allow")
    page = phone.page

    keep_the_form(phone)

    # In the village: no network. Two activities are logged, one of them with a name of many villages.
    page.context.set_offline(True)
    page.reload()
    fill(page, 42)
    page.click("form[data-korgoo-log-form] button[type=submit]")
    expect(page.locator("[data-korgoo-waiting-list] li")).to_have_count(1)
    fill(page, 17, "Ак-Булак")
    page.click("form[data-korgoo-log-form] button[type=submit]")
    expect(page.locator("[data-korgoo-waiting-list] li")).to_have_count(2)
    assert not Activity.objects.exists()

    # The line is back: one is taken, once; of the other the phone says what to do.
    phone._forgiven.append(Answer(422))  # of the entry that could be many villages
    page.context.set_offline(False)
    page.evaluate("window.dispatchEvent(new Event('online'))")
    wait_for(lambda: Activity.objects.count() == 1, "the activity in the log")
    refused = page.locator("[data-korgoo-waiting-list] li.is-refused")
    expect(refused).to_have_count(1)
    refused.locator("a").click()
    page.wait_for_url("**/activities/log/**")
    assert page.input_value("[name=contacts]") == "17"
    phone.send("/activities/log/", forgive=422)
    phone.choose(unit=made.OTHER)
    phone.send("/activities/log/")
    assert Activity.objects.count() == 2

    everybody_and_the_report_say_so(walkers, campaign, keeper, clock)


def test_the_log_is_written_without_a_script(walkers, team):
    campaign, _keeper, partner = team
    phone = walkers(partner, scripts=False, eye=True)
    phone.go("/activities/log/")
    fill(phone.page, 30)
    phone.send("/activities/log/")

    assert Activity.objects.get().contacts == 30
    for path in ("", "media/", "lists/", "pass-on/", f"report/{campaign.key}/"):
        phone.go(f"/activities/{path}")


OF_ANOTHER = """async () => {
  const pages = await caches.open('korgoo-log');
  const page = '<div data-korgoo-log data-owner="another"></div>';
  await pages.put('/activities/phone/', new Response(page));
  const opening = indexedDB.open('korgoo-log', 1);
  const base = await new Promise(done => { opening.onsuccess = () => done(opening.result); });
  const deal = base.transaction('entries', 'readwrite');
  const fields = {day: '2026-08-09', place: 'Another village', contacts: '42'};
  deal.objectStore('entries').put({key: 'k', owner: 'another', fields, why: 'no', href: '/'});
  await new Promise(done => { deal.oncomplete = done; });
  base.close();
}"""
LEFT = """async () => {
  const opening = indexedDB.open('korgoo-log', 1);
  const base = await new Promise(done => { opening.onsuccess = () => done(opening.result); });
  const asked = base.transaction('entries').objectStore('entries').count();
  return new Promise(done => { asked.onsuccess = () => { base.close(); done(asked.result); }; });
}"""


def test_on_a_shared_phone_nobody_sees_or_sends_what_another_member_typed(walkers, team):
    _campaign, keeper, _partner = team
    phone = walkers(keeper)
    page = phone.page
    phone.go("/activities/phone/")
    expect(page.locator("[data-korgoo-keep]")).to_be_visible()
    page.evaluate(OF_ANOTHER)

    for path in ("phone/", ""):
        phone.go(f"/activities/{path}")
        wait_for(
            lambda: not page.evaluate("caches.has('korgoo-log')"), "another's form off the phone"
        )
        expect(page.locator("[data-korgoo-waiting]")).to_be_hidden()
        assert "Another village" not in page.content()
    # It waits for whom it belongs to.
    assert page.evaluate(LEFT) == 1
    assert not Activity.objects.exists()

"""What was typed is never lost: not when a session locks, a form is wrong or a button is pressed twice."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from korgoo.access import session
from korgoo.access.enums import Event, Facet
from korgoo.access.models import AuditEvent
from korgoo.casework.models import Case
from korgoo.referral.models import Referral
from tests import factories_casework
from tests.browser import steps

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
STORY = "Ойдон чыгарылган окуя: айлыгы үч айдан бери төлөнө элек."
TOLD = {"name": "Азамат Ойдонбеков", "phone": "0555 000 127", "safe_hours": "20:00–22:00"}
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])


@pytest.fixture
def case(people):
    return factories_casework.case(people.inspector)


def path_of(name, case, *more):
    return reverse(f"casework:{name}", args=[case.pk, *more])


@SCRIPTS
def test_details_typed_into_a_session_that_locks_are_kept_and_can_be_sent(
    walkers, people, case, scripts
):
    walker = walkers(people.inspector, scripts=scripts)
    walker.go(path_of("details", case))
    walker.fill(**TOLD)
    walker.choose(sex="male")
    walker.page.context.clear_cookies(name=session.COOKIE)
    walker.send("/details/")
    assert walker.path == reverse("access:unlock")
    walker.fill(password=people.inspector.password)
    walker.send("/unlock/")
    for text in TOLD.values():
        assert text in walker.words
    walker.send("/details/", button="button")
    assert walker.path == path_of("case", case)
    walker.go(path_of("details", case))
    assert values(walker, *TOLD) == list(TOLD.values())
    assert walker.page.is_checked("[name=sex][value=male]")


@SCRIPTS
def test_a_whole_session_that_ends_keeps_the_form_for_the_next_sign_in(
    walkers, people, case, scripts
):
    walker = walkers(people.inspector, scripts=scripts)
    walker.go(path_of("note", case))
    walker.fill(text=STORY)
    walker.page.context.clear_cookies()
    walker.send("/note/", forgive=403)  # the protection token is gone with the session
    sign_in_again(walker, people.inspector)
    walker.go("/home/")
    walker.follow("main a[href^='/account/kept/']")
    assert STORY in walker.words
    walker.send("/note/", button="button")
    walker.go(path_of("facet", case, Facet.STORY))
    assert STORY in walker.words


def sign_in_again(walker, member):
    walker.go("/account/login/")
    walker.fill(login=member.user.email, password=member.password)
    walker.send("/account/login/")
    walker.fill(code=steps.code_of(member))
    walker.send("/account/second-factor/code/")


def values(walker, *names):
    return [walker.page.input_value(f"main [name='{name}']") for name in names]


@SCRIPTS
def test_the_back_button_after_saving_shows_what_is_stored(walkers, people, case, scripts):
    walker = walkers(people.inspector, scripts=scripts)
    walker.go(path_of("details", case))
    walker.fill(**TOLD)
    walker.send("/details/")
    walker.page.go_back()
    assert walker.path == path_of("details", case)
    assert values(walker, *TOLD) == list(TOLD.values())
    walker.fill(name="Азамат Мисалбеков")
    walker.send("/details/")
    walker.page.go_back()
    assert values(walker, "name") == ["Азамат Мисалбеков"]


def test_a_card_shows_its_answers_when_one_comes_back(walkers, people, case):
    walker = walkers(people.inspector)
    walker.go(path_of("screen", case))
    walker.choose(talk="alone", view="labour-inspector")
    walker.send("/screen/")
    first = walker.path
    walker.choose(**{"q-documents": "kept", "q-pay": "refused"})
    walker.select(**{"s-documents": "document"})
    walker.send(first)
    walker.page.go_back()
    assert walker.path == first
    assert walker.page.is_checked("[name=q-documents][value=kept]")
    assert walker.page.is_checked("[name=q-pay][value=refused]")
    assert values(walker, "s-documents") == ["document"]


@SCRIPTS
def test_a_first_contact_with_an_answer_missing_keeps_all_the_others(walkers, people, scripts):
    walker = walkers(people.inspector, scripts=scripts)
    walker.go("/cases/new/")
    walker.choose(danger="no", matter="wages", channel="phone")
    walker.page.click("details summary")
    walker.fill(**TOLD, note=STORY)
    walker.select(age_band="25-39")
    walker.send("/cases/new/", forgive=422)
    assert not Case.objects.exists()
    assert values(walker, *TOLD, "note", "age_band") == [*TOLD.values(), STORY, "25-39"]
    for name, value in (("danger", "no"), ("matter", "wages"), ("channel", "phone")):
        assert walker.page.is_checked(f"[name={name}][value={value}]")
    walker.select(language="ky")
    walker.send("/cases/new/")
    assert walker.path.endswith("/help/")


def test_a_talk_about_consent_with_a_gap_keeps_every_answer(walkers, people, case):
    walker = walkers(people.inspector)
    walker.go(path_of("consent", case, people.shelter.organisation.pk))
    walker.choose(told=steps.TOLD[:3], scope_referral="yes", scope_identity="no", proof="witness")
    walker.send(walker.path, forgive=422)
    marked = walker.page.locator("main input:checked").evaluate_all(
        "all => all.map(one => one.name + '=' + one.value)"
    )
    told = [f"told={key}" for key in steps.TOLD[:3]]
    assert marked == [*told, "scope_referral=yes", "scope_identity=no", "proof=witness"]


@pytest.fixture
def checked(walkers, people, case):
    """A walker before the button that sends; gives a maker, for browsers with and without scripts."""

    def reach(**how):
        walker = walkers(people.inspector, **how)
        walker.go(path_of("case", case))
        steps.reach_consent(walker, path_of("case", case), "shelter", people.shelter)
        steps.consent(walker, ("referral",))
        steps.write(walker, needs=["safe_place"])
        return walker

    return reach


@SCRIPTS
def test_a_double_click_sends_one_referral(checked, people, case, scripts):
    walker = checked(scripts=scripts)
    walker.page.locator("main form[action$='/send/'] button").dblclick(no_wait_after=True)
    # Without scripts the second click breaks off the answer to the first, so no one load is awaited.
    expect(walker.page).to_have_url(re.compile("/done/$"))
    walker.page.wait_for_load_state("networkidle")
    assert walker.page.locator("main .korgoo-code--large").count() == 2
    assert Referral.objects.filter(sent_at__isnull=False).count() == 1
    assert AuditEvent.objects.filter(event=str(Event.REFERRAL_SENT)).count() == 1


def test_the_same_form_sent_again_changes_nothing_and_leads_to_the_same_page(
    checked, people, case, live_server
):
    walker = checked()
    form = fields_of(walker, "/send/")
    action = live_server.url + walker.page.get_attribute("main form[action$='/send/']", "action")
    first = post(walker, action, form)
    deeds = AuditEvent.objects.count()
    assert post(walker, action, form) == first
    assert first[0] == 302
    assert AuditEvent.objects.count() == deeds


def test_a_details_form_sent_again_does_not_bring_the_old_answers_back(
    walkers, people, case, live_server
):
    walker = walkers(people.inspector)
    walker.go(path_of("details", case))
    walker.fill(name="Биринчи Аты")
    stale = fields_of(walker, "/details/")
    walker.send("/details/")
    walker.go(path_of("details", case))
    walker.fill(name="Экинчи Аты")
    walker.send("/details/")
    assert post(walker, live_server.url + path_of("details", case), stale)[0] == 302
    walker.go(path_of("details", case))
    assert values(walker, "name") == ["Экинчи Аты"]


def fields_of(walker, action):
    """Take the fields of a form as the browser would send them."""
    form = walker.page.locator(f"main form[action$='{action}']").first
    return dict(form.evaluate("form => [...new FormData(form).entries()]"))


def post(walker, address, fields):
    """Send a form as this browser once more; gives status and where it leads."""
    headers = {"Referer": address}
    answer = walker.page.request.post(address, form=fields, headers=headers, max_redirects=0)
    return answer.status, answer.headers.get("location")

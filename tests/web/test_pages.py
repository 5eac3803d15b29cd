import re

import pytest
from django.core.exceptions import BadRequest, PermissionDenied
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy

from korgoo.access.actor import Actor
from korgoo.access.enums import Mandate, Permission, Role
from korgoo.web import navigation, views
from korgoo.web.samples import SampleForm

pytestmark = pytest.mark.usefixtures("pack")

PLACES = ["/", "/?from=leaflet", "/home/"]
FOREIGN = [
    "https://evil.example/",
    "//evil.example/",
    "http:///evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "",
]


@pytest.fixture
def read(client):
    def get(path, language="en"):
        response = client.get(path, headers={"accept-language": language})
        return response, response.content.decode()

    return get


def test_the_front_page_says_what_korgoo_is_and_whom_to_call(read):
    response, page = read("/")
    assert response.status_code == 200
    assert 'href="tel:0555000"' in page
    assert "We have not confirmed the numbers yet." in page
    assert 'href="tel:0999"' in page
    assert 'href="/account/login/"' in page


def test_the_front_page_asks_neither_database_nor_cookie(read):
    """No database mark on this test: a query would fail it."""
    response, _page = read("/")
    assert not response.cookies


LANGUAGES = {"ky": "Кыргызча", "ru": "Русский", "en": "English"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_its_language_and_offers_the_others_in_their_own(read, settings, language):
    settings.DEMO = True
    _response, page = read("/components/", language)
    assert f'<html lang="{language}"' in page
    for code, name in LANGUAGES.items():
        assert f'value="{code}" lang="{code}"' in page
        assert f">{name}</button>" in page
    assert page.count('aria-current="true"') == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_for_everybody_leads_to_its_other_languages_by_address(read, language):
    _response, page = read("/", language)
    assert f'<html lang="{language}"' in page
    for code, name in LANGUAGES.items():
        link = rf'href="/{code}/" hreflang="{code}" lang="{code}"[^>]*>{name}</a>'
        assert re.search(link, page)
    assert page.count('aria-current="true"') == 1


def test_a_public_page_has_a_way_out_that_tells_nothing(read):
    _response, page = read("/")
    assert 'rel="nofollow noreferrer" data-korgoo-exit' in page


@pytest.mark.parametrize("place", PLACES)
def test_switching_the_language_keeps_the_place(client, place):
    response = client.post("/language/", {"language": "ru", "next": place})
    assert response.headers["Location"] == place
    assert response.cookies["language"].value == "ru"
    assert '<html lang="ru"' in client.get("/").content.decode()


@pytest.mark.parametrize("place", FOREIGN)
def test_switching_the_language_leads_to_no_foreign_place(client, place):
    response = client.post("/language/", {"language": "ru", "next": place})
    assert response.headers["Location"] == "/"


def test_an_unknown_language_changes_nothing(client):
    assert not client.post("/language/", {"language": "tlh", "next": "/"}).cookies


def test_a_language_is_not_switched_by_a_link(client):
    assert client.get("/language/?language=ru").status_code == 405


def test_switching_works_for_who_has_no_cookie():
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/language/", {"language": "en", "next": "/"}).status_code == 302


def test_the_policy_of_content_forbids_all_but_our_own(read):
    response, _page = read("/")
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


def test_the_component_page_is_hidden_from_a_real_installation(read):
    assert read("/components/")[0].status_code == 404


def test_the_component_page_shows_every_component(read, settings):
    settings.DEMO = True
    _response, page = read("/components/")
    for mark in (
        "korgoo-clock",
        "korgoo-timeline",
        "korgoo-masked",
        "korgoo-identity",
        "korgoo-cards",
        "?in=ky.en",
    ):
        assert mark in page


def test_the_component_page_shows_the_form_with_its_errors(client, settings):
    settings.DEMO = True
    page = client.post("/components/", {"when_day": "soon"}, headers={"accept-language": "en"})
    assert "<title>Error: Components" in page.content.decode()
    assert 'value="soon"' in page.content.decode()


@pytest.mark.parametrize("is_demo", [True, False])
def test_the_demonstration_is_loud_and_only_where_it_is_one(read, settings, is_demo):
    settings.DEMO = is_demo
    assert ("korgoo-demo" in read("/")[1]) is is_demo


def test_a_missing_page_says_what_to_do(read):
    response, page = read("/nowhere/")
    assert response.status_code == 404
    assert "We found no such page" in page
    assert "Check the address" in page


@pytest.mark.parametrize(
    ("view", "error", "status"),
    [
        (views.bad_request, BadRequest(), 400),
        (views.permission_denied, PermissionDenied(), 403),
        (views.not_found, LookupError(), 404),
    ],
)
def test_each_error_page_has_its_status(rf, english, view, error, status):
    request = _with_session(rf.get("/"))
    assert view(request, error).status_code == status


def test_the_page_of_a_failure_asks_nothing_that_may_have_failed(rf, english, monkeypatch):
    monkeypatch.setattr("korgoo.web.helplines.packs.current", _broken)
    response = views.server_error(rf.get("/"))
    assert response.status_code == 500
    assert "What was saved before is safe." in response.content.decode()


def test_a_form_from_elsewhere_is_answered_in_words(settings):
    settings.DEMO = True
    strict = Client(enforce_csrf_checks=True, headers={"accept-language": "en"})
    response = strict.post("/components/", {"name": "x"})
    assert response.status_code == 403
    assert "This page was open for too long" in response.content.decode()


def test_the_menu_shows_what_the_role_may(rf):
    officer = _actor(Role.OFFICER)
    (home,) = [i for i in navigation.items(rf.get("/home/"), officer) if i.href == "/home/"]
    assert home.is_current
    assert navigation.items(rf.get("/"), None) == []


def test_the_menu_hides_what_the_role_may_not(rf, monkeypatch):
    entry = navigation.Entry(gettext_lazy("Audit"), "web:start", Permission.AUDIT_VIEW)
    monkeypatch.setattr(navigation, "TABLE", (entry,))
    assert navigation.items(rf.get("/home/"), _actor(Role.OFFICER)) == []
    assert len(navigation.items(rf.get("/home/"), _actor(Role.DATA_PROTECTION_OFFICER))) == 1


def test_a_menu_that_leads_nowhere_fails(rf, monkeypatch):
    entry = navigation.Entry(gettext_lazy("Lost"), "web:lost", Permission.ACCOUNT_USE)
    monkeypatch.setattr(navigation, "TABLE", (entry,))
    with pytest.raises(NoReverseMatch):
        navigation.items(rf.get("/home/"), _actor(Role.OFFICER))


def test_every_entry_of_the_menu_leads_somewhere(rf):
    # One mandate at a time: who investigates is not let in where the others are.
    seen = {
        item.href
        for mandate in Mandate
        for item in navigation.items(rf.get("/"), _actor(*Role, mandates={mandate}))
    }
    assert seen == {reverse(entry.route) for entry in navigation.TABLE}
    assert len(seen) > 25


def _actor(*roles, mandates=Mandate):
    return Actor(1, 1, roles=frozenset(roles), mandates=frozenset(mandates))


def _with_session(request):
    from django.contrib.sessions.backends.signed_cookies import SessionStore

    request.session = SessionStore()
    return request


def _broken():
    raise RuntimeError("the pack is gone")


def test_a_neutral_title_tells_nothing_over_the_shoulder(rf, english, template):
    lines = '{% extends "public.html" %}{% block title %}Weather{% endblock %}'
    page = template(lines)
    request = _with_session(rf.get("/"))
    assert "<title>Weather – Korgoo</title>" in page.render({}, request)
    assert "<title>Weather</title>" in page.render({"neutral_title": True}, request)


def test_a_question_page_shows_where_one_is_what_is_wrong_and_the_way_back(rf, english, template):
    page = template(
        '{% extends "question.html" %}{% from "components/form.html" import field %}'
        '{% block question %}{{ field(form, "safe", heading=true, label_size="l") }}{% endblock %}'
    ).render({"form": SampleForm({}), "back": "/before/"}, _with_session(rf.get("/")))
    assert '<a class="govuk-back-link" href="/before/">' in page
    assert page.index("govuk-error-summary") < page.index("<h1")
    assert page.count("<h1") == 1
    assert "<title>Error: " in page


def test_switching_the_language_on_a_form_with_errors_leads_back_to_the_form(client, settings):
    settings.DEMO = True
    page = client.post("/components/", {}).content.decode()
    assert 'name="next" value="/components/"' in page

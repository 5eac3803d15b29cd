from functools import cached_property
from html.parser import HTMLParser

import pytest
from django.utils import translation

from korgoo.access.enums import Mandate, Role
from korgoo.identification import api as identification
from korgoo.lib import clock as platform_clock
from korgoo.workshop.models import GuidelineDraft
from korgoo.workshop.services import start_draft
from tests import factories, members
from tests.workshop.guidelines import small


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


class People:
    """Members of two organisations; each is made when a test first asks for them."""

    @cached_property
    def centre(self):
        return factories.organisation(Mandate.COORDINATE, name="Invented Centre")

    @cached_property
    def migration(self):
        return factories.organisation(Mandate.PRESUME, name="Invented Migration Service")

    @cached_property
    def editor(self):
        return factories.member(Role.CONTENT_EDITOR, at=self.centre, name="Editor One")

    @cached_property
    def colleague(self):
        return factories.member(Role.CONTENT_EDITOR, at=self.centre, name="Editor Two")

    @cached_property
    def coordinator(self):
        return factories.member(Role.COORDINATOR, at=self.centre, name="Coordinator Three")

    @cached_property
    def officer(self):
        return factories.member(Role.OFFICER, at=self.migration, name="Officer Four")

    @cached_property
    def foreign_editor(self):
        return factories.member(Role.CONTENT_EDITOR, at=self.migration, name="Editor Five")

    @cached_property
    def overseer(self):
        return factories.member(Role.DATA_PROTECTION_OFFICER, at=self.centre, name="Overseer Six")


@pytest.fixture(scope="module")
def _people(for_module):
    return for_module(People)


@pytest.fixture
def people(db, clock, _people):
    """Members of the body that co-ordinates and of another, on a morning that stands still."""
    return _people()


@pytest.fixture
def draft(people):
    """A draft of the edition in force."""
    base = identification.current_edition().digest
    return start_draft("Two weights", edition="2026-2", base=base, actor=people.editor.actor)


@pytest.fixture
def small_draft(people):
    """A draft of a small invented guideline, as if it were the one in force."""
    return GuidelineDraft.objects.create(
        title="A small draft",
        edition="2026-3",
        organisation=people.editor.organisation,
        base_name="2026-1",
        base_digest=identification.current_edition().digest,
        base_files=small(),
        files=small(),
        created_at=platform_clock.now(),
        created_by_id=people.editor.user.pk,
        changed_at=platform_clock.now(),
    )


class Browser(members.Browser):
    app = "workshop"


enter = members.enters(Browser)


class Form(HTMLParser):
    """The first form of a page as a browser would send it, and the fields that are wrong."""

    def __init__(self, response):
        super().__init__()
        self.values, self.errors, self.area, self.select = {}, set(), None, None
        self.depth = 0
        self.feed(response.text)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if tag == "a" and found.get("href", "").startswith("#id_"):
            self.errors.add(found["href"].removeprefix("#id_"))
        if tag == "form" and found.get("method") == "post":
            self.depth += "language" not in found.get("action", "")
        if self.depth == 1:
            self.open(tag, found)

    def open(self, tag, found):
        if tag == "textarea":
            self.area, self.values[found["name"]] = found["name"], ""
        elif tag == "select":
            self.select = found["name"]
        elif tag == "option" and ("selected" in found or self.select not in self.values):
            self.values[self.select] = found.get("value", "")
        elif tag == "input":
            self.take(found["name"], found)

    def handle_data(self, data):
        if self.area:
            self.values[self.area] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.values[self.area] = self.values[self.area].removeprefix("\n")
            self.area = None
        if tag == "select":
            self.select = None
        if tag == "form" and self.depth == 1 and self.values:
            self.depth = 2

    def take(self, name, found):
        kind = found.get("type", "text")
        if kind == "checkbox":
            if "checked" in found:
                self.values.setdefault(name, []).append(found["value"])
        elif kind == "radio":
            if "checked" in found:
                self.values[name] = found["value"]
        else:
            self.values[name] = found.get("value", "")


@pytest.fixture
def form_of():
    """Read the form of a page: ``form_of(page).values``, ``.errors``."""
    return Form


@pytest.fixture
def words_of():
    return members.words

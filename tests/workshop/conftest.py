import re
from functools import cached_property
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import translation

from korgoo.access.enums import Mandate, Role
from korgoo.identification import api as identification
from korgoo.lib import clock as platform_clock
from korgoo.workshop.models import GuidelineDraft
from korgoo.workshop.services import start_draft
from tests import factories
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


@pytest.fixture
def people(db, clock):
    """Members of the body that co-ordinates and of another, on a morning that stands still."""
    return People()


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


class Browser:
    """A member's browser that reads English, without scripts."""

    def __init__(self, client, member):
        self.client = client
        client.cookies["language"] = "en"
        factories.sign_in(client, member)

    def get(self, page, *args, **query):
        """Open a page of the workshop by its name or address."""
        return self.client.get(address(page, *args), query)

    def post(self, page, *args, key=None, **data):
        """Send a form with a number of its own, or with the one given."""
        sent = {**data, "submission_key": key or str(uuid4())}
        return self.client.post(address(page, *args), sent)


def address(name, *args):
    """Give the address of a page of the workshop; an address stays as it is."""
    return name if name.startswith("/") else reverse(f"workshop:{name}", args=args)


@pytest.fixture
def enter(client):
    """Sign members in: ``enter(member)``. One browser: the last one signed in counts."""
    return lambda member: Browser(client, member)


@pytest.fixture
def words_of():
    """Read a page as a person does: without markup, spaces folded."""

    def read(response):
        text = re.sub(r"<(script|style|svg).*?</\1>", " ", response.text, flags=re.DOTALL)
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))

    return read

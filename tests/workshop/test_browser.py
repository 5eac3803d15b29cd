"""The pages of the workshop in a real browser: narrow enough, readable by machine, no complaint."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse

from korgoo.countrypack import api as packs
from korgoo.identification import api as identification
from korgoo.workshop import editing, services
from tests.browser.cast import enter
from tests.workshop.conftest import People
from tests.workshop.guidelines import PROVENANCE, weighted

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LIST, SET = "ilo-labour", "labour-inspector"
D1 = f"catalogues/{LIST}/indicators/d1.yaml"
PAGES = [
    ("draft",), ("name",), ("past",), ("history",), ("contents",), ("vectors",), ("head",),
    ("catalogue", LIST), ("catalogue_head", LIST), ("add_indicator", LIST), ("add_element", LIST),
    ("indicator", LIST, "D5.02"), ("view", SET), ("view_head", SET), ("page", SET, 2),
    ("condition", SET, 2), ("add_page", SET), ("add_question", SET, 1), ("pocket", SET),
    ("advice", SET, "some"), ("add_vector",), ("add_view",), ("bring",), ("brought",),
]  # fmt: skip


@pytest.fixture
def people(transactional_db, clock):
    """The same members, for a browser that runs beside the test."""
    return People()


def faulty(files):
    """Change a weight, add a sign without all its words, and take one away that is asked about."""
    files = editing.set_weight(files, LIST, "D5.02", profile="adult_labour", weight="weak")
    new = weighted("D1.44", "National sign", provenance=PROVENANCE) | {"title": {"en": "National"}}
    return editing.add_indicator(editing.remove_indicator(files, LIST, "D1.08"), LIST, new)


@pytest.fixture
def addresses(people):
    """Every page, for a draft that changes something, has faults, and to which files were brought."""
    base = identification.current_edition().digest
    draft = services.start_draft(
        "A draft with a rather long name, so that it has to wrap", edition="2026-2", base=base,
        actor=people.editor.actor,
    )  # fmt: skip
    services.change_draft(draft.pk, services.Edit(faulty), version=1, actor=people.editor.actor)
    text = packs.guideline_to_yaml(draft.files)[D1].replace("medium", "weak").encode()
    services.bring(draft.pk, {D1: text}, is_whole=False, actor=people.editor.actor)
    of_draft = [reverse(f"workshop:{name}", args=[draft.pk, *rest]) for name, *rest in PAGES]
    group = reverse("workshop:add_indicator", args=[draft.pk, LIST]) + "?group=D1"
    edition = reverse("workshop:edition", args=[base[:16]])
    return [reverse("workshop:list"), reverse("workshop:start"), edition, group, *of_draft]


def test_every_page_is_narrow_enough_and_readable_by_machine(
    people, addresses, live_server, new_context
):
    page, complaints = new_context().new_page(), []
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    enter(page, people.editor, live_server.url, language="ky")

    for address in addresses:
        answer = page.goto(live_server.url + address)
        assert answer.status == 200, address
        is_wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
        assert not is_wide, address
        assert Axe().run(page).response["violations"] == [], address
    assert complaints == []

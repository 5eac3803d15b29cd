"""The pages in a real browser on a narrow telephone: nothing overflows, nothing is a barrier."""

import pytest

from korgoo.fieldforms.models import FieldBatch
from tests.browser.cast import enter as sign_in
from tests.browser.walker import SEEN, Eye, Walker
from tests.fieldforms import tools

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def officer(live_server, new_context, people):
    """An officer whose every page is looked at with scripts, too; none may meet a fault."""
    page = new_context(java_script_enabled=False).new_page()
    sign_in(page, people.officer, live_server.url, language="ky")
    walker = Walker(page, live_server.url, eye=Eye(new_context().new_page()), seen=SEEN)
    yield walker
    assert walker.faults == []


def choose_file(walker, data):
    file = {"name": "forms.csv", "mimeType": "text/csv", "buffer": data}
    walker.page.locator("#id_file").set_input_files(file)


def test_forms_are_taken_along_and_brought_back(officer, blank_of):
    rows = [tools.fill(blank_of("labour-inspector"), {"q_documents": "kept"}) for _ in range(2)]
    wrong = tools.fill(blank_of("labour-inspector"), {"talk": "unbroken" * 30})

    officer.go("/forms/")
    officer.follow("main a[href='/forms/import/']")
    officer.send("/forms/import/", forgive=422)
    choose_file(officer, tools.to_csv([wrong]))
    officer.send("/forms/import/", forgive=422)
    choose_file(officer, tools.to_csv(rows))
    officer.send("/forms/import/")
    batch = FieldBatch.objects.get()
    assert officer.path == f"/forms/import/{batch.pk}/"
    officer.send("/take/")
    assert officer.path == f"/forms/import/{batch.pk}/"
    officer.go("/forms/import/")
    batch.refresh_from_db()
    assert batch.state == "taken"


def test_forms_are_dropped(officer, blank_of):
    officer.go("/forms/import/")
    row = tools.fill(blank_of("labour-inspector"), {"danger": "yes"})
    choose_file(officer, tools.to_csv([row]))
    officer.send("/forms/import/")
    officer.send("/drop/")
    assert officer.path == "/forms/import/"
    officer.follow("main table a")
    assert FieldBatch.objects.get().state == "dropped"

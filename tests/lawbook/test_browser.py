"""The pages in a real browser on a narrow telephone: nothing overflows, nothing is a barrier."""

import pytest

from korgoo.lawbook.models import AmendmentPackage
from korgoo.lawbook.services import Place
from tests.browser.cast import enter as sign_in
from tests.browser.walker import SEEN, Eye, Walker
from tests.lawbook.conftest import adopt, put

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LONG = "узунсөз" * 20


@pytest.fixture
def walkers(live_server, new_context):
    """Make walkers whose every page is looked at with scripts, too; none may meet a fault."""
    made = []

    def make(member=None, language="ky"):
        context = new_context(java_script_enabled=False)
        context.add_cookies([{"name": "language", "value": language, "url": live_server.url}])
        page = context.new_page()
        if member:
            sign_in(page, member, live_server.url, language=language)
        made.append(Walker(page, live_server.url, eye=Eye(new_context().new_page()), seen=SEEN))
        return made[-1]

    yield make
    assert [fault for walker in made for fault in walker.faults] == []


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_anybody_reads_the_law_on_a_narrow_telephone(walkers, db, language):
    reader = walkers(language=language)
    for page in (
        "/laws/",
        "/laws/law-55-2005/?on=10.01.2018",
        "/laws/law-55-2005/?on=x",
        "/laws/law-55-2005/6/",
        "/laws/law-55-2005/preamble/",
        "/laws/offences/",
        "/laws/offences/?on=2020-06-01",
    ):
        reader.go(page)


def test_a_package_from_the_first_word_to_the_law(walkers, people, clock):
    editor = walkers(people.editor)
    editor.go("/laws/packages/")
    editor.follow("main a[href='/laws/packages/new/']")
    editor.send("/laws/packages/new/", forgive=422)
    editor.fill(title_ky=LONG, title_ru=LONG, title_en=LONG, reason=LONG)
    editor.send("/laws/packages/new/")
    package = AmendmentPackage.objects.get()
    page = f"/laws/packages/{package.pk}/"
    assert editor.path == page
    editor.follow(f"main a[href='{page}add/']")
    editor.follow(f"main a[href='{page}add/law-55-2005/']")
    write = f"{page}law-55-2005/21-4/"
    editor.follow(f"main a[href='{write}']")
    editor.send(write, forgive=422)
    editor.fill(text_ky=LONG, note="Because.")
    editor.send(write)
    editor.follow(f"main a[href='{write}']")
    editor.fill(text_ru="Тридцать дней.", text_en="Thirty days.")
    editor.send(write)
    assert editor.path == page
    editor.go(f"{page}describe/")
    editor.go(f"{page}drop/")

    adopt(package, people, clock)
    editor.go(page)
    reader = walkers()
    reader.go("/laws/law-55-2005/?on=2026-04-01")
    assert LONG in reader.page.content()
    reader.go("/laws/law-55-2005/?on=2026-03-31")
    assert LONG not in reader.page.content()


def test_two_wordings_are_compared(walkers, people, package, clock):
    put(package, people, Place("law-55-2005", "21-5"), number="21-5", text=f"{LONG} one")
    adopt(package, people, clock)
    reader = walkers(people.officer, language="en")
    reader.go("/laws/law-55-2005/21-5/")
    reader.go(f"/laws/packages/{package.pk}/")

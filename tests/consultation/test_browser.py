"""The pages in a real browser on a narrow telephone: nothing overflows, nothing is a barrier."""

import pytest

from korgoo.consultation.enums import AnswerKind
from korgoo.consultation.models import Adoption, Comment, Consultation, Notice
from korgoo.consultation.subjects import Item
from tests.browser.cast import enter as sign_in
from tests.browser.walker import SEEN, Eye, Walker
from tests.consultation.conftest import BASIS, KIND, line

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LONG = "catalogues/" + "unbroken" * 20


@pytest.fixture
def walkers(live_server, new_context, people):
    """Make walkers whose every page is looked at with scripts, too; none may meet a fault."""
    made = []

    def make(member):
        page = new_context(java_script_enabled=False).new_page()
        sign_in(page, member, live_server.url, language="ky")
        made.append(Walker(page, live_server.url, eye=Eye(new_context().new_page()), seen=SEEN))
        return made[-1]

    yield make
    assert [fault for walker in made for fault in walker.faults] == []


@pytest.fixture
def long_draft(draft):
    """A draft whose words do not break, as codes and addresses do not."""
    draft.title = "Guideline " + LONG
    draft.items = (*draft.items, Item(LONG[:200], LONG, LONG, LONG))
    draft.lines = (line(LONG), line("For who serves.", mandates=("serve",)))
    return draft


def typed(name, **parts):
    return {f"{name}_{part}": value for part, value in parts.items()}


def test_a_draft_is_opened_commented_on_and_answered(walkers, people, long_draft):
    editor = walkers(people.editor)
    opening = f"/consultations/open/{KIND}/{long_draft.id}/"
    editor.go(opening)
    editor.send(opening, forgive=422)
    editor.fill(**typed("open_until", day="20", month="3", year="2026"))
    editor.send(opening)
    row = Consultation.objects.get()
    assert editor.path == f"/consultations/{row.pk}/"

    worker = walkers(people.worker)
    worker.go("/consultations/")
    worker.follow(f"main a[href='/consultations/{row.pk}/']")
    worker.follow("#part-3 a")
    worker.send("/items/", forgive=422)
    worker.fill(text=LONG)
    worker.send("/items/")
    assert worker.page.url.endswith("#part-3")

    editor.go(f"/consultations/{row.pk}/")
    editor.follow("#part-3 a[href$='/answer/']")
    editor.choose(verdict=AnswerKind.NOT_ACCEPTED)
    editor.send("/answer/", forgive=422)
    editor.fill(reason=LONG)
    editor.send("/answer/")
    assert Comment.objects.get().verdict == AnswerKind.NOT_ACCEPTED
    editor.go(f"/consultations/{row.pk}/extend/")
    editor.go(f"/consultations/{row.pk}/adoption/")


def test_two_persons_adopt_it(walkers, people, long_draft, story):
    story.end()
    editor, second = walkers(people.editor), walkers(people.second)
    editor.go(f"/consultations/{story.row.pk}/adoption/")
    editor.send("/adoption/", forgive=422)
    editor.fill(legal_basis=BASIS, **typed("takes_effect", day="1", month="4", year="2026"))
    editor.send("/adoption/")
    page = f"/consultations/adoptions/{Adoption.objects.get().pk}/"
    assert editor.path == page
    long_draft.obstacles = [LONG]
    second.go(page)
    long_draft.obstacles = []
    second.go(page)
    second.send(page)
    assert len(long_draft.adopted) == 1
    second.go(page)


def test_members_read_what_changed(walkers, people, long_draft, story):
    story.adopt()
    reader = walkers(people.worker)
    reader.go("/consultations/")
    reader.go("/consultations/notices/")
    notice = Notice.objects.get()
    reader.follow(f"main a[href$='/{notice.pk}/']")
    reader.send("/read/")
    reader.go(f"/consultations/notices/{notice.pk}/")

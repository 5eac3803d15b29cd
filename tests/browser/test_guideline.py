"""A draft of the guideline from its first edit to its adoption, and an old card read again.

Walked without scripts, on a narrow telephone, once in each language; in the one with the longest
words axe looks at every page.
"""

import pytest
from django.utils import translation

from korgoo.access.enums import Role
from korgoo.access.models import Organisation
from korgoo.identification import api as identification
from korgoo.identification import wording
from korgoo.identification.models import Screening
from korgoo.identification.rules import Outcome
from tests import factories
from tests import factories_casework as make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SIGNS = ("D4.04", "D5.09")
NAME, BASIS = "2026-2", "Министрликтин буйругу № 00 (ойдон чыгарылган)"
COMMENT, ANSWER = "Салмагы көбөйсүн (ойдон чыгарылган).", "Эске алынды."
# Unpaid, badly housed and threatened with the authorities: too little today, more under the draft.
CARD = (("pay", "less"), ("housing", "on-site-bad"), ("documents", "mine"), ("age", "adult"))


@pytest.fixture(params=["ky", "ru", "en"])
def language(request):
    with translation.override(request.param):
        yield request.param


@pytest.fixture
def editor(people):
    ministry = Organisation.objects.get(code="ministry-labour")
    return factories.member(Role.CONTENT_EDITOR, at=ministry, name="Чолпон Үлгүева")


@pytest.fixture
def walk(walkers, language):
    """Come in as somebody: no scripts, and axe looks at every page."""

    def come(member):
        walker = walkers(member, language=language, scripts=False, eye=language == "ky")
        walker.go("/home/")
        return walker

    return come


def test_a_draft_from_its_first_edit_to_its_adoption(walk, people, editor, clock):
    case = make.case(people.inspector)
    card = make.read_card(case, people.inspector, *CARD)
    before = Screening.objects.get(pk=card.id).reading
    assert before["outcome"] == "not_enough"
    writer = walk(editor)
    draft = start_a_draft(writer)
    for code in SIGNS:
        weigh(writer, draft, code)
    assert writer.page.locator("main .govuk-heading-s").count() >= len(SIGNS)
    past_cards_are_too_few_to_count(writer, draft)
    consultation = put_to_consultation(writer, draft, clock)
    comment(walk(people.shelter), consultation)
    answer(writer, consultation)
    clock.forward(days=12)
    adoption = propose(walk(editor), consultation, clock)
    confirm(walk(people.coordinator), adoption)
    everybody_is_told(walk(people.shelter))

    assert identification.current_edition().name != NAME  # from tomorrow on
    clock.forward(days=2)
    assert identification.current_edition().name == NAME
    read_again(walk(people.inspector), card)
    assert Screening.objects.get(pk=card.id).reading == before


def start_a_draft(writer):
    writer.follow("nav a[href='/guidelines/']")
    writer.follow("main a[href='/guidelines/drafts/start/']")
    writer.fill(title="Төлөнбөгөн эмгек акы", edition=NAME)
    writer.send(writer.path)
    assert writer.path.startswith("/guidelines/drafts/")
    return writer.path


def weigh(writer, draft, code):
    writer.go(f"{draft}lists/ilo-labour/signs/{code}/")
    writer.select(weights_adult_labour="strong")
    writer.send(f"/signs/{code}/")
    writer.go(draft)


def past_cards_are_too_few_to_count(writer, draft):
    writer.follow(f"main a[href='{draft}past/']")
    assert not writer.has("main tbody tr")


def put_to_consultation(writer, draft, clock):
    writer.go(draft)
    writer.follow("main a[href^='/consultations/open/']")
    type_day(writer, "open_until", clock, days=10)
    writer.send(writer.path)
    assert writer.path.startswith("/consultations/")
    return writer.path


def type_day(walker, name, clock, *, days):
    clock.forward(days=days)
    day = clock.now.date()
    clock.forward(days=-days)
    parts = {"day": day.day, "month": day.month, "year": day.year}
    walker.fill(**{f"{name}_{part}": str(number) for part, number in parts.items()})


def comment(member, consultation):
    member.follow(f"main a[href='{consultation}']")
    member.follow(f"main a[href^='{consultation}items/?item=']:not([href$='item=*'])")
    member.fill(text=COMMENT)
    member.send("/items/")
    member.go(consultation)
    assert COMMENT in member.words


def answer(writer, consultation):
    writer.go(consultation)
    writer.follow("main a[href^='/consultations/comments/']")
    writer.choose(verdict="accepted")
    writer.fill(reason=ANSWER)
    writer.send("/answer/")
    writer.go(consultation)
    assert ANSWER in writer.words


def propose(writer, consultation, clock):
    writer.go(f"{consultation}adoption/")
    writer.fill(legal_basis=BASIS)
    type_day(writer, "takes_effect", clock, days=1)
    writer.send("/adoption/")
    assert writer.path.startswith("/consultations/adoptions/")
    # The one who proposed it cannot confirm it.
    assert not writer.has(f"main form[action='{writer.path}']")
    return writer.path


def confirm(coordinator, adoption):
    coordinator.go(adoption)
    assert BASIS in coordinator.words
    coordinator.send(adoption)
    assert coordinator.path.startswith("/consultations/")


def everybody_is_told(member):
    member.go("/home/")
    member.follow("main a[href^='/consultations/notices/']")
    assert "D4.04" in member.words
    member.send("/read/")
    member.go("/home/")
    assert not member.has("main a[href^='/consultations/notices/']")


def read_again(inspector, card):
    inspector.go(f"/cards/{card.id}/again/")
    newest = identification.current_edition().digest
    inspector.page.check(f"main [name='edition'][value='{newest}']")
    inspector.follow("main form[action$='/again/'] button")
    assert str(wording.outcome_name(Outcome.NOT_ENOUGH)) in inspector.words
    assert str(wording.outcome_name(Outcome.LABOUR_RIGHTS)) in inspector.words

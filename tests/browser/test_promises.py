"""A promise made by letter: written down, shown to be kept, confirmed, and seen by everybody."""

import pytest

from korgoo.commitments.models import Commitment
from korgoo.demo import pictures
from korgoo.library import services
from korgoo.library.readers import EVERYBODY
from tests import factories_commitments as make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
WHAT = "12 автовокзалга 189 номуру жазылган плакаттарды илүү"
KEPT = "12 плакат илинди"


@pytest.fixture
def house(transactional_db, clock):
    """A region that promises, a ministry that confirms; something was announced to everybody."""
    made = make.house()
    services.announce(
        title="Ойдон чыгарылган кабар",
        text="Биринчи сап\n\n- бир\n- эки",
        audience=[EVERYBODY],
        roles=[],
        actor=made.secretary.actor,
    )
    return made


def write_down(region):
    """Write down what the region promises in a letter; gives the address of the promise."""
    region.go("/home/")
    region.follow("main a[href='/commitments/']")
    region.follow("main a[href='/commitments/new/']")
    region.send("/commitments/new/", forgive=422)  # nothing typed: every field says what it needs
    region.fill(what=WHAT, beneficiary="Жол кетүүчүлөр", number="01-22")
    region.fill(due_on_day="20", due_on_month="3", due_on_year="2026")
    region.fill(letter_day_day="1", letter_day_month="2", letter_day_year="2026")
    region.page.check("main [name='is_public']")
    region.send("/commitments/new/")
    assert WHAT in region.words
    return region.path


def say_that_it_is_kept(region, promise):
    """Find the promise in the inbox and show by words and a picture that it is kept."""
    region.go("/library/inbox/")
    region.follow(f"main a[href='{promise}']")
    region.follow(f"main a[href='{promise}kept/']")
    region.send("/kept/", forgive=422)
    region.fill(text=KEPT)
    picture = {"name": "IMG.png", "mimeType": "image/png", "buffer": pictures.of_words("12").data}
    region.page.set_input_files("main [name=file]", picture)
    region.send("/kept/")
    assert region.path == promise
    assert not region.has(f"main form[action='{promise}confirm/']")


def confirm(secretary, promise):
    """Find the promise in the inbox, look at the evidence, think of refusing it, and confirm."""
    secretary.go("/library/inbox/")
    secretary.follow(f"main a[href='{promise}']")
    assert KEPT in secretary.words
    secretary.follow(f"main a[href='{promise}reopen/']")
    secretary.page.go_back()
    secretary.send("/confirm/")
    secretary.follow("main a[href='/commitments/']")


@SCRIPTS
def test_a_promise_from_a_letter_is_kept_confirmed_and_seen_by_everybody(walkers, house, scripts):
    region, visitor = walkers(house.keeper, scripts=scripts), walkers(scripts=scripts)
    promise = write_down(region)
    visitor.go("/ky/promises/")
    assert WHAT in visitor.words
    say_that_it_is_kept(region, promise)
    confirm(walkers(house.secretary, scripts=scripts), promise)
    assert Commitment.objects.get().state == "confirmed"
    region.go(promise)
    region.send("/public/", button="button[name=public]")
    assert not Commitment.objects.get().is_public


@SCRIPTS
def test_what_was_announced_is_read_and_leaves_the_inbox(walkers, house, scripts):
    officer = walkers(house.officer, scripts=scripts)
    officer.go("/library/inbox/")
    officer.follow("main tbody a")
    officer.send("/read/")
    assert officer.path == "/library/inbox/"
    assert not officer.has("main tbody a")


def test_a_document_is_put_in_and_read_by_another_house(walkers, house):
    secretary = walkers(house.secretary)
    secretary.go("/library/")
    secretary.follow("main a[href='/library/new/']")
    secretary.fill(title_ky="Ойдон чыгарылган отчёт", link="https://example.org/report")
    secretary.choose(audience="everybody:")
    secretary.send("/library/new/")
    document = secretary.path
    for page in ("change/", "version/", "withdraw/"):
        secretary.go(f"{document}{page}")
    reader = walkers(house.officer)
    reader.go("/library/?q=otchet")
    reader.follow(f"main a[href='{document}']")
    assert "Ойдон чыгарылган отчёт" in reader.words

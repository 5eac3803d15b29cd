"""The round table of 28 July, from the invitation to a promise kept, on a narrow telephone and without scripts."""

from types import SimpleNamespace

import pytest

from korgoo.meetings.models import Decision, Meeting, SignedMinutes
from tests import factories_councils as made

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORDS = "Юридикалык жардам керек. Ойдон чыгарылган."


@pytest.fixture
def people(transactional_db, clock):
    clock.set(2026, 7, 20, 9, 0)
    return made.platform()


@pytest.fixture
def round_table(people, walkers):
    secretary, member = (
        walkers(one, scripts=False, eye=True) for one in (people.secretary, people.head)
    )
    return SimpleNamespace(people=people, secretary=secretary, member=member)


def write_day(walker, name, year, month, number):
    walker.page.fill(f"main [name='{name}_day']", number)
    walker.page.fill(f"main [name='{name}_month']", month)
    walker.page.fill(f"main [name='{name}_year']", year)


def plan(walker, people):
    walker.go(f"/meetings/new/{people.council.pk}/")
    write_day(walker, "day", "2026", "7", "28")
    walker.fill(hour="10:00", place="Бишкек", title="Тегерек стол")
    walker.send(f"/meetings/new/{people.council.pk}/")
    return walker.path


def test_the_round_table_from_the_invitation_to_a_promise_kept(  # noqa: PLR0915 - a walk is long
    round_table, clock
):
    people, secretary, member = round_table.people, round_table.secretary, round_table.member
    page = plan(secretary, people)
    meeting = Meeting.objects.get()

    secretary.follow(f"main a[href='{page}item/']")
    secretary.fill(title="Кампания")
    secretary.send("item/")
    secretary.send("invite/")

    member.go("/meetings/")
    member.follow(f"main a[href='{page}']")
    assert "Бишкек" in member.words

    clock.set(2026, 7, 28, 10, 30)
    secretary.go(page)
    secretary.send("begin/")
    item = meeting.items.get(is_follow_up=False)
    secretary.follow(f"main a[href='/meetings/items/{item.pk}/']")
    secretary.fill(words=WORDS)
    secretary.send(f"items/{item.pk}/")
    secretary.follow(f"main a[href$='items/{item.pk}/decision/']")
    secretary.fill(text="Кампанияга салым кошуу")
    secretary.send("decision/", forgive=422)  # without an owner it is refused, and nothing is lost
    assert secretary.page.input_value("main [name='text']") == "Кампанияга салым кошуу"
    secretary.select(owner=str(people.shelter.pk))
    write_day(secretary, "due_on", "2026", "8", "31")
    secretary.send("decision/")

    secretary.go(page)
    secretary.follow(f"main a[href='{page}attendance/']")
    for row in meeting.invited.all():
        secretary.choose(**{f"came_{row.pk}": "present"})
    secretary.send("attendance/")
    secretary.follow(f"main a[href='{page}send/']")
    secretary.send("send/")

    member.go(page)
    assert WORDS in member.words
    member.follow(f"main a[href='{page}reply/']")
    member.choose(answer="agrees")
    member.send("reply/")

    clock.forward(days=8)
    secretary.go(page)
    secretary.follow(f"main a[href='{page}sign/']")
    secretary.fill(chair="Төрага", secretary="Катчы")
    secretary.send("sign/")
    assert SignedMinutes.objects.get().digest in secretary.words.replace("\n", "")

    decision = Decision.objects.get()
    member.go("/meetings/")
    member.follow(f"main a[href='/meetings/decisions/{decision.pk}/']")
    member.follow("main a[href$='/done/']")
    member.fill(evidence="Кампания Ошто башталды")
    member.send("done/")
    decision.refresh_from_db()
    assert decision.state == "done"
    assert decision.commitment_id

    secretary.go(f"/meetings/new/{people.council.pk}/")
    write_day(secretary, "day", "2026", "9", "1")
    secretary.fill(hour="10:00", place="Бишкек")
    secretary.send(f"/meetings/new/{people.council.pk}/")
    assert "1.1" in secretary.words  # what was promised last time opens the next agenda


def test_a_ministry_followed_by_another_keeps_its_seat_and_its_name(people, walkers):
    walker = walkers(people.central, scripts=False, eye=True)
    walker.go("/councils/successions/new/")
    walker.select(ended=str(people.police.pk), successor=str(people.other.pk))
    write_day(walker, "day", "2026", "7", "20")
    walker.fill(basis="Жарлык 1, ойдон чыгарылган")
    walker.send("successions/new/")
    walker.send("successions/new/")
    assert walker.path == "/councils/successions/"
    walker.go(f"/councils/b/{people.council.pk}/")
    assert "Invented Police" in walker.words
    assert "Invented Other Region" in walker.words

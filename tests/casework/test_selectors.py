from datetime import timedelta

import pytest

from korgoo.access.enums import Event, Facet
from korgoo.casework import selectors, services, time_limits
from korgoo.casework.enums import Scope
from korgoo.casework.models import Case, FacetWrap
from korgoo.lib import clock as platform_clock
from korgoo.lib.errors import NotFound
from tests import factories_casework as make

pytestmark = pytest.mark.django_db


def many(member, number, *, same_moment=False):
    now = platform_clock.now()
    return Case.objects.bulk_create(
        Case(
            owner_id=member.organisation.pk,
            opened_at=now if same_moment else now - timedelta(minutes=n),
            opened_by_id=member.user.pk,
            touched_at=now,
            channel="phone",
            language="ky",
            danger="no",
            matter="wages",
            protection_at=now,
        )
        for n in range(number)
    )


def pages(ask):
    found, after = [], ""
    while True:
        page = ask(after)
        found.append([case.pk for case in page.cases])
        if not page.after:
            return found
        after = page.after


@pytest.mark.parametrize("same_moment", [False, True])
@pytest.mark.parametrize(
    ("number", "sizes"), [(0, [0]), (1, [1]), (25, [25]), (26, [25, 1]), (60, [25, 25, 10])]
)
def test_pages_hold_every_case_once(number, sizes, same_moment, people):
    cases = many(people.officer, number, same_moment=same_moment)

    found = pages(lambda after: selectors.list_own_cases(actor=people.officer.actor, after=after))

    assert [len(page) for page in found] == sizes
    assert {pk for page in found for pk in page} == {case.pk for case in cases}
    assert sum(len(page) for page in found) == number


def test_a_new_case_does_not_move_the_next_page(people, clock):
    many(people.officer, 30)
    first = selectors.list_own_cases(actor=people.officer.actor)
    clock.forward(minutes=1)
    make.case(people.officer)

    second = selectors.list_own_cases(actor=people.officer.actor, after=first.after)

    assert not {c.pk for c in first.cases} & {c.pk for c in second.cases}
    assert len(second.cases) == 5


@pytest.mark.parametrize("after", ["x", "~", "2026-03-02~x", "2026-03-02T09:00:00~1", "%00"])
def test_a_bad_mark_starts_from_the_top(after, people):
    many(people.officer, 2)

    page = selectors.list_own_cases(actor=people.officer.actor, after=after)

    assert len(page.cases) == 2


def test_a_list_holds_own_cases_only_and_watching_all(people):
    own = make.case(people.officer)
    other = make.case(people.stranger)

    assert selectors.list_own_cases(actor=people.officer.actor).cases == [own]
    watched = selectors.list_watched_cases(actor=people.coordinator.actor).cases
    assert set(watched) == {own, other}
    with pytest.raises(NotFound):
        selectors.list_watched_cases(actor=people.officer.actor)


def states(case, member):
    return {s.kind: s for s in selectors.facet_states(case, actor=member.actor)}


def test_the_owner_sees_what_is_written(people):
    case = make.case(people.officer, identity={"name": "Invented"})

    found = states(case, people.officer)

    assert found[Facet.IDENTITY].can_open
    assert (found[Facet.STORY].is_written, found[Facet.STORY].can_open) == (False, False)
    assert {s.why_not for s in found.values()} == {""}
    assert all(s.can_write for s in found.values())


def test_a_receiver_sees_why_not_and_never_whether_it_is_written(people):
    case = make.case(people.officer, is_told=True)
    make.share(case, people.shelter, Scope.IDENTITY, by=people.officer)

    found = states(case, people.shelter)

    assert found[Facet.IDENTITY].can_open
    assert not found[Facet.STORY].is_written
    assert "did not agree" in found[Facet.STORY].why_not
    assert not any(s.can_write for s in found.values())


def test_a_receiver_may_read_what_is_not_written_yet(people):
    case = make.case(people.officer)
    make.share(case, people.shelter, Scope.STORY, by=people.officer)

    found = states(case, people.shelter)[Facet.STORY]

    assert (found.is_written, found.can_open, found.why_not) == (False, False, "")


def test_an_agreed_part_without_its_key_says_so(people):
    case = make.case(people.officer, is_told=True)
    make.share(case, people.shelter, Scope.STORY, by=people.officer)
    FacetWrap.objects.filter(organisation=people.shelter.organisation).delete()

    found = states(case, people.shelter)[Facet.STORY]

    assert not found.can_open
    assert "not passed on" in found.why_not


def test_the_co_ordinator_opens_no_part(people):
    case = make.case(people.officer, is_told=True)

    found = states(case, people.coordinator)

    assert not any(s.can_open or s.is_written or s.can_write for s in found.values())
    assert all(s.why_not for s in found.values())


def test_a_receiver_does_not_learn_who_else_was_asked(people):
    case = make.case(people.officer)
    make.share(case, people.shelter, by=people.officer)
    make.agree(case, people.stranger, Scope.STORY, by=people.officer)

    seen = selectors.list_timeline(case, actor=people.shelter.actor)
    own = selectors.list_timeline(case, actor=people.officer.actor)

    asked = {row.other_id for row in seen if row.event == Event.CONSENT_RECORDED}
    assert asked == {people.shelter.organisation.pk}
    assert len(own) == len(seen) + 1


def test_a_receiver_sees_the_clocks_of_its_own_duties(people):
    case = make.case(people.officer)
    make.share(case, people.shelter, by=people.officer)
    for member in (people.shelter, people.stranger):
        services.start_clock(
            case,
            "referral_answer",
            responsible_id=member.organisation.pk,
            actor=people.officer.actor,
            urgency="day",
        )

    seen = time_limits.list_clocks(case, actor=people.shelter.actor)

    assert [row.responsible_id for row in seen] == [people.shelter.organisation.pk]
    assert len(time_limits.list_clocks(case, actor=people.coordinator.actor)) == 2

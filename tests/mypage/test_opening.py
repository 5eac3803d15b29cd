"""Who comes in, who does not, and what a try leaves behind."""

import pytest

from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent
from korgoo.lib.errors import NotFound
from korgoo.mypage import policies, seals, selectors, services
from korgoo.mypage.models import AddressTries, Page, PageSession
from tests import members
from tests.mypage.conftest import OTHER, come

pytestmark = pytest.mark.django_db
WRONG = "000000000000"
ADDRESS = "203.0.113.7"


def refused(number, code, address=ADDRESS):
    with pytest.raises(NotFound) as error:
        come(number, code, address)
    return str(error.value.message)


def test_number_and_code_open_the_page_however_they_are_typed(stage):
    spaced = " ".join(stage.code[i : i + 3] for i in range(0, 12, 3))

    visit = come(stage.page.spoken_number, spaced)

    assert visit.leads
    assert visit.case_id == stage.case.pk


def test_the_other_code_opens_a_page_that_leads_nowhere_and_leaves_the_mark(stage):
    visit = come(stage.page.number, OTHER)

    assert not visit.leads
    with pytest.raises(NotFound):
        _ = visit.case_id
    stage.page.refresh_from_db()
    assert stage.page.other_code_at


def test_without_the_wish_the_other_code_leaves_no_mark(stage):
    page, _code = services.make_code(stage.case.pk, other=OTHER, actor=stage.owner.actor)

    assert not come(page.number, OTHER).leads
    page.refresh_from_db()
    assert page.other_code_at is None


def test_every_reason_has_the_same_answer_and_the_same_work(stage, monkeypatch, clock):
    tried = []
    real = seals.open_doors
    monkeypatch.setattr(seals, "open_doors", lambda *a: tried.append(1) or real(*a))
    answers = {refused("482915373", WRONG), refused(stage.page.number, WRONG)}
    answers.add(refused("not a number", stage.code))
    Page.objects.update(waits_until=clock.now + policies.LONGEST_WAIT)
    answers.add(refused(stage.page.number, stage.code))
    Page.objects.update(waits_until=None)
    clock.forward(days=366)
    answers.add(refused(stage.page.number, stage.code))
    services.cancel_code(stage.case.pk, actor=stage.owner.actor)
    answers.add(refused(stage.page.number, stage.code))

    assert len(answers) == 1
    assert len(tried) == 6


def test_wrong_codes_cost_time_and_the_right_one_forgives_them(stage, clock):
    for _time in range(policies.FREE_TRIES):
        refused(stage.page.number, WRONG)

    refused(stage.page.number, stage.code)  # the page waits
    clock.forward(seconds=61)
    assert come(stage.page.number, stage.code).leads
    stage.page.refresh_from_db()
    assert (stage.page.wrong_codes, stage.page.waits_until) == (0, None)


def test_tries_while_the_page_waits_do_not_lengthen_the_wait(stage):
    for _time in range(policies.FREE_TRIES + 20):
        refused(stage.page.number, WRONG, address=f"203.0.113.{_time}")

    stage.page.refresh_from_db()
    assert stage.page.wrong_codes == policies.FREE_TRIES


def test_an_address_has_so_many_tries_an_hour_whatever_it_asks_for(stage, clock):
    for _time in range(policies.TRIES_OF_AN_ADDRESS):
        refused("482915373", WRONG)

    refused(stage.page.number, stage.code)
    stage.page.refresh_from_db()
    assert stage.page.wrong_codes == 0
    assert come(stage.page.number, stage.code, address="203.0.113.8").leads
    clock.forward(hours=1)
    assert come(stage.page.number, stage.code).leads


def test_no_address_is_kept_and_each_hour_hashes_it_anew(stage, clock):
    refused("482915373", WRONG)
    clock.forward(hours=1)
    refused("482915373", WRONG)

    rows = list(AddressTries.objects.values_list("digest", flat=True))
    assert len(rows) == len(set(rows)) == 2
    assert not [row for row in rows if "203" in row and "113" in row and ADDRESS in row]


def test_who_comes_in_is_not_counted_against_the_address(stage):
    for _time in range(policies.TRIES_OF_AN_ADDRESS + 3):
        assert come(stage.page.number, stage.code)


def test_opening_leaves_one_row_that_does_not_tell_the_codes_apart(stage):
    come(stage.page.number, stage.code)
    come(stage.page.number, OTHER)

    rows = AuditEvent.objects.filter(event=Event.PAGE_OPENED)
    assert len({(r.target, r.detail, r.user_id, r.organisation_id) for r in rows}) == 1
    assert rows.count() == 2


def test_a_visit_ends_after_an_hour_and_with_the_code(stage, visit, clock):
    came = services.open_page(services.count_try(stage.page.number, ADDRESS), stage.code)
    assert selectors.visit_of(came.cookie)
    clock.forward(minutes=61)
    assert selectors.visit_of(came.cookie) is None

    again = services.open_page(services.count_try(stage.page.number, ADDRESS), stage.code)
    services.cancel_code(stage.case.pk, actor=stage.owner.actor)
    assert selectors.visit_of(again.cookie) is None
    assert selectors.visit_of("") is None


def test_old_rows_are_thrown_away_and_nothing_else(stage, visit, clock):
    refused("482915373", WRONG)
    assert services.throw_away_old() == 0
    clock.forward(days=2)

    assert services.throw_away_old() >= 2
    assert services.throw_away_old() == 0
    assert PageSession.objects.count() == AddressTries.objects.count() == 0
    assert Page.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_many_tries_at_once_are_all_counted(stage):
    number = stage.page.number
    tries = [lambda n=n: services.count_try(number, f"198.51.100.{n}") for n in range(8)]

    outcomes = members.at_once(*tries)

    assert not [x for x in outcomes if isinstance(x, Exception)]
    assert sum(tried.page is not None for tried in outcomes) == policies.FREE_TRIES

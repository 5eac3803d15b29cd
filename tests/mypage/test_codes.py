import pytest

from korgoo.lib.errors import DomainError, Forbidden, NotFound
from korgoo.mypage import fresh, seals, selectors, services
from korgoo.mypage.models import Page
from korgoo.mypage.services import codes
from tests import factories, members
from tests.mypage.conftest import OTHER, come

pytestmark = pytest.mark.django_db


def test_a_new_code_shuts_out_the_old_one_and_reads_what_was_written_before(stage, clock):
    services.answer(stage.case.pk, "We meet soon.", actor=stage.owner.actor)
    services.make_appointment(
        stage.case.pk,
        clock.now.date(),
        clock.now.time(),
        with_id=stage.shelter.organisation.pk,
        words="",
        actor=stage.owner.actor,
    )

    page, code = services.make_code(stage.case.pk, actor=stage.owner.actor)

    with pytest.raises(NotFound):
        come(stage.page.number, stage.code)
    visit = come(page.number, code)
    assert [p["text"] for _row, p in services.read_answers(visit)] == ["We meet soon."]
    assert len(services.read_appointments(visit)) == 1


def test_a_code_is_twelve_digits_and_never_the_other_one(stage, monkeypatch):
    drawn = iter([int(OTHER), 7, 12_345_678])  # the last is for the number
    monkeypatch.setattr(codes.secrets, "randbelow", lambda _below: next(drawn))

    _page, code = services.make_code(stage.case.pk, other=OTHER, actor=stage.owner.actor)

    assert code == "000000000007"


def test_a_bad_other_code_is_refused_and_changes_nothing(stage):
    with pytest.raises(Forbidden):
        services.make_code(stage.case.pk, other="12345", actor=stage.owner.actor)

    assert come(stage.page.number, stage.code).leads


def test_a_fault_in_the_middle_leaves_the_old_code_in_force(stage, monkeypatch):
    monkeypatch.setattr(codes, "_seal_again", lambda *_a: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        services.make_code(stage.case.pk, actor=stage.owner.actor)

    assert come(stage.page.number, stage.code).leads
    assert Page.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_colleagues_at_once_make_one_code(stage):
    services.cancel_code(stage.case.pk, actor=stage.owner.actor)
    colleague = stage.colleague()

    outcomes = members.at_once(
        *(
            lambda who=who: services.make_code(stage.case.pk, actor=who.actor)
            for who in (stage.owner, colleague)
        )
    )

    assert Page.objects.filter(cancelled_at__isnull=True).count() == 1
    refused = [x for x in outcomes if isinstance(x, Exception)]
    assert len(refused) <= 1
    assert all(isinstance(x, DomainError) for x in refused)


def test_a_cancelled_code_cannot_be_cancelled_again(stage):
    services.cancel_code(stage.case.pk, actor=stage.owner.actor)

    with pytest.raises(NotFound):
        services.cancel_code(stage.case.pk, actor=stage.owner.actor)


@pytest.mark.parametrize("who", ["shelter", "clinic", "coordinator"])
def test_nobody_but_the_owner_makes_or_cancels_codes(stage, who):
    actor = getattr(stage, who).actor

    for deed in (services.make_code, services.cancel_code):
        with pytest.raises(NotFound):
            deed(stage.case.pk, actor=actor)
    assert come(stage.page.number, stage.code).leads


def test_the_person_changes_the_code_and_the_other_one_stays(stage, visit):
    services.answer(stage.case.pk, "Still here.", actor=stage.owner.actor)
    elsewhere = come(stage.page.number, stage.code)
    tried = services.count_try(stage.page.number, "198.51.100.1")

    new = services.renew_by_person(visit, tried, stage.code)

    with pytest.raises(NotFound):
        come(stage.page.number, stage.code)
    again = come(stage.page.number, new)
    assert [p["text"] for _row, p in services.read_answers(again)] == ["Still here."]
    assert not come(stage.page.number, OTHER).leads
    assert not type(elsewhere.session).objects.filter(pk=elsewhere.session.pk).exists()


@pytest.mark.parametrize("code", [OTHER, "000000000000", ""])
def test_the_present_code_alone_lets_it_be_changed(stage, visit, code):
    tried = services.count_try(stage.page.number, "198.51.100.1")

    with pytest.raises(NotFound):
        services.renew_by_person(visit, tried, code)
    assert come(stage.page.number, stage.code).leads


def test_a_code_made_by_the_person_waits_sealed_in_the_visit(visit):
    fresh.keep_for_person(visit, "482915373000")
    visit.session.refresh_from_db()

    assert b"482915373000" not in bytes(visit.session.fresh)
    assert fresh.read_by_person(visit) == "482915373000"


def test_the_person_closes_the_page_for_good(stage, visit):
    services.cancel_by_person(visit)

    with pytest.raises(NotFound):
        come(stage.page.number, stage.code)
    assert selectors.page_of(stage.case.pk) is None


def test_behind_the_other_code_nothing_can_be_done(stage):
    visit = come(stage.page.number, OTHER)

    for deed in (
        lambda: services.cancel_by_person(visit),
        lambda: services.take_back(visit, stage.shelter.organisation.pk, frozenset()),
        lambda: services.read_answers(visit),
        lambda: services.write_message(visit, "x", may_call="no"),
    ):
        with pytest.raises(NotFound):
            deed()


def test_a_member_without_the_key_of_the_organisation_makes_a_first_code(stage, db):
    services.cancel_code(stage.case.pk, actor=stage.owner.actor)
    newcomer = factories.member(at=stage.owner.organisation, is_approved=False)

    page, code = services.make_code(stage.case.pk, actor=newcomer.actor)

    assert come(page.number, code).leads


def test_neither_door_tells_whether_another_code_was_chosen():
    private = seals.new_private_key()
    one = seals.lock_doors(private, code="1" * 12)
    two = seals.lock_doors(private, code="1" * 12, other="2" * 12, leaves_mark=True)

    assert len(one) == len(two)
    with pytest.raises(ValueError, match="differ"):
        seals.lock_doors(private, code="1" * 12, other="1" * 12)

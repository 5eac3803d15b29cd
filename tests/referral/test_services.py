from datetime import timedelta

import pytest
from django.utils import timezone

from korgoo.access.enums import Facet
from korgoo.access.models import AuditEvent
from korgoo.casework import services as casework
from korgoo.casework.enums import Scope
from korgoo.casework.models import CaseClock, CaseParty, FacetWrap
from korgoo.lib.errors import DomainError, Forbidden, NotFound
from korgoo.referral import services
from korgoo.referral.enums import ConfirmedHow, Helped, ReferralState
from korgoo.referral.errors import NoConsent
from korgoo.referral.models import Referral
from tests import factories_casework
from tests import factories_referral as make

pytestmark = pytest.mark.django_db
S = ReferralState
AGREED = (Scope.REFERRAL, Scope.IDENTITY)


def running(row):
    return set(
        CaseClock.objects.running().filter(referral_id=row.pk).values_list("key", flat=True)
    )


def is_party(row):
    return CaseParty.objects.filter(
        case_id=row.case_id, organisation_id=row.receiver_id, until__isnull=True
    ).exists()


def wraps(row):
    return FacetWrap.objects.filter(
        facet__case_id=row.case_id, organisation_id=row.receiver_id
    ).count()


def test_accepted_is_not_served_and_served_is_not_confirmed(people):
    row = make.referral(people, S.ACCEPTED)
    assert (row.service_from, row.closed_at) == (None, None)
    assert running(row) == {"referral_service"}

    row = make.referral(people, S.IN_SERVICE)
    assert running(row) == {"referral_report"}

    row = make.onwards(people, make.sent(people)[0], S.COMPLETED)
    assert (row.helped, row.closed_at) == ("", None)
    assert running(row) == {"referral_confirmation"}


def test_sending_starts_the_clocks_of_its_urgency(people, clock):
    row = make.referral(people, S.SENT, urgency="day")

    due = {c.key: c.due_at - c.started_at for c in CaseClock.objects.filter(referral_id=row.pk)}
    day = timedelta(hours=24)
    assert due == {"referral_receipt": day, "referral_answer": day}


@pytest.mark.parametrize("scopes", [(), None])
def test_nobody_is_referred_without_agreeing(people, scopes):
    case = factories_casework.case(people.officer)
    if scopes is not None:
        make.agree(people, case, people.shelter.organisation)
    row = make.draft(people, case=case, scopes=())

    with pytest.raises(NoConsent):
        services.send(row.pk, actor=people.officer.actor)
    assert not is_party(row)


def test_the_receiver_opens_what_was_agreed_to_and_nothing_else(people):
    row = make.referral(people, S.SENT, scopes=AGREED)

    opened = casework.open_facet(row.case_id, Facet.IDENTITY, actor=people.shelter.actor)
    assert opened == {"name": "Invented Person"}
    with pytest.raises(NotFound):
        casework.open_facet(row.case_id, Facet.STORY, actor=people.shelter.actor)
    with pytest.raises(NotFound):
        casework.open_facet(row.case_id, Facet.IDENTITY, actor=people.clinic.actor)


@pytest.mark.parametrize("end", [S.DECLINED, S.WITHDRAWN, S.EXPIRED])
def test_the_receivers_part_ends_with_the_referral(people, end):
    row, _code = make.sent(people, scopes=AGREED)
    assert is_party(row)
    assert wraps(row) == 1

    row = make.onwards(people, row, end)

    assert not is_party(row)
    assert wraps(row) == 0
    assert running(row) == set()
    assert row.closed_at is not None
    with pytest.raises(NotFound):
        casework.open_facet(row.case_id, Facet.IDENTITY, actor=people.shelter.actor)


def test_a_second_referral_to_the_same_receiver_keeps_its_part(people):
    first, _code = make.sent(people, scopes=AGREED)
    second = make.draft(people, case=first.case, scopes=(), kind="medical")
    services.send(second.pk, actor=people.officer.actor)

    services.withdraw(first.pk, actor=people.officer.actor)

    assert is_party(first)
    assert wraps(first) == 1


def test_unanswered_expire_by_the_sweep_and_twice_is_once(people, clock):
    row = make.referral(people, S.SENT, urgency="now")
    answered = make.referral(people, S.ACCEPTED, urgency="now")
    asked = make.referral(people, S.NEEDS_INFORMATION, urgency="now")

    clock.forward(days=2, minutes=-1)
    assert services.expire_overdue() == 0
    clock.forward(minutes=1)
    assert services.expire_overdue() == 1
    events = AuditEvent.objects.count()
    assert services.expire_overdue() == 0
    assert AuditEvent.objects.count() == events
    row.refresh_from_db()
    assert row.state == S.EXPIRED
    for other, state in ((answered, S.ACCEPTED), (asked, S.NEEDS_INFORMATION)):
        other.refresh_from_db()
        assert other.state == state


def test_an_answered_question_gives_the_receiver_its_time_back(people, clock):
    row = make.referral(people, S.NEEDS_INFORMATION, urgency="now")
    assert "referral_answer" not in running(row)
    clock.forward(days=3)

    services.give_information(row.pk, actor=people.officer.actor)

    assert services.expire_overdue() == 0
    row.refresh_from_db()
    assert (row.state, row.questions) == (S.RECEIVED, [])
    assert running(row) == {"referral_answer"}


def test_the_person_confirms_with_number_and_code(people):
    row, code = make.sent(people)
    make.onwards(people, row, S.COMPLETED)

    services.count_attempt(row.spoken_number)
    services.confirm_by_code(row.spoken_number, f" {code[:3]}-{code[3:]}", Helped.YES)

    row.refresh_from_db()
    assert (row.state, row.helped, row.confirmed_how) == (S.CONFIRMED, "yes", "self")
    assert running(row) == set()


@pytest.mark.parametrize("helped", [Helped.PARTLY, Helped.NO])
def test_partly_and_no_send_it_back_to_service_with_a_clock(people, helped):
    row, code = make.sent(people)
    make.onwards(people, row, S.COMPLETED)

    services.count_attempt(row.number)
    services.confirm_by_code(row.number, code, helped)

    row.refresh_from_db()
    assert (row.state, row.helped, row.closed_at) == (S.IN_SERVICE, helped, None)
    assert running(row) == {"referral_report"}
    services.report_service(row.pk, actor=people.shelter.actor)
    assert running(row) == {"referral_confirmation"}


def wrong(code):
    return "111111113" if code != "111111113" else "222222226"


def test_wrong_codes_are_counted_and_the_eleventh_try_is_refused(people):
    row, code = make.sent(people)
    make.onwards(people, row, S.COMPLETED)
    for _try in range(10):
        services.count_attempt(row.number)
        with pytest.raises(NotFound):
            services.confirm_by_code(row.number, wrong(code), Helped.YES)

    services.count_attempt(row.number)
    with pytest.raises(NotFound):
        services.confirm_by_code(row.number, code, Helped.YES)
    row.refresh_from_db()
    assert (row.state, row.wrong_codes) == (S.COMPLETED, 11)


def test_the_tenth_try_may_still_be_right(people):
    row, code = make.sent(people)
    make.onwards(people, row, S.COMPLETED)
    Referral.objects.filter(pk=row.pk).update(wrong_codes=9)

    services.count_attempt(row.number)
    services.confirm_by_code(row.number, code, Helped.YES)

    row.refresh_from_db()
    assert (row.state, row.wrong_codes) == (S.CONFIRMED, 0)


def test_a_try_that_was_not_counted_is_refused(people):
    row, code = make.sent(people)
    make.onwards(people, row, S.COMPLETED)

    with pytest.raises(NotFound):
        services.confirm_by_code(row.number, code, Helped.YES)


def test_a_new_code_replaces_the_old_one_and_unlocks(people):
    row, old = make.sent(people)
    make.onwards(people, row, S.COMPLETED)
    Referral.objects.filter(pk=row.pk).update(wrong_codes=11)

    _row, new = services.renew_confirmation_code(row.pk, actor=people.officer.actor)

    services.count_attempt(row.number)
    with pytest.raises(NotFound):
        services.confirm_by_code(row.number, old, Helped.YES)
    services.count_attempt(row.number)
    services.confirm_by_code(row.number, new, Helped.YES)


@pytest.mark.parametrize("state", [s for s in S if s is not S.COMPLETED])
def test_one_answer_while_nothing_waits_for_the_person(people, state):
    row, code = (make.draft(people), "") if state is S.DRAFT else make.sent(people)
    if state is not S.DRAFT:
        make.onwards(people, row, state)

    services.count_attempt(row.number)
    with pytest.raises(NotFound, match="do not fit, or nothing waits"):
        services.confirm_by_code(row.number, code, Helped.YES)


def test_the_code_is_kept_as_a_hash_alone(people):
    row, code = make.sent(people)

    row.refresh_from_db()
    assert code not in str(Referral.objects.filter(pk=row.pk).values().get())


def test_the_sender_cannot_speak_as_the_person(people):
    row = make.referral(people, S.COMPLETED)

    with pytest.raises(DomainError, match="Only the person"):
        services.confirm_by_sender(
            row.pk, Helped.YES, how=ConfirmedHow.SELF, actor=people.officer.actor
        )


def test_consent_taken_back_takes_the_referral_back(people):
    row = make.referral(people, S.ACCEPTED, scopes=AGREED)
    unsent = make.draft(people, case=row.case, scopes=(), kind="medical")

    casework.withdraw_consent(
        row.case_id,
        frozenset({Scope.REFERRAL}),
        recipient_id=row.receiver_id,
        actor=people.officer.actor,
    )

    for gone in (row, unsent):
        gone.refresh_from_db()
        assert gone.state == S.WITHDRAWN
    assert not is_party(row)
    assert wraps(row) == 0
    assert running(row) == set()


def test_help_that_was_reported_stays_when_consent_is_taken_back(people):
    row = make.referral(people, S.COMPLETED)

    casework.withdraw_consent(
        row.case_id,
        frozenset({Scope.REFERRAL}),
        recipient_id=row.receiver_id,
        actor=people.officer.actor,
    )

    row.refresh_from_db()
    assert row.state == S.COMPLETED


def test_noting_a_return_gives_shared_parts_a_new_key(people):
    row = make.referral(people, S.DECLINED, scopes=AGREED)
    facet = row.case.facets.get(kind=Facet.IDENTITY)
    assert facet.is_rekey_due

    services.note_return(row.pk, actor=people.officer.actor)

    before = facet.version
    facet.refresh_from_db()
    assert (facet.is_rekey_due, facet.version) == (False, before + 1)


@pytest.mark.parametrize("kind", ["identification", "no-such-kind"])
def test_only_organisations_with_the_mandate_are_asked(people, kind):
    case = factories_casework.case(people.officer)
    asked = make.request(people.shelter.organisation, kind=kind)

    with pytest.raises(DomainError):
        services.draft(case.pk, asked, actor=people.officer.actor)
    assert not Referral.objects.exists()


def test_nobody_refers_the_case_of_another(people):
    case = factories_casework.case(people.officer)
    asked = make.request(people.clinic.organisation)

    with pytest.raises(NotFound):
        services.draft(case.pk, asked, actor=people.shelter.actor)


def test_a_draft_is_changed_in_place(people):
    row = make.draft(people)
    asked = make.request(people.shelter.organisation, urgency="planned", people=3)

    services.revise(row.pk, asked, actor=people.officer.actor)

    row.refresh_from_db()
    assert (row.urgency, row.people) == ("planned", 3)
    services.send(row.pk, actor=people.officer.actor)
    with pytest.raises(Forbidden):
        services.revise(row.pk, asked, actor=people.officer.actor)


def test_the_record_says_when_it_was_sent(people, clock):
    row = make.referral(people, S.SENT)

    assert row.sent_at == clock.now
    assert timezone.localtime(row.sent_at).hour == 9

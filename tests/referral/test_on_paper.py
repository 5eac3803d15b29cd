"""A referral to an organisation without a key: the sender writes down what it answers."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from korgoo.access.enums import Event, Facet, Role
from korgoo.access.models import AuditEvent
from korgoo.casework import services as casework
from korgoo.casework.enums import RECORDED_BY_SENDER, Scope
from korgoo.casework.models import CaseClock, FacetWrap, TimelineEntry
from korgoo.lib.errors import DomainError, Forbidden, NotFound
from korgoo.referral import services
from korgoo.referral.enums import Helped, ReferralState
from korgoo.referral.models import Referral
from tests import factories
from tests import factories_referral as make
from tests.factories_casework import FOUR_SCOPES

pytestmark = pytest.mark.django_db
S = ReferralState
AGREED = (Scope.REFERRAL, Scope.IDENTITY)
DECLINED = {"reason": "no_place"}
MARK = "Recorded by the sender"
# Each answer: its page, the steps that lead there, what is typed, where it leads, its event.
ANSWERS = [
    ("acknowledge", [], {}, S.RECEIVED, Event.REFERRAL_RECEIVED),
    ("accept", ["acknowledge"], {}, S.ACCEPTED, Event.REFERRAL_ACCEPTED),
    (
        "ask",
        ["acknowledge"],
        {"questions": ["age"]},
        S.NEEDS_INFORMATION,
        Event.REFERRAL_INFORMATION_ASKED,
    ),
    ("decline", ["acknowledge"], DECLINED, S.DECLINED, Event.REFERRAL_DECLINED),
    ("start", ["acknowledge", "accept"], {}, S.IN_SERVICE, Event.REFERRAL_SERVICE_STARTED),
    (
        "report",
        ["acknowledge", "accept", "start"],
        {},
        S.COMPLETED,
        Event.REFERRAL_COMPLETED,
    ),
]
each_answer = pytest.mark.parametrize(("deed", "before", "typed", "after", "event"), ANSWERS)
DETAILS = {"ask": f"{RECORDED_BY_SENDER}:age", "decline": f"{RECORDED_BY_SENDER}:no_place"}


def on_paper(people, *steps, scopes=AGREED):
    """Send to who is not connected; the sender records these steps."""
    row, _code = make.sent(people, to=people.paper, scopes=scopes)
    return record(people, row, *steps)


def record(people, row, *steps):
    for step in steps:
        make.do(step, row.pk, sender=people.officer.actor, receiver=people.officer.actor)
    return Referral.objects.get(pk=row.pk)


def enrol(people):
    return factories.member(Role.CASE_WORKER, at=people.paper, name="Worker Five")


def wraps(row):
    return FacetWrap.objects.filter(
        facet__case_id=row.case_id, organisation_id=row.receiver_id
    ).count()


def test_only_what_goes_to_who_has_no_key_goes_on_paper(people):
    assert on_paper(people).is_on_paper
    assert not make.sent(people)[0].is_on_paper
    assert not make.draft(people, to=people.paper).is_on_paper


def test_the_record_holds_no_paper_that_was_not_sent(people):
    row = make.draft(people, to=people.paper)

    with pytest.raises(IntegrityError), transaction.atomic():
        Referral.objects.filter(pk=row.pk).update(is_on_paper=True)


@each_answer
def test_the_sender_records_each_answer(
    deed, before, typed, after, event, people, enter, words_of
):
    row = on_paper(people, *before)
    officer = enter(people.officer)
    assert reverse(f"referral:{deed}", args=[row.pk]) in officer.get("referral", row.pk).text

    answer = officer.post(deed, row.pk, **typed)

    page = words_of(officer.get(answer.url))
    row.refresh_from_db()
    assert row.state == after
    assert "Written down: recorded by the sender" in page


@each_answer
def test_each_recorded_answer_says_so_in_both_traces(
    deed, before, typed, after, event, people, enter
):
    row = on_paper(people, *before)

    enter(people.officer).post(deed, row.pk, **typed)

    sender, detail = people.officer.organisation.pk, DETAILS.get(deed, RECORDED_BY_SENDER)
    for trace in (TimelineEntry.objects.get(event=event), AuditEvent.objects.get(event=event)):
        assert (trace.organisation_id, trace.detail) == (sender, detail)
    told = enter(people.officer).client.get(reverse("casework:case", args=[row.case_id]))
    assert f"{people.officer.organisation.name_en}: recorded by the sender" in told.text


@each_answer
def test_nobody_answers_for_who_is_connected(deed, before, typed, after, event, people, enter):
    row = make.onwards(people, make.sent(people)[0], _state_after(before))

    assert enter(people.officer).post(deed, row.pk, **typed).status_code == 404
    assert row.state == Referral.objects.get().state


def _state_after(steps):
    return {0: S.SENT, 1: S.RECEIVED, 2: S.ACCEPTED, 3: S.IN_SERVICE}[len(steps)]


@each_answer
@pytest.mark.parametrize("who", ["shelter", "clinic", "coordinator"])
def test_strangers_find_no_paper(who, deed, before, typed, after, event, people, enter):
    row = on_paper(people, *before)

    assert enter(getattr(people, who)).post(deed, row.pk, **typed).status_code == 404
    assert row.state == Referral.objects.get().state


@pytest.mark.parametrize(
    ("role", "may_record"),
    [(Role.HOTLINE_OPERATOR, True), (Role.CASE_WORKER, True), (Role.COORDINATOR, False)],
)
def test_recording_needs_the_role_of_a_sender(role, may_record, people, enter):
    row = on_paper(people)
    colleague = factories.member(role, at=people.officer.organisation)

    answer = enter(colleague).post("acknowledge", row.pk)

    assert answer.status_code == (302 if may_record else 404)


@pytest.mark.parametrize(
    ("deed", "before"), [("accept", []), ("start", ["acknowledge"]), ("report", ["acknowledge"])]
)
def test_accepted_on_paper_is_not_served_either(deed, before, people):
    row = on_paper(people, *before)

    with pytest.raises(Forbidden, match="moved on"):
        record(people, row, deed)


def test_the_clocks_stay_the_receivers(people):
    row = on_paper(people, "acknowledge", "accept")

    ticking = CaseClock.objects.running().get(referral_id=row.pk)
    assert (ticking.key, ticking.responsible_id) == ("referral_service", people.paper.pk)


def test_a_recorded_answer_is_no_longer_run_over_by_expiry(people, clock):
    silent, answered = on_paper(people), on_paper(people, "acknowledge", "accept")
    clock.forward(days=30)

    assert services.expire_overdue() == 1
    states = [Referral.objects.get(pk=row.pk).state for row in (silent, answered)]
    assert states == [S.EXPIRED, S.ACCEPTED]


def test_from_the_letter_to_the_persons_word_on_paper(people, enter):
    row, code = make.sent(people, to=people.paper)
    officer = enter(people.officer)
    for step in ("acknowledge", "ask", "inform", "accept", "start", "report"):
        typed = {"questions": ["call"]} if step == "ask" else {}
        assert officer.post(step, row.pk, **typed).status_code == 302

    services.count_attempt(row.number)
    services.confirm_by_code(row.number, code, Helped.YES)

    row.refresh_from_db()
    assert (row.state, row.confirmed_how) == (S.CONFIRMED, "self")


@pytest.mark.parametrize(
    ("deed", "typed"), [("ask", {}), ("decline", {"reason": "", "alternative": ""})]
)
def test_forms_ask_in_the_words_of_who_was_told(deed, typed, people, enter, words_of):
    row = on_paper(people, "acknowledge")

    answer = enter(people.officer).post(deed, row.pk, **typed)

    page = words_of(answer)
    assert answer.status_code == 422
    assert "Why can they not help?" in page
    assert "What do they need to know?" in page
    assert "Why can you not help?" not in page


def test_a_recorded_no_names_another_but_neither_side(people, enter, words_of):
    row = on_paper(people, "acknowledge")
    officer = enter(people.officer)
    for wrong in (people.paper.pk, people.officer.organisation.pk):
        answer = officer.post("decline", row.pk, **DECLINED, alternative=wrong)
        assert answer.status_code == 422

    officer.post("decline", row.pk, **DECLINED, alternative=people.clinic.organisation.pk)

    page = words_of(officer.get("referral", row.pk))
    assert f"Reason: No free place {MARK}" in page
    assert "Could help instead: Invented Clinic" in page
    assert f"Declined Here now {MARK}" in page


def test_pages_say_who_writes_the_answers(people, enter, words_of):
    row = on_paper(people)
    officer = enter(people.officer)
    not_connected = (
        "This organisation is not connected: "
        "give or send the letter, then write here what they answered."
    )
    assert not_connected in words_of(officer.get("referral", row.pk))
    assert "They have it" in words_of(officer.get("referral", row.pk))
    assert "Write what they answered" in words_of(officer.get("sent", row.pk))
    choose = words_of(officer.get("choose", row.case_id, kind="shelter"))
    assert "Not connected yet: gets a printed letter, and you write here" in choose

    centre = words_of(enter(people.coordinator).get("referral", row.pk))
    assert "The receiver is not connected: the sender writes here what it answers" in centre


def test_a_connected_receiver_gets_none_of_these_words(people, enter, words_of):
    row = make.referral(people, S.RECEIVED)

    for who in (people.officer, people.shelter, people.coordinator):
        page = words_of(enter(who).get("referral", row.pk))
        assert "not connected" not in page
        assert MARK not in page


def test_the_way_marks_what_the_sender_recorded(people, enter, words_of):
    row = on_paper(people, "acknowledge", "accept")

    page = words_of(enter(people.coordinator).get("referral", row.pk))

    assert f"Arrived: somebody looks at it Done {MARK}" in page
    assert f"Accepted: help is promised Here now {MARK}" in page
    assert page.count(MARK) == 2


@pytest.mark.parametrize(
    ("who", "page"), [("officer", "sent_list"), ("coordinator", "watch"), ("officer", "case")]
)
def test_lists_and_the_case_say_it_too(who, page, people, enter, words_of):
    row = on_paper(people, "acknowledge")
    address = reverse("casework:case", args=[row.case_id]) if page == "case" else page

    words = words_of(enter(getattr(people, who)).get(address))

    assert "On paper: answers are recorded by the sender" in words


def test_the_timeline_names_the_sender_as_the_one_who_wrote(people, enter, words_of):
    row = on_paper(people, "acknowledge", "ask")

    page = words_of(enter(people.officer).get(reverse("casework:case", args=[row.case_id])))

    # Whoever writes a question down, the one that was asked is the sender.
    assert "Invented Migration Service was asked a question" in page
    assert "Invented Paper House was asked a question" not in page
    assert by_whom(row) == {"Invented Migration Service"}


def by_whom(row):
    steps = TimelineEntry.objects.filter(case_id=row.case_id, detail__startswith="recorded")
    return {step.organisation.name_en for step in steps}


def test_who_enrols_meanwhile_answers_itself_from_then_on(people, clock, enter, words_of):
    row = on_paper(people, "acknowledge")
    worker = enrol(people)
    clock.forward(hours=1)

    assert "The sender writes here what you answer" in words_of(
        enter(worker).get("referral", row.pk)
    )
    services.accept(row.pk, actor=worker.actor)

    trace = TimelineEntry.objects.get(event=Event.REFERRAL_ACCEPTED)
    assert (trace.organisation_id, trace.detail) == (people.paper.pk, "")
    page = words_of(enter(worker).get("referral", row.pk))
    assert f"Arrived: somebody looks at it Done {MARK}" in page
    assert f"help is promised Here now {MARK}" not in page
    assert "The sender writes here" not in page


def test_enrolling_alone_leaves_the_record_with_the_sender(people, enter, words_of):
    row = on_paper(people)
    enrol(people)

    page = words_of(enter(people.officer).get("referral", row.pk))
    assert "is connected now and can answer here itself" in page
    assert record(people, row, "acknowledge").state == S.RECEIVED


def test_nobody_speaks_for_who_speaks_for_itself(people, enter, words_of):
    row = on_paper(people)
    services.acknowledge(row.pk, actor=enrol(people).actor)
    officer = enter(people.officer)

    answer = officer.post("accept", row.pk)

    assert answer.status_code == 403
    assert "answers here itself now" in words_of(answer)
    assert Referral.objects.get().state == S.RECEIVED
    assert reverse("referral:accept", args=[row.pk]) not in officer.get("referral", row.pk).text


def test_nothing_is_shared_by_enrolling_until_the_sender_shares(people, enter):
    row = on_paper(people)
    worker = enrol(people)
    record(people, row, "acknowledge")
    assert wraps(row) == 0
    officer = enter(people.officer)
    assert reverse("referral:share", args=[row.pk]) in officer.get("referral", row.pk).text

    officer.post("share", row.pk)

    opened = casework.open_facet(row.case_id, Facet.IDENTITY, actor=worker.actor)
    assert opened == {"name": "Invented Person"}
    with pytest.raises(NotFound):
        casework.open_facet(row.case_id, Facet.STORY, actor=worker.actor)
    assert AuditEvent.objects.filter(
        event=Event.FACET_SHARED, target=f"referral.Referral:{row.pk}"
    ).exists()


def test_sharing_is_still_there_after_the_receiver_took_over(people):
    row = on_paper(people)
    services.acknowledge(row.pk, actor=enrol(people).actor)

    services.share_now(row.pk, actor=people.officer.actor)

    assert wraps(row) == 1
    with pytest.raises(Forbidden, match="moved on"):
        services.share_now(row.pk, actor=people.officer.actor)


def test_sharing_follows_the_consent_of_today(people):
    row = on_paper(people, scopes=FOUR_SCOPES)
    enrol(people)
    casework.withdraw_consent(
        row.case_id,
        frozenset({Scope.STORY, Scope.CONTACT}),
        recipient_id=row.receiver_id,
        actor=people.officer.actor,
    )

    services.share_now(row.pk, actor=people.officer.actor)

    assert wraps(row) == 1


def test_there_is_nothing_to_share_while_nobody_can_open_it(people, enter):
    row = on_paper(people)

    with pytest.raises(DomainError, match="not connected"):
        services.share_now(row.pk, actor=people.officer.actor)
    assert "/share/" not in enter(people.officer).get("referral", row.pk).text
    assert Referral.objects.get().shared_at is None


def test_sharing_is_not_offered_when_nothing_was_agreed_to(people, enter):
    row = on_paper(people, scopes=(Scope.REFERRAL,))
    enrol(people)

    assert "/share/" not in enter(people.officer).get("referral", row.pk).text


@pytest.mark.parametrize("who", ["worker", "clinic", "coordinator"])
def test_only_the_sender_shares(who, people, enter):
    row = on_paper(people)
    worker = enrol(people)
    member = worker if who == "worker" else getattr(people, who)

    assert enter(member).post("share", row.pk).status_code == 404
    assert wraps(row) == 0


@pytest.mark.parametrize("end", ["decline", "withdraw", "expire"])
def test_what_is_over_is_shared_no_more(end, people):
    row = on_paper(people, "acknowledge")
    enrol(people)
    record(people, row, end)

    with pytest.raises(Forbidden):
        services.share_now(row.pk, actor=people.officer.actor)
    assert wraps(row) == 0

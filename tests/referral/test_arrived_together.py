"""Several referrals are acknowledged in one go: each is a deed, and what cannot be is left."""

from uuid import uuid4

import pytest
from django.urls import reverse

from korgoo.access.enums import Event, Role
from korgoo.access.models import AuditEvent
from korgoo.casework import api as casework
from korgoo.casework.models import TimelineEntry
from korgoo.referral import clocks, services
from korgoo.referral.enums import ReferralState
from korgoo.referral.models import Referral
from tests import factories
from tests import factories_referral as make
from tests.members import at_once

pytestmark = pytest.mark.django_db
S = ReferralState


def states(*rows):
    found = dict(Referral.objects.values_list("pk", "state"))
    return [found[row.pk] for row in rows]


def arrived(people, *rows, by=None):
    chosen = [row.pk for row in rows]
    return services.acknowledge_chosen(chosen, actor=(by or people.shelter).actor)


def running(row):
    return {card.key for card in casework.clocks_of_referral(row.pk)}


def traces():
    return AuditEvent.objects.filter(event=Event.REFERRAL_RECEIVED)


def test_each_is_a_deed_with_its_trace_its_time_and_its_clocks(people):
    rows = [make.referral(people, S.SENT) for _time in range(2)]
    other = make.referral(people, S.SENT)

    told = arrived(people, *rows)

    assert told == services.Arrived(done=2, left=0)
    assert states(*rows, other) == [S.RECEIVED, S.RECEIVED, S.SENT]
    assert sorted(traces().values_list("target", flat=True)) == sorted(
        f"casework.Case:{row.case_id}" for row in rows
    )
    for row in rows:
        entry = TimelineEntry.objects.get(case=row.case_id, event=Event.REFERRAL_RECEIVED)
        assert entry.organisation_id == people.shelter.organisation.pk
        assert clocks.RECEIPT not in running(row)
        assert clocks.ANSWER in running(row)
    assert clocks.RECEIPT in running(other)


def test_what_cannot_be_is_left_and_counted_alike(people):
    fresh = make.referral(people, S.SENT)
    left = [
        make.referral(people, S.WITHDRAWN),
        make.referral(people, S.ACCEPTED),
        make.draft(people),
        make.sent(people, to=people.clinic.organisation)[0],
    ]
    before = list(Referral.objects.exclude(pk=fresh.pk).order_by("pk").values())
    count = traces().count()

    chosen = [fresh.pk, *(row.pk for row in left), uuid4(), fresh.pk]
    told = services.acknowledge_chosen(chosen, actor=people.shelter.actor)

    assert told == services.Arrived(done=1, left=5)
    assert list(Referral.objects.exclude(pk=fresh.pk).order_by("pk").values()) == before
    assert traces().count() == count + 1


@pytest.mark.parametrize("who", ["officer", "clinic", "coordinator"])
def test_others_acknowledge_nothing(who, people):
    row = make.referral(people, S.SENT)

    assert arrived(people, row, by=getattr(people, who)) == services.Arrived(done=0, left=1)
    assert states(row) == [S.SENT]


def test_what_one_sent_on_paper_is_no_received_one(people):
    row, _code = make.sent(people, to=people.paper)

    assert arrived(people, row, by=people.officer) == services.Arrived(done=0, left=1)


def test_the_receiver_chooses_in_the_list_and_is_told_how_many(people, enter, words_of):
    rows = [make.referral(people, S.SENT) for _time in range(3)]
    shelter = enter(people.shelter)
    page = shelter.get("inbox").text
    assert all(f'value="{row.pk}"' in page for row in rows)
    services.withdraw(rows[2].pk, actor=people.officer.actor)

    answer = shelter.post("arrived", chosen=[row.pk for row in rows])

    assert answer.url == reverse("referral:inbox")
    page = words_of(shelter.get("inbox"))
    assert "Arrived, and their senders see it: 2." in page
    assert "Left as they were: 1." in page
    assert states(*rows) == [S.RECEIVED, S.RECEIVED, S.WITHDRAWN]


def test_the_same_form_sent_twice_counts_once(people, enter, words_of):
    row = make.referral(people, S.SENT)
    shelter, key = enter(people.shelter), str(uuid4())

    for _time in range(2):
        shelter.post("arrived", chosen=row.pk, submission_key=key)

    page = words_of(shelter.get("inbox"))
    assert "their senders see it: 1." in page
    assert "Left as they were" not in page


@pytest.mark.parametrize("sent", [{}, {"chosen": "x"}])
def test_an_empty_choice_is_named_and_leads_to_the_first_box(sent, people, enter, words_of):
    rows = [make.referral(people, S.SENT) for _time in range(2)]

    answer = enter(people.shelter).post("arrived", **sent)

    assert answer.status_code == 422
    assert "Choose at least one row." in words_of(answer)
    assert answer.text.count('href="#id_chosen"') == 1
    assert answer.text.count('id="id_chosen"') == 1
    assert states(*rows) == [S.SENT, S.SENT]


def test_each_box_says_which_referral_it_chooses(people, enter, words_of):
    row, done = make.referral(people, S.SENT), make.referral(people, S.ACCEPTED)

    page = enter(people.shelter).get("inbox")

    assert f"Referral {row.spoken_number}" in words_of(page)
    assert f"Referral {done.spoken_number}" not in words_of(page)
    assert f'value="{done.pk}"' not in page.text


def test_where_nothing_can_be_acknowledged_nothing_is_to_be_chosen(people, enter, words_of):
    make.referral(people, S.ACCEPTED)

    page = words_of(enter(people.shelter).get("inbox"))

    assert "The chosen ones arrived" not in page
    assert "Choose" not in page


def test_who_reads_the_list_and_may_not_answer_gets_no_boxes(people, enter, words_of):
    row = make.referral(people, S.SENT)
    at = people.shelter.organisation
    operator = factories.member(Role.HOTLINE_OPERATOR, at=at, name="Operator Nine")
    browser = enter(operator)

    assert row.spoken_number in words_of(browser.get("inbox"))
    assert "The chosen ones arrived" not in words_of(browser.get("inbox"))
    assert browser.post("arrived", chosen=row.pk).status_code == 404
    assert states(row) == [S.SENT]


def test_the_wrong_organisation_learns_nothing_of_what_it_names(people, enter, words_of):
    row = make.referral(people, S.SENT)
    clinic = enter(people.clinic)

    said = []
    for pk in (row.pk, uuid4()):
        clinic.post("arrived", chosen=pk)
        said.append(words_of(clinic.get("inbox")))

    assert said[0] == said[1]
    assert row.spoken_number not in said[0]
    assert states(row) == [S.SENT]


@pytest.mark.django_db(transaction=True)
def test_two_colleagues_who_choose_the_same_at_once_count_it_once():
    people = make.net()
    rows = [make.referral(people, S.SENT) for _time in range(3)]
    chosen = [row.pk for row in rows]

    told = at_once(
        lambda: services.acknowledge_chosen(chosen, actor=people.shelter.actor),
        lambda: services.acknowledge_chosen(chosen[::-1], actor=people.shelter.actor),
    )

    assert sorted(one.done for one in told) == [0, 3]
    assert sorted(one.left for one in told) == [0, 3]
    assert traces().count() == 3

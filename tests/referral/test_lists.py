import pytest
from django.urls import reverse

from korgoo.access.enums import Role
from korgoo.referral import api
from korgoo.referral.enums import ReferralState
from tests import factories, factories_casework
from tests import factories_referral as make

pytestmark = pytest.mark.django_db
S = ReferralState


def test_an_empty_inbox_says_so(people, enter, words_of):
    assert "No referral waits for your organisation" in words_of(
        enter(people.shelter).get("inbox")
    )


def test_the_most_urgent_comes_first(people, enter, words_of, clock):
    rows = {u: make.referral(people, S.SENT, urgency=u) for u in ("planned", "now", "day")}
    promised = make.referral(people, S.ACCEPTED, urgency="now")

    page = words_of(enter(people.shelter).get("inbox"))

    order = [rows["now"], rows["day"], rows["planned"], promised]
    places = [page.index(row.spoken_number) for row in order]
    assert places == sorted(places)


def test_late_stands_out_in_words(people, enter, words_of, clock):
    make.referral(people, S.SENT, urgency="now")
    clock.forward(hours=3)

    answer = enter(people.shelter).get("inbox")

    assert "Late by 2 hours" in words_of(answer)
    assert "korgoo-tag--late" in answer.text


def test_the_inbox_says_who_asks_for_what(people, enter, words_of):
    row = make.referral(people, S.SENT, needs=("safe_place", "children"))

    page = words_of(enter(people.shelter).get("inbox"))

    for words in (
        row.case.spoken_code,
        "Invented Migration Service",
        "Shelter",
        "Place for children too",
    ):
        assert words in page


def test_what_is_reported_or_over_waits_no_more(people, enter, words_of):
    row = make.referral(people, S.COMPLETED)

    page = words_of(enter(people.shelter).get("inbox"))

    assert "No referral waits for your organisation" in page
    assert row.spoken_number in page.split("Nothing more to do for you")[1]


def test_the_inbox_asks_the_same_few_questions_however_long_it_is(
    people, enter, django_assert_max_num_queries
):
    for _time in range(2):
        make.referral(people, S.SENT)
    worker = enter(people.shelter)
    with django_assert_max_num_queries(13):
        worker.get("inbox")
    for _time in range(6):
        make.referral(people, S.SENT)

    with django_assert_max_num_queries(13):
        worker.get("inbox")


def test_returned_ones_stand_on_top_of_what_was_sent(people, enter, words_of):
    states = [S.CONFIRMED, S.RECEIVED, S.DRAFT, S.COMPLETED, S.NEEDS_INFORMATION, S.DECLINED]
    rows = [make.referral(people, state) for state in states]

    page = words_of(enter(people.officer).get("sent_list"))

    places = [page.index(row.spoken_number) for row in reversed(rows)]
    assert places == sorted(places)
    assert "No free place" in page
    assert "How old is the person?" in page


def test_a_noted_return_leaves_the_top(people, enter, words_of):
    row = make.referral(people, S.DECLINED)
    officer = enter(people.officer)

    answer = officer.post("note", row.pk)

    assert answer.url == reverse("referral:sent_list")
    page = words_of(officer.get("sent_list"))
    assert "Came back without help" not in page
    assert row.spoken_number in page


def test_a_referral_that_one_took_back_is_no_return(people, enter, words_of):
    make.referral(people, S.WITHDRAWN)

    assert "Came back without help" not in words_of(enter(people.officer).get("sent_list"))


def test_who_sent_nothing_is_told_where_a_referral_begins(people, enter, words_of):
    page = words_of(enter(people.officer).get("sent_list"))

    assert "Your organisation has sent no referral yet" in page


def test_lists_hold_nothing_of_others(people, enter, words_of):
    row = make.referral(people, S.SENT)

    for page in ("inbox", "sent_list"):
        assert row.spoken_number not in words_of(enter(people.clinic).get(page))


def test_roles_without_referrals_get_no_lists(people, enter):
    make.referral(people, S.DECLINED)
    at = people.officer.organisation
    member = factories.member(Role.ORGANISATION_ADMINISTRATOR, at=at)

    for page in ("inbox", "sent_list", "watch"):
        assert enter(member).get(page).status_code == 404
    assert api.waiting(actor=member.actor) == api.Waiting([], [], [], [])
    assert not any(vars_of(api.sent_lists(actor=member.actor)))


def vars_of(lists):
    return [getattr(lists, name) for name in lists.__dataclass_fields__]


def test_the_coordinator_sees_late_ones_first(people, enter, words_of, clock):
    planned = make.referral(people, S.SENT, urgency="planned")
    late = make.referral(people, S.SENT, urgency="now")
    clock.forward(hours=2)

    page = words_of(enter(people.coordinator).get("watch"))

    assert "1 referral runs late" in page
    assert page.index(late.spoken_number) < page.index(planned.spoken_number)
    assert "Invented Person" not in page


def test_the_coordinator_does_not_see_drafts_or_ends(people, enter, words_of):
    rows = [make.referral(people, state) for state in (S.DRAFT, S.DECLINED, S.CONFIRMED)]

    page = words_of(enter(people.coordinator).get("watch"))

    assert "No referral is running" in page
    assert not any(row.spoken_number in page for row in rows)


def test_the_watch_is_narrowed_by_state_and_organisation(people, enter, words_of):
    sent = make.referral(people, S.SENT)
    accepted = make.referral(people, S.ACCEPTED)
    elsewhere, _code = make.sent(people, to=people.clinic.organisation)
    centre = enter(people.coordinator)

    page = words_of(centre.get("watch", state="sent"))
    assert sent.spoken_number in page
    assert accepted.spoken_number not in page
    page = words_of(centre.get("watch", organisation=people.clinic.organisation.pk))
    assert elsewhere.spoken_number in page
    assert sent.spoken_number not in page
    page = words_of(centre.get("watch", state="completed"))
    assert "No running referral fits this choice" in page


def test_a_filter_of_nonsense_shows_everything(people, enter, words_of):
    row = make.referral(people, S.SENT)

    answer = enter(people.coordinator).get("watch", state="elsewhere", organisation="x")

    assert answer.status_code == 200
    assert row.spoken_number in words_of(answer)


@pytest.mark.parametrize("who", ["officer", "shelter"])
def test_the_watch_is_the_coordinators(who, people, enter):
    assert enter(getattr(people, who)).get("watch").status_code == 404


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
@pytest.mark.parametrize(("page", "who"), [("inbox", "shelter"), ("sent_list", "officer")])
def test_lists_open_in_each_language(language, page, who, people, enter, client):
    case = factories_casework.case(people.officer)
    make.referral(people, S.SENT, case=case)
    member = enter(getattr(people, who))
    client.cookies["language"] = language

    answer = member.get(page)

    assert answer.status_code == 200
    assert f'<html lang="{language}"' in answer.text

"""Each page once per answer: who may enter, what stays, what is said."""

import html
import re
from uuid import uuid4

import pytest
from django.db import connection
from django.urls import reverse

from korgoo.access.enums import Event, Facet, Mandate, Role
from korgoo.access.models import AuditEvent
from korgoo.casework import panels, services
from korgoo.casework.enums import AgeBand, Protection, Scope
from korgoo.casework.models import Case, ConsentAct
from korgoo.identification.models import Screening
from tests import factories
from tests import factories_casework as make
from tests.casework.test_selectors import many

pytestmark = pytest.mark.django_db
FOUR = {"channel": "phone", "language": "ky", "danger": "no", "matter": "wages"}
TOLD = ["interview", "purpose", "use", "statistics", "own_data", "storage", "withdrawal"]
OF_A_CASE = ["help_now", "details", "note", "screen", "consents", "status"]


def address(name, *args):
    return reverse(f"casework:{name}", args=args)


@pytest.fixture
def case(people):
    return make.case(people.officer, is_told=True)


# Who may enter


@pytest.mark.parametrize("name", ["case", *OF_A_CASE])
def test_another_organisation_finds_no_page(name, case, people, enter):
    assert enter(people.stranger).get(address(name, case.pk)).status_code == 404


@pytest.mark.parametrize("name", OF_A_CASE)
@pytest.mark.parametrize("who", ["shelter", "coordinator"])
def test_receiver_and_co_ordinator_find_no_page_of_the_owners_work(name, who, case, people, enter):
    make.share(case, people.shelter, Scope.IDENTITY, by=people.officer)

    assert enter(getattr(people, who)).get(address(name, case.pk)).status_code == 404


@pytest.mark.parametrize("name", ["list", "open", "watch"])
@pytest.mark.parametrize("role", [Role.ORGANISATION_ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER])
def test_who_works_on_no_case_finds_no_list(name, role, people, enter):
    member = factories.member(role, at=people.officer.organisation)

    assert enter(member).get(address(name)).status_code == 404


def test_a_visitor_is_led_to_the_door(case, client):
    answer = client.get(address("case", case.pk))

    assert answer.status_code == 302
    assert answer.url.startswith(reverse("account_login"))


# First contact and help


def test_a_first_contact_offers_help_before_it_asks(people, enter, words_of):
    page = words_of(enter(people.officer).get(address("open")))

    assert page.index("call first") < page.index("112") < page.index("Is anyone in danger now?")
    assert page.index("That is enough") < page.index("Name, or what to call the person")


@pytest.mark.parametrize("missing", list(FOUR))
def test_each_of_the_four_answers_is_needed_and_what_was_typed_stays(missing, people, enter):
    given = {k: v for k, v in FOUR.items() if k != missing}

    answer = enter(people.officer).post(address("open"), **given, note="Typed at length.")

    assert answer.status_code == 422
    assert "Typed at length." in answer.text
    assert not Case.objects.exists()


def test_what_nobody_touched_says_nothing_of_the_person(people, enter):
    """A list without an empty option would send its first one: an age, a country, a language."""
    text = enter(people.officer).get(address("open")).text
    chosen = {}
    for name, options in re.findall(
        r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', text, re.DOTALL
    ):
        values = re.findall(r'<option value="([^"]*)"( selected)?', options)
        chosen[name] = next((v for v, is_selected in values if is_selected), values[0][0])

    assert chosen == {
        "language": "",
        "age_band": "unknown",
        "citizenship": "",
        "country": "",
        "region": "",
    }
    assert "checked" not in text


def test_a_form_sent_twice_opens_one_case(people, enter):
    officer, key = enter(people.officer), str(uuid4())

    answers = [
        officer.post(address("open"), submission_key=key, **FOUR, name="N") for _twice in range(2)
    ]

    assert Case.objects.count() == 1
    assert {a.url for a in answers} == {address("help_now", Case.objects.get().pk)}


def test_without_a_key_of_the_organisation_what_was_typed_stays(people, enter):
    people.officer.organisation.keys.update(retired_at="2026-01-01T00:00:00Z")

    answer = enter(people.officer).post(address("open"), **FOUR, name="Invented Person")

    assert answer.status_code == 422
    assert "Invented Person" in answer.text
    assert "no key yet" in answer.text
    assert not Case.objects.exists()


@pytest.mark.parametrize(
    ("age", "words"),
    [
        (AgeBand.CHILD, "The person is or may be under 18"),
        (AgeBand.DOUBT, "The person is or may be under 18"),
        (AgeBand.UNKNOWN, "Is the person perhaps under 18?"),
        (AgeBand.ADULT, None),
    ],
)
def test_help_now_holds_the_child_rule(age, words, people, enter, words_of):
    case = make.case(people.officer, coded={"age_band": age})

    page = words_of(enter(people.officer).get(address("help_now", case.pk)))

    assert ("child protection" in page) is (words is not None)
    assert words is None or words in page
    assert case.spoken_code in page
    assert "Could someone hurt you or your family right now?" in page


# Lists


def test_names_are_masked_until_asked_for_and_opening_leaves_rows(case, people, enter, words_of):
    officer = enter(people.officer)
    assert "Invented Person" not in officer.get(address("list")).text
    assert not AuditEvent.objects.filter(event=Event.FACET_OPENED).exists()

    page = words_of(officer.get(address("list"), names="1"))

    assert "Invented Person" in page
    assert "is written down for each case" in page
    assert AuditEvent.objects.filter(event=Event.FACET_OPENED, detail="identity").count() == 1


def test_an_empty_list_says_so(people, enter, words_of):
    assert "There is no case here yet." in words_of(enter(people.officer).get(address("list")))


def test_a_list_marks_a_limit_that_has_passed(clock, case, people, enter, words_of):
    services.start_clock(
        case,
        "referral_answer",
        responsible_id=case.owner_id,
        actor=people.officer.actor,
        urgency="now",
    )
    officer = enter(people.officer)
    assert "A time limit has passed" not in words_of(officer.get(address("list")))

    clock.forward(hours=2)

    assert "A time limit has passed" in words_of(officer.get(address("list")))


def test_the_next_page_goes_on_where_the_first_ended(people, enter):
    many(people.officer, 30)
    officer = enter(people.officer)
    first = officer.get(address("list"))
    assert first.text.count('role="rowheader"') == 25

    second = officer.client.get(address("list") + _next_of(first.text))

    assert second.text.count('role="rowheader"') == 5


def _next_of(text):
    return html.unescape(re.search(r'href="(\?after=[^"]+)"', text).group(1))


@pytest.mark.parametrize("number", [1, 25])
def test_a_list_asks_the_database_as_often_for_one_case_as_for_many(
    number, people, enter, django_assert_max_num_queries
):
    many(people.officer, number)
    officer = enter(people.officer)
    officer.get(address("list"))

    with django_assert_max_num_queries(10):
        officer.get(address("list"))


def test_the_co_ordinator_watches_codes_and_no_names(case, people, enter, words_of):
    answer = enter(people.coordinator).get(address("watch"), names="1")

    page = words_of(answer)
    assert case.spoken_code in page
    assert people.officer.organisation.name in page
    assert "Invented Person" not in page
    assert "Show names" not in page
    assert not AuditEvent.objects.filter(event=Event.FACET_OPENED).exists()


def test_a_code_as_it_was_heard_leads_to_the_case(case, people, enter):
    answer = enter(people.officer).post(address("find"), code=f" {case.spoken_code} ")

    assert answer.url == address("case", case.pk)


@pytest.mark.parametrize("who", ["officer", "stranger"])
def test_a_wrong_code_and_a_foreign_case_look_alike(who, case, people, enter):
    member = getattr(people, who)
    wrong = case.code[:8] + str((int(case.code[8]) + 1) % 10)
    code = wrong if who == "officer" else case.code

    answer = enter(member).post(address("find"), code=code)

    assert answer.status_code == 422
    assert code in answer.text


# The page of a case


def test_the_page_of_a_case_shows_no_sealed_word(case, people, enter, words_of):
    answer = enter(people.officer).get(address("case", case.pk))

    assert answer.status_code == 200
    for sealed in ("Invented Person", "0555 000 111", "An invented story", "apricot"):
        assert sealed not in answer.text
    assert words_of(answer).count("Open : ") == 3
    assert not AuditEvent.objects.filter(event=Event.FACET_OPENED).exists()


def test_the_page_of_a_case_asks_the_database_a_bounded_number_of_times(
    case, people, enter, django_assert_max_num_queries
):
    make.share(case, people.shelter, Scope.IDENTITY, by=people.officer)
    make.agree(case, people.stranger, Scope.STORY, by=people.officer)
    for _each in range(3):
        make.read_card(case, people.officer)
    officer = enter(people.officer)
    officer.get(address("case", case.pk))

    # On PostgreSQL the audit trail asks for its lock besides. Four ask for the same person elsewhere.
    with django_assert_max_num_queries(47 + (connection.vendor == "postgresql")):
        officer.get(address("case", case.pk))


def test_the_co_ordinator_sees_codes_and_facts_only(case, people, enter, words_of):
    answer = enter(people.coordinator).get(address("case", case.pk))

    page = words_of(answer)
    assert answer.status_code == 200
    assert "Unpaid wages" in page
    assert page.count("Why can I not see this?") == len(Facet)
    for absent in ("Write details", "Get help now", "What the person allows", "Start a card"):
        assert absent not in page


def test_a_receiver_sees_its_part_and_nothing_after_it_ended(case, people, enter, words_of):
    make.share(case, people.shelter, Scope.IDENTITY, by=people.officer)
    worker = enter(people.shelter)
    page = words_of(worker.get(address("case", case.pk)))
    assert "The case belongs to" in page
    assert page.count("Why can I not see this?") == len(Facet) - 1
    assert worker.get(address("facet", case.pk, Facet.IDENTITY)).status_code == 200

    services.withdraw_consent(
        case.pk,
        frozenset({Scope.IDENTITY}),
        recipient_id=people.shelter.organisation.pk,
        actor=people.officer.actor,
    )
    assert worker.get(address("facet", case.pk, Facet.IDENTITY)).status_code == 404

    services.end_party(
        case, organisation_id=people.shelter.organisation.pk, actor=people.officer.actor
    )
    assert worker.get(address("case", case.pk)).status_code == 404


def test_a_limit_that_no_law_sets_says_so(case, people, enter, words_of):
    services.start_clock(
        case, "reflection", responsible_id=case.owner_id, actor=people.officer.actor
    )

    page = words_of(enter(people.officer).get(address("case", case.pk)))

    assert "No time limit" in page
    assert "Not set by law" in page


def test_a_limit_of_the_law_names_its_article(case, people, enter, words_of):
    services.start_clock(
        case, "shelter_first_stay", responsible_id=case.owner_id, actor=people.officer.actor
    )

    page = words_of(enter(people.officer).get(address("case", case.pk)))

    assert "article 21-4" in page


def test_missions_above_add_their_part(case, people, enter, monkeypatch):
    asked = []

    def rows(case_id, *, actor):
        asked.append((case_id, actor.organisation_id))
        return []

    monkeypatch.setattr(panels, "_registered", {})
    panels.register("casework/talks.html", rows)

    enter(people.officer).get(address("case", case.pk))

    assert asked == [(case.pk, people.officer.organisation.pk)]


# Sealed parts


@pytest.mark.parametrize(
    ("kind", "word"),
    [("identity", "Invented Person"), ("contact", "apricot"), ("story", "An invented story.")],
)
def test_an_opened_part_shows_what_was_told_and_leaves_a_row(kind, word, case, people, enter):
    answer = enter(people.officer).get(address("facet", case.pk, kind))

    assert word in answer.text
    assert "no-store" in answer["Cache-Control"]
    assert AuditEvent.objects.filter(event=Event.FACET_OPENED, detail=kind).count() == 1


def test_a_part_that_was_never_written_says_so(people, enter, words_of):
    case = make.case(people.officer)

    assert "Not written yet." in words_of(
        enter(people.officer).get(address("facet", case.pk, "story"))
    )


def test_no_part_of_another_name(case, people, enter):
    answer = enter(people.officer).get(f"/cases/{case.pk}/part/dreams/")

    assert answer.status_code == 404


def test_details_come_back_filled_and_are_saved(case, people, enter):
    officer = enter(people.officer)
    page = officer.get(address("details", case.pk))
    assert 'value="Invented Person"' in page.text
    assert AuditEvent.objects.filter(event=Event.FACET_OPENED).count() == 2

    answer = officer.post(
        address("details", case.pk), name="Invented Person", birth="1998", sex="female"
    )

    assert answer.url == address("case", case.pk)
    opened = services.open_facet(case.pk, Facet.IDENTITY, actor=people.officer.actor)
    assert opened == {"name": "Invented Person", "birth": "1998"}
    case.refresh_from_db()
    assert case.sex == "female"


def test_details_with_an_error_keep_what_was_typed(case, people, enter):
    answer = enter(people.officer).post(
        address("details", case.pk), name="Typed Anew", country="Atlantis"
    )

    assert answer.status_code == 422
    assert "Typed Anew" in answer.text


def test_a_note_is_sealed_and_shown_only_when_opened(case, people, enter):
    officer = enter(people.officer)

    assert officer.post(address("note", case.pk), text="Another word.").status_code == 302

    assert "Another word." not in officer.get(address("case", case.pk)).text
    assert "Another word." in officer.get(address("facet", case.pk, "story")).text


def test_an_empty_note_is_asked_for_again(case, people, enter):
    assert enter(people.officer).post(address("note", case.pk), text=" ").status_code == 422


# Consent


def consent(case, member):
    return address("consent", case.pk, member.organisation.pk)


def agreed(**answers):
    yes = {f"scope_{s}": "yes" for s in ("referral", "identity", "contact", "story")}
    rest = {"language": "ky", "told": TOLD, "lasts": "90", "proof": "witness"}
    return {**yes, **rest, **answers}


def test_nothing_is_chosen_before_the_person_answers(case, people, enter):
    text = enter(people.officer).get(consent(case, people.shelter)).text

    assert people.shelter.organisation.name in text
    assert 'type="radio" value="yes" checked' not in text
    assert "checked" not in text.split("<h2")[1]


def test_an_agreement_is_kept_and_leads_back_to_where_it_was_asked_for(case, people, enter):
    answer = enter(people.officer).post(
        consent(case, people.shelter), **agreed(scope_story="no"), next="/referrals/x/"
    )

    assert answer.url == "/referrals/x/"
    given = ConsentAct.objects.get().scopes.filter(is_given=True)
    assert set(given.values_list("scope", flat=True)) == {"referral", "identity", "contact"}


@pytest.mark.parametrize(
    "place", ["https://evil.example/", "//evil.example/", "javascript:x", "a/b"]
)
def test_no_way_leads_out_of_the_platform(place, case, people, enter):
    answer = enter(people.officer).post(consent(case, people.shelter), **agreed(), next=place)

    assert answer.url == address("case", case.pk)


def test_a_refusal_needs_one_answer_only(case, people, enter):
    answer = enter(people.officer).post(
        consent(case, people.shelter), scope_referral="no", language="ky"
    )

    assert answer.status_code == 302
    assert ConsentAct.objects.get().scopes.filter(is_given=True).count() == 0


@pytest.mark.parametrize(
    "answers",
    [
        {"lasts": ""},
        {"proof": ""},
        {"told": TOLD[:-1]},
        {"told": []},
        {"scope_referral": ""},
        {"scope_story": "perhaps"},
    ],
)
def test_half_an_agreement_is_none(answers, case, people, enter):
    answer = enter(people.officer).post(consent(case, people.shelter), **agreed(**answers))

    assert answer.status_code == 422
    assert not ConsentAct.objects.exists()


def test_a_child_is_asked_with_the_guardian(people, enter):
    child = make.case(people.officer, coded={"age_band": AgeBand.CHILD})
    officer = enter(people.officer)

    assert officer.post(consent(child, people.shelter), **agreed()).status_code == 422
    answer = officer.post(consent(child, people.shelter), **agreed(guardian="yes"))

    assert answer.status_code == 302
    assert ConsentAct.objects.get().guardian_agreed is True


def test_nobody_agrees_to_the_owner(case, people, enter):
    answer = enter(people.officer).post(consent(case, people.officer), **agreed())

    assert answer.status_code == 422
    assert "another organisation than your own" in answer.text


def test_an_organisation_that_does_not_exist(case, people, enter):
    assert enter(people.officer).get(address("consent", case.pk, 999_999)).status_code == 404


def test_taking_back_says_what_cannot_be_undone_and_does_it(case, people, enter, words_of):
    make.share(case, people.shelter, Scope.IDENTITY, by=people.officer)
    officer = enter(people.officer)
    place = address("withdraw", case.pk, people.shelter.organisation.pk)
    assert "What was read cannot be unread. The keys are changed now" in words_of(
        officer.get(place)
    )
    assert officer.post(place).status_code == 422

    answer = officer.post(place, scopes=["identity"])

    page = words_of(officer.get(answer.url))
    assert "taken back" in page
    assert "nothing to take back" not in page
    assert officer.get(place).status_code == 200


# Cards, decision, status


def test_a_card_starts_where_its_view_begins(case, people, enter):
    officer = enter(people.officer)

    short = officer.post(address("screen", case.pk), talk="alone", view="labour-inspector")
    whole = officer.post(address("screen", case.pk), talk="others", view="full")

    assert short.url.endswith("/1/")
    assert whole.url.endswith("/age/")


def test_a_card_needs_both_answers(case, people, enter):
    assert enter(people.officer).post(address("screen", case.pk), talk="alone").status_code == 422


@pytest.mark.parametrize(
    ("age", "check"),
    [
        ("12-17", "child"),
        ("0-11", "child"),
        ("doubt", "doubt"),
        ("25-39", "adult"),
        ("unknown", ""),
    ],
)
def test_a_card_takes_over_what_is_known_of_the_age(age, check, people, enter):
    case = make.case(people.officer, coded={"age_band": age})

    enter(people.officer).post(address("screen", case.pk), talk="alone", view="full")

    assert Screening.objects.get().age_check == check


def test_a_decision_without_the_mandate_keeps_the_reason(enter, db):
    inspector = factories.member(Role.OFFICER, at=factories.organisation(Mandate.INSPECT))
    case = make.case(inspector)
    card = make.read_card(case, inspector)

    answer = enter(inspector).post(
        address("decide", case.pk, card.id),
        decision="presumed",
        ground="reading",
        reason="Papers were kept.",
    )

    assert answer.status_code == 422
    assert "no mandate to presume" in answer.text
    assert "Papers were kept." in answer.text
    case.refresh_from_db()
    assert case.decision == ""


def test_nobody_decides_before_the_reading_or_on_the_card_of_another_case(case, people, enter):
    other = make.case(people.officer)
    unread = make.card(case, people.officer)
    foreign = make.read_card(other, people.officer)
    officer = enter(people.officer)

    for card in (unread, foreign):
        answer = officer.post(
            address("decide", case.pk, card.id), decision="presumed", ground="papers"
        )
        assert answer.status_code == 404
    assert not Case.objects.exclude(decision="").exists()


def test_the_status_offers_only_allowed_moves(case, people, enter, words_of):
    officer = enter(people.officer)
    page = words_of(officer.get(address("status", case.pk)))
    assert "Withdrawn by the person" in page
    assert "Officially identified" not in page

    assert officer.post(address("status", case.pk), status="identified").status_code == 422
    moved = officer.post(address("status", case.pk), status="withdrawn", ground="own_wish")
    assert moved.status_code == 302
    case.refresh_from_db()
    assert case.protection == Protection.WITHDRAWN
    assert "At risk" in words_of(officer.get(address("status", case.pk)))

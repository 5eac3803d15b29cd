import pytest
from django.urls import reverse

from korgoo.access.enums import Facet
from korgoo.casework import services as casework
from korgoo.identification import agency_views, editions, forms, guidelines, services
from korgoo.identification.models import Screening
from tests import factories_casework as make
from tests.identification.test_services import STRONG, chosen

pytestmark = pytest.mark.django_db


def address(name, card, *args):
    return reverse(f"identification:{name}", args=[card.id, *args])


@pytest.fixture
def case(people):
    return make.case(people.officer)


@pytest.fixture
def card(case, people):
    return make.card(case, people.officer)


@pytest.fixture
def read_card(case, people):
    return make.read_card(case, people.officer, *[(c.question, c.option) for c in STRONG])


@pytest.mark.parametrize("who", ["shelter", "stranger"])
@pytest.mark.parametrize(
    ("name", "more"),
    [("page", [1]), ("opinion", []), ("reading", []), ("again", []), ("print", [])],
)
def test_nobody_else_finds_the_card(name, more, who, read_card, people, enter):
    assert enter(getattr(people, who)).get(address(name, read_card, *more)).status_code == 404


def test_the_first_page_says_what_to_say_first(card, people, enter, words_of):
    page = words_of(enter(people.officer).get(address("page", card, 1)))

    assert "Step 1 of 4" in page
    assert page.index("Read aloud first") < page.index("Who has your passport")
    assert "Get help now: the questions can wait" in page


def test_each_question_offers_its_options_and_the_three_of_the_page(card, people, enter):
    text = enter(people.officer).get(address("page", card, 1)).text

    for value in ("mine", "kept-free", "kept", "unknown", "refused", ""):
        assert f'name="q-documents" type="radio" value="{value}"' in text


def test_answers_are_kept_with_their_source_and_come_back(card, people, enter):
    officer = enter(people.officer)
    given = {"q-documents": "kept", "s-documents": "observed", "q-pay": "refused", "s-pay": "told"}

    answer = officer.post(address("page", card, 1), **given)

    assert answer.url == address("page", card, 2)
    rows = Screening.objects.get(pk=card.id).choices.values_list("question", "option", "source")
    assert set(rows) == {("documents", "kept", "observed"), ("pay", "refused", "told")}
    text = officer.get(address("page", card, 1)).text
    assert 'name="q-documents" type="radio" value="kept" checked' in text
    assert 'name="q-deductions" type="radio" value="" checked' in text


def test_an_answer_can_be_cleared(card, people, enter):
    officer = enter(people.officer)
    officer.post(address("page", card, 1), **{"q-documents": "kept"})

    officer.post(address("page", card, 1), **{"q-documents": ""})

    assert chosen(card) == {}


def test_an_answer_that_is_none_of_the_options_keeps_the_rest_as_typed(card, people, enter):
    answer = enter(people.officer).post(
        address("page", card, 1), **{"q-documents": "never", "q-pay": "less"}
    )

    assert answer.status_code == 422
    assert 'name="q-pay" type="radio" value="less" checked' in answer.text
    assert chosen(card) == {}


@pytest.mark.parametrize("number", [0, 5, 99])
def test_pages_that_the_view_does_not_have(number, card, people, enter):
    assert enter(people.officer).get(address("page", card, number)).status_code == 404


def test_the_last_page_leads_to_the_opinion(card, people, enter):
    assert enter(people.officer).post(address("page", card, 4)).url == address("opinion", card)


def test_others_who_listen_are_a_reason_to_stop(card, people, enter, words_of):
    Screening.objects.filter(pk=card.id).update(talk="others")

    assert "Others are listening" in words_of(enter(people.officer).get(address("page", card, 1)))


def test_no_reading_is_shown_before_the_opinion(card, people, enter):
    services.save_answers(
        card.id, STRONG, asked=[c.question for c in STRONG], actor=people.officer.actor
    )
    officer = enter(people.officer)

    assert officer.get(address("reading", card)).url == address("opinion", card)
    page = officer.get(address("opinion", card)).text
    assert "Strong indications" not in page
    assert officer.post(address("opinion", card)).status_code == 422


def test_the_reading_explains_itself(read_card, people, enter, words_of):
    page = words_of(enter(people.officer).get(address("reading", read_card)))

    assert "Strong indications" in page
    assert "I do not know enough yet" in page
    assert "At least two strong signs" in page or "One strong sign" in page
    assert "Papers taken away The person told" in page
    assert "Help now, whatever the reading says" in page
    assert "What do you decide?" in page
    assert "stand as they are" in page
    assert "version 2009-09" in page


def test_the_reading_gives_no_verdict_and_no_score(read_card, people, enter, words_of):
    page = words_of(enter(people.officer).get(address("reading", read_card)))

    assert "%" not in page
    assert "is a victim" not in page


def test_open_questions_that_would_change_the_reading_are_asked_in_words(
    case, people, enter, words_of
):
    card = make.read_card(case, people.officer, ("documents", "kept"), ("pay", "kept-back"))

    page = words_of(enter(people.officer).get(address("reading", card)))

    assert "Do you work so long that there is hardly time to sleep" in page
    assert "If this sign is present, the reading becomes" in page


def test_a_child_makes_it_urgent(case, people, enter, words_of):
    card = make.read_card(case, people.officer, ("age", "child"), ("hours", "no-rest"))

    page = words_of(enter(people.officer).get(address("reading", card)))

    assert "This may concern a child. Act now" in page


def test_a_read_card_is_locked(read_card, people, enter):
    officer = enter(people.officer)

    assert officer.get(address("page", read_card, 1)).url == address("reading", read_card)
    assert officer.get(address("opinion", read_card)).url == address("reading", read_card)
    answer = officer.post(address("page", read_card, 1), **{"q-documents": "mine"})
    assert answer.status_code == 403
    assert "Start a new card" in answer.text
    assert chosen(read_card)["documents"] == "kept"


def test_the_decision_follows_the_reading_and_its_reason_is_sealed(read_card, case, people, enter):
    officer = enter(people.officer)
    place = reverse("casework:decide", args=[case.pk, read_card.id])
    assert f'action="{place}"' in officer.get(address("reading", read_card)).text

    officer.post(place, decision="presumed", ground="papers", reason="It was plain.")

    case.refresh_from_db()
    assert case.protection == "presumed"
    story = casework.open_facet(case.pk, Facet.STORY, actor=people.officer.actor)
    assert story["notes"][0]["text"] == "It was plain."


def test_the_whole_list_asks_the_age_first(case, people, enter):
    card = make.card(case, people.officer, view="full")
    officer = enter(people.officer)
    assert officer.post(address("age", card)).status_code == 422

    answer = officer.post(address("age", card), age_check="doubt")

    assert answer.url == address("page", card, 1)
    assert Screening.objects.get(pk=card.id).is_child
    for number in range(1, 7):
        assert officer.get(address("page", card, number)).status_code == 200


def test_a_short_card_has_no_page_of_age(card, people, enter):
    assert enter(people.officer).get(address("age", card)).status_code == 404


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_the_card_speaks_the_officers_language(language, card, people, enter):
    officer = enter(people.officer)
    officer.client.cookies["language"] = language
    question = {
        "ky": "Паспортуңуз же күбөлүгүңүз азыр кимде?",
        "ru": "У кого сейчас ваш паспорт или удостоверение?",
        "en": "Who has your passport or identity card now?",
    }

    assert question[language] in officer.get(address("page", card, 1)).text


def test_a_sign_that_can_only_be_seen_is_taken_as_seen():
    catalogues = editions.current().data.catalogues
    catalogue = catalogues["ilo-labour"]
    asked = guidelines.questions_of(agency_views.view_of("full", editions.current().data))
    usual = {q.key: forms.usual_source(q, catalogues) for q in asked}

    for question in asked:
        [code] = question.options[0].sets
        ways = catalogue.indicator(code).evidence
        assert usual[question.key] == (ways[0] if len(ways) == 1 else "told")


def test_opinions_and_pages_ask_the_database_a_bounded_number_of_times(
    card, read_card, people, enter, django_assert_max_num_queries
):
    officer = enter(people.officer)
    for place in (
        address("page", card, 1),
        address("opinion", card),
        address("reading", read_card),
    ):
        # The reading also names its officer, their organisation and the decision.
        with django_assert_max_num_queries(16):
            assert officer.get(place).status_code == 200

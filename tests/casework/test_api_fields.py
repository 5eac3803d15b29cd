"""What forms filled elsewhere ask of cases."""

import pytest

from korgoo.access.enums import Event, Mandate, Role
from korgoo.access.models import AuditEvent
from korgoo.casework import api
from korgoo.casework.enums import AgeBand, Danger
from korgoo.casework.models import Case
from korgoo.identification.enums import AgeCheck
from korgoo.lib.errors import NotFound
from tests import factories
from tests import factories_casework as make

pytestmark = pytest.mark.django_db


def opened(actor):
    return api.open_from_field(channel="inspection", language="ru", danger=Danger.YES, actor=actor)


def test_a_case_is_opened_from_codes_alone(people):
    case = Case.objects.get(pk=opened(people.officer.actor))

    assert (case.channel, case.language, case.danger) == ("inspection", "ru", "yes")
    assert (case.matter, case.protection) == ("other", "contact")
    assert case.owner == people.officer.organisation
    assert not case.facets.exists()
    assert AuditEvent.objects.filter(event=Event.CASE_OPENED).count() == 1


def test_it_needs_no_open_key(people):
    assert Case.objects.filter(pk=opened(factories.locked(people.officer))).exists()


def test_who_opens_no_cases_opens_none_so(people):
    with pytest.raises(NotFound):
        opened(people.coordinator.actor)
    assert not Case.objects.exists()


def test_own_cases_are_found_by_their_codes_and_others_are_not(people):
    own, foreign = make.case(people.officer), make.case(people.stranger)

    found = api.own_cases([own.code, foreign.code, "000000000"], actor=people.officer.actor)

    assert {code: card.id for code, card in found.items()} == {own.code: own.pk}


def test_a_case_that_was_only_shared_is_not_ones_own(people):
    case = make.case(people.officer)
    make.share(case, people.stranger, by=people.officer)

    assert api.own_cases([case.code], actor=people.stranger.actor) == {}


def test_who_fills_in_no_cards_has_no_cases_to_fill(people):
    case = make.case(people.officer)
    editor = factories.member(Role.CONTENT_EDITOR, at=people.officer.organisation)
    no_mandate = factories.organisation(Mandate.SERVE)
    worker = factories.member(Role.CASE_WORKER, at=no_mandate)
    own = make.case(worker)

    assert api.own_cases([case.code], actor=editor.actor) == {}
    assert api.own_cases([own.code], actor=worker.actor) == {}


@pytest.mark.parametrize(
    ("band", "known"),
    [
        (AgeBand.UNKNOWN, None),
        (AgeBand.DOUBT, AgeCheck.DOUBT),
        (AgeBand.UNDER_12, AgeCheck.CHILD),
        (AgeBand.CHILD, AgeCheck.CHILD),
        (AgeBand.YOUNG, AgeCheck.ADULT),
        (AgeBand.OLDER, AgeCheck.ADULT),
    ],
)
def test_what_a_case_says_of_the_age_is_not_asked_again(band, known, people):
    case = make.case(people.officer, coded={"age_band": band})
    [card] = api.own_cases([case.code], actor=people.officer.actor).values()

    assert api.known_age(card) is known

"""Partners and who may meet a person stand in the order of the alphabet that the reader reads."""

import pytest
from django.utils import translation

from korgoo.access.enums import Mandate
from korgoo.safe_return import presentation, selectors, services
from tests import factories
from tests import factories_return as make

pytestmark = pytest.mark.django_db


def add(team, name, country):
    new = services.NewPartner(name, country, frozenset({"serve"}))
    return services.add_partner(new, actor=team.worker.actor)


def test_who_may_meet_a_person_stands_by_name(team):
    in_order = factories.organisations_in_order(Mandate.SERVE)

    found = presentation.meeting(actor=team.worker.actor)

    assert [card.id for card in found] == [*in_order, team.worker.organisation.pk]


def test_partners_stand_by_country_in_words_and_then_by_name(team):
    rows = [("Үмүт", "UZ"), ("Уран", "UZ"), ("Ак", "JO"), ("Бак", "PL")]
    for name, country in rows:
        add(team, name, country)

    with translation.override("ky"):  # Иордания, Өзбекстан, Польша
        found = selectors.list_partners(actor=team.worker.actor)

    assert [row.organisation.name for row in found] == ["Ак", "Уран", "Үмүт", "Бак"]


def test_keys_to_seal_to_stand_by_the_partners_name(team):
    for name in ("Үмүт", "Уран"):
        make.partner(team, name=name)

    found = selectors.usable_keys(actor=team.worker.actor)

    assert [key.partner.organisation.name for key in found] == ["Уран", "Үмүт"]

"""Organisations to choose from stand in the order of the alphabet that the reader reads."""

import pytest

from korgoo.access.enums import Mandate
from korgoo.assistance.forms.fields import organisations
from korgoo.assistance.presentation.forms import bodies_for_children
from tests import factories

pytestmark = pytest.mark.django_db


def test_who_took_part_is_asked_by_name(db):
    in_order = factories.organisations_in_order()

    assert organisations(reversed(in_order)) == [
        (str(pk), name) for pk, name in zip(in_order, factories.IN_ORDER, strict=True)
    ]


def test_bodies_that_decide_for_a_child_stand_by_name_after_ones_own(care):
    for name, mandate in (("Үмүт", Mandate.COORDINATE), ("Уран", Mandate.SERVE)):
        factories.organisation(mandate, name=name)

    names = [card.name for card in bodies_for_children(care.owner.actor)]

    assert names[:3] == ["Invented Crisis Centre", "Уран", "Үмүт"]

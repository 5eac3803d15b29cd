"""Members and organisations stand in the order of the alphabet that the reader reads."""

import pytest

from korgoo.access import api, selectors
from korgoo.access.enums import Mandate, Role
from tests import factories


@pytest.fixture
def at_work(holder):
    """Who works here by number in the order of their names; the holder, in Latin, comes last."""
    staff = factories.members_in_order(Role.CASE_WORKER, at=holder.organisation)
    return [*staff, holder.user.pk]


def test_members_stand_by_name(holder, at_work):
    assert [row.pk for row in selectors.list_members(actor=holder.actor)] == at_work
    assert [card.id for card in api.members_today(actor=holder.actor)] == at_work


def test_a_member_with_two_roles_is_listed_once(holder, at_work):
    user = selectors.get_member(at_work[0], actor=holder.actor)
    factories.services.add_member(
        user.email, name=user.name, role=Role.HEAD, organisation=holder.organisation, actor=None
    )

    assert [row.pk for row in selectors.list_members(actor=holder.actor)] == at_work


def test_colleagues_to_choose_from_stand_by_name(holder, at_work):
    assert [key for key, _name in api.list_colleagues(actor=holder.actor)] == at_work


@pytest.mark.parametrize("listed", [api.list_organisations, api.offer_all])
def test_organisations_stand_by_name(listed, holder):
    in_order = factories.organisations_in_order(Mandate.SERVE)

    assert [card.id for card in listed(actor=holder.actor)] == in_order


def test_who_may_be_asked_stands_by_name(holder):
    in_order = factories.organisations_in_order(Mandate.SERVE)

    assert [card.id for card in api.offer("serve", actor=holder.actor)] == in_order

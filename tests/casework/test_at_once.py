"""Two decide at the same moment: one decision, and one clear message."""

import pytest

from korgoo.access.enums import Facet, Role
from korgoo.casework import services
from korgoo.casework.grounds import GlassReason, ShareGround
from korgoo.casework.models import GlassBreak, SharingAct
from korgoo.casework.services import Emergency, SharingWish
from korgoo.lib.errors import Forbidden
from tests import factories, members
from tests import factories_casework as make

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_decides_and_the_other_hears_that_it_is_decided(transactional_db):
    people = make.mechanism()
    case = make.case(people.officer, is_told=True)
    house = people.officer.organisation
    second, third = (factories.member(Role.OFFICER, at=house) for _two in range(2))
    wish = SharingWish(
        people.shelter.organisation.pk, ShareGround.LIFE, frozenset({Facet.CONTACT}), "Invented."
    )
    act = services.propose_sharing(case.pk, wish, actor=people.officer.actor)

    shared = members.at_once(
        lambda: services.confirm_sharing(case.pk, act.pk, actor=second.actor),
        lambda: services.refuse_sharing(case.pk, act.pk, actor=third.actor),
    )

    assert sorted(type(one).__name__ for one in shared) == ["Forbidden", "SharingAct"]
    assert SharingAct.objects.get().state in {"in_force", "refused"}
    line = factories.member(Role.HEAD, at=house)
    need = Emergency(frozenset({Facet.THERAPY}), GlassReason.DANGER, "Invented.", is_alone=True)
    services.add_note(case.pk, "A.", kind="note", part=Facet.THERAPY, actor=people.officer.actor)
    row = services.break_glass(case.pk, need, actor=line.actor)

    said = members.at_once(
        lambda: services.confirm_glass(row.pk, actor=second.actor),
        lambda: services.refuse_glass(row.pk, actor=third.actor),
    )

    assert [isinstance(one, Forbidden) for one in said].count(True) == 1
    row = GlassBreak.objects.get()
    assert (row.confirmed_at is None) != (row.refused_at is None)

"""Each deed from each state: allowed where the rules say so, and nothing is written anywhere else."""

import pytest

from korgoo.access.models import AuditEvent
from korgoo.lib.errors import Forbidden, NotFound
from korgoo.referral.enums import MOVES, Deed, ReferralState
from korgoo.referral.policies import DEEDS
from tests import factories_referral as make

pytestmark = pytest.mark.django_db
S = ReferralState


@pytest.fixture(scope="module")
def _stage(for_module):
    def build():
        people = make.net()
        return people, {state: make.referral(people, state) for state in S}

    return for_module(build)


@pytest.fixture
def stage(db, clock, _stage):
    """Those who act, and a referral in each state."""
    return _stage()


@pytest.mark.parametrize("state", list(S))
# Sharing afterwards belongs to paper alone: test_on_paper.
@pytest.mark.parametrize("deed", [deed for deed in Deed if deed is not Deed.SHARE])
def test_each_deed_starts_only_from_its_states(stage, deed, state):
    people, rows = stage
    row = rows[state]
    # Who took a referral back has taken note of it with that.
    is_allowed = state in DEEDS[deed].states and (deed, state) != (Deed.NOTE, S.WITHDRAWN)
    sender, receiver = people.officer.actor, people.shelter.actor

    if is_allowed:
        make.do(deed.value, row.pk, sender=sender, receiver=receiver)
        row.refresh_from_db()
        assert row.state in (DEEDS[deed].to or {state})
        assert not DEEDS[deed].to or row.state in MOVES[state]
    else:
        events = AuditEvent.objects.count()
        with pytest.raises((Forbidden, NotFound)):
            make.do(deed.value, row.pk, sender=sender, receiver=receiver)
        row.refresh_from_db()
        assert row.state == state
        assert AuditEvent.objects.count() == events

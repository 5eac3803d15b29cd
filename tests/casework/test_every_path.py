"""Whatever is done in whatever order: no part opens without a ground, and old keys open nothing new.

The machine keeps its own, plain account of what may be read; the platform must never allow more.
"""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from korgoo.access.enums import Facet, Mandate, Role
from korgoo.casework import api, facets, services
from korgoo.casework.enums import ConsentAge, NoteKind, Scope
from korgoo.casework.grounds import ConflictGround, GlassReason, Purpose, ShareGround
from korgoo.casework.models import FacetWrap, SealedFacet
from korgoo.casework.services import Emergency, SharingWish
from korgoo.lib.errors import DomainError, NotFound
from korgoo.lib.sealing import CannotOpen, open_payload
from tests import factories
from tests import factories_casework as make

TOLD = (Facet.IDENTITY, Facet.CONTACT, Facet.STORY)
some_parts = st.frozensets(st.sampled_from(TOLD))
purposes = st.sampled_from([Purpose.HELP, Purpose.RETURN])


class EveryPath(RuleBasedStateMachine):
    """One case, its owner, a receiver with a helper who may not read, and outsiders."""

    def __init__(self):
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.clock.now = self.start
        self.case = make.case(self.people.officer, is_told=True)
        self.house = self.people.shelter.organisation.pk
        self.agreed, self.excepted, self.broken = {}, [], []
        self.closed, self.stolen = False, []

    def teardown(self):
        for outsider in (self.people.stranger, self.people.coordinator, self.police):
            assert self._open_to(outsider) == set()
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    # Most ways in which too much could open begin with much that was open, and a key kept from then.
    @initialize(purpose=purposes)
    def begin(self, purpose):
        self._agree(purpose, frozenset(TOLD), is_long=False)
        self._steal()

    @rule(purpose=purposes, parts=some_parts, is_long=st.booleans())
    def agree(self, purpose, parts, is_long):
        self._agree(purpose, parts, is_long)

    def _agree(self, purpose, parts, is_long):
        scopes = [Scope(part.value) for part in parts if self._fits(purpose, part)]
        lasts = ConsentAge.OPEN if is_long else ConsentAge.MONTH
        given = [Scope.REFERRAL, *scopes]
        make.share(
            self.case,
            self.people.shelter,
            *given,
            by=self.people.officer,
            purpose=purpose,
            lasts=lasts,
        )
        until = None if is_long else self.clock.now + timedelta(days=30)
        self.agreed[purpose] = ({Facet(s.value) for s in scopes}, until)
        assert self.closed or all(self._opens(p, self.people.shelter) for p in self._by_consent())

    @rule(purpose=purposes)
    def refuse(self, purpose):
        make.agree(self.case, self.people.shelter, by=self.people.officer, purpose=purpose)
        self.agreed.pop(purpose, None)

    @rule(parts=some_parts)
    def take_back(self, parts):
        scopes = frozenset(Scope(part.value) for part in parts)
        services.withdraw_consent(
            self.case.pk, scopes, recipient_id=self.house, actor=self.people.officer.actor
        )
        self.agreed = {p: (kinds - parts, until) for p, (kinds, until) in self.agreed.items()}

    @rule()
    def take_back_on_the_own_page(self):
        api.withdraw_by_person(self.case.pk, recipient_id=self.house)
        self.agreed = {}

    @rule(parts=some_parts.filter(bool))
    def share_in_danger(self, parts):
        wish = SharingWish(self.house, ShareGround.LIFE, parts, "Invented.")
        act = services.propose_sharing(self.case.pk, wish, actor=self.people.officer.actor)
        services.confirm_sharing(self.case.pk, act.pk, actor=self.colleague.actor)
        self.excepted.append((act.pk, parts, self.clock.now + timedelta(days=7)))

    @rule()
    def end_danger(self):
        for pk, _parts, until in self.excepted:
            if until > self.clock.now:
                services.end_sharing(self.case.pk, pk, actor=self.people.officer.actor)
        self.excepted = []

    @rule(parts=some_parts)
    def break_glass(self, parts):
        emergency = Emergency(parts, GlassReason.DANGER, "Invented.", is_alone=True)
        try:
            with transaction.atomic():
                services.break_glass(self.case.pk, emergency, actor=self.line.actor)
        except DomainError:
            return
        self.broken.append((parts, self.clock.now + timedelta(hours=1)))

    @rule()
    def close_to_the_worker(self):
        user_id = self.people.shelter.user.pk
        if not self.closed:
            head = self.shelter_head.actor
            try:
                with transaction.atomic():
                    services.mark_conflict(
                        self.case.pk, user_id, ConflictGround.SUSPECT, actor=head
                    )
            except NotFound:
                return  # the house has no part in the case now
            self.closed = True

    @rule()
    def write(self):
        services.add_note(
            self.case.pk, "More.", kind=NoteKind.NOTE, actor=self.people.officer.actor
        )

    @rule(days=st.sampled_from([0, 7, 31]), minutes=st.sampled_from([30, 90]))
    def wait(self, days, minutes):
        self.clock.forward(days=days, minutes=minutes)

    @rule()
    def sweep(self):
        api.close_expired_consents()
        api.end_run_out_sharing()
        api.raise_overdue_glass()

    @rule()
    def steal(self):
        self._steal()

    def _steal(self):
        for wrap in FacetWrap.objects.filter(
            facet__case=self.case, organisation_id=self.house
        ).select_related("facet__case"):
            key = facets.Opener(self.people.shelter.actor).data_key(wrap)
            self.stolen.append((Facet(wrap.facet.kind), key))

    @invariant()
    def nothing_opens_without_a_ground(self):
        by_ground = set() if self.closed else self._by_consent() | self._by_danger()
        assert self._open_to(self.people.shelter) <= by_ground
        assert self._open_to(self.line) <= self._by_glass()
        assert self._opens(Facet.STORY, self.people.officer)

    @invariant()
    def stolen_keys_open_no_part_that_was_sealed_anew(self):
        if not self.stolen:
            return
        services.give_new_keys(self.case.pk, actor=self.people.officer.actor)
        rows = {Facet(f.kind): f for f in SealedFacet.objects.filter(case=self.case)}
        held = set(
            FacetWrap.objects.filter(
                facet__case=self.case, organisation_id=self.house
            ).values_list("facet__kind", flat=True)
        )
        for kind, key in self.stolen:
            assert kind in held or not _opens_with(key, rows[kind])

    def _by_consent(self):
        now = self.clock.now
        kinds = [k for k, until in self.agreed.values() if until is None or until > now]
        return set().union(*kinds)

    def _by_danger(self):
        return set().union(*(p for _pk, p, until in self.excepted if until > self.clock.now))

    def _by_glass(self):
        return set().union(*(p for p, until in self.broken if until > self.clock.now))

    def _open_to(self, member):
        return {kind for kind in TOLD if self._opens(kind, member)}

    def _opens(self, kind, member):
        try:
            return facets.read(self.case, kind, actor=member.actor) is not None
        except NotFound:
            return False

    @staticmethod
    def _fits(purpose, part):
        return purpose is Purpose.HELP or part is not Facet.STORY


def _opens_with(key, facet):
    try:
        return bool(open_payload(bytes(facet.sealed), key=key, binding=facets.binding(facet)))
    except CannotOpen:
        return False


@pytest.mark.django_db
def test_no_order_of_deeds_opens_a_part_without_a_ground(clock, people):
    EveryPath.people, EveryPath.clock, EveryPath.start = people, clock, clock.now
    EveryPath.colleague = factories.member(Role.OFFICER, at=people.officer.organisation)
    EveryPath.line = factories.member(Role.HOTLINE_OPERATOR, at=people.shelter.organisation)
    EveryPath.shelter_head = factories.member(Role.HEAD, at=people.shelter.organisation)
    EveryPath.police = factories.member(at=factories.organisation(Mandate.INVESTIGATE))
    run_state_machine_as_test(
        EveryPath,
        settings=settings(max_examples=12, stateful_step_count=12, deadline=None),
    )

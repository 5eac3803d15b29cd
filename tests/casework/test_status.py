"""Both statuses of a case: their moves, their history, who may record and who may know."""

import pytest

from korgoo.access.enums import Event, Facet, Mandate, Role
from korgoo.casework import policies, selectors, services, status_map, status_names
from korgoo.casework.enums import (
    AWAY,
    PROCEDURAL_MOVES,
    PROTECTION_MOVES,
    Axis,
    Decision,
    Procedural,
    ProceduralGround,
    Protection,
    ProtectionGround,
    Scope,
)
from korgoo.casework.models import Case, StatusMove
from korgoo.countrypack import api as packs
from korgoo.lib.errors import Forbidden, NotFound
from tests import factories
from tests import factories_casework as make
from tests.members import words, words_of_main

P, C, G, B = Protection, Procedural, ProtectionGround, ProceduralGround


def test_the_person_may_withdraw_from_anywhere_and_whoever_is_gone_may_come_back():
    for status in P:
        assert status is P.WITHDRAWN or P.WITHDRAWN in PROTECTION_MOVES[status]
    for status in AWAY:
        assert {P.CONTACT, P.AT_RISK, P.PRESUMED, P.IDENTIFIED} <= PROTECTION_MOVES[status]


def test_every_procedural_status_is_reached_and_every_end_opens_again():
    reached, edge = {C.NONE}, {C.NONE}
    while edge:
        edge = {to for status in edge for to in PROCEDURAL_MOVES[status]} - reached
        reached |= edge
    assert reached == set(C)
    for status in (C.CLOSED, C.CONVICTION, C.COMPENSATION):
        assert C.PRE_TRIAL in PROCEDURAL_MOVES[status]


@pytest.mark.parametrize(
    ("before", "after", "ground", "allowed"),
    [
        (C.NONE, C.REPORT, B.TOLD, True),
        (C.NONE, C.CONVICTION, B.COURT, False),
        (C.SUSPECT, C.CLOSED, B.NOT_PUNISHED, True),
        (C.SUSPECT, C.WITNESS, B.NOT_PUNISHED, False),
        (C.PRE_TRIAL, C.CLOSED, B.NO_OFFENCE, True),
        (C.CLOSED, C.PRE_TRIAL, B.REOPENED, True),
        (C.REPORT, C.PRE_TRIAL, B.REOPENED, False),
    ],
)
def test_procedural_moves_and_their_grounds(before, after, ground, allowed):
    assert bool(policies.change_procedural(Case(procedural=before), after, ground)) is allowed


@pytest.mark.parametrize(
    ("status", "ground", "allowed"),
    [
        (P.WITHDRAWN, G.OWN_WISH, True),
        (P.WITHDRAWN, G.NO_ANSWER, False),
        (P.LOST_CONTACT, G.UNSAFE, True),
        (P.LOST_CONTACT, G.DECISION, False),
    ],
)
def test_a_ground_fits_where_the_move_leads(status, ground, allowed):
    case = Case(protection=P.PRESUMED)
    assert bool(policies.change_protection(case, status, ground=ground)) is allowed


def test_who_was_identified_comes_back_as_identified_and_nobody_else_does(people):
    case = make.case(people.officer)
    actor = people.officer.actor
    services.decide_status(case.pk, P.IDENTIFIED, decision_id=case.pk, actor=actor)
    services.change_protection(case.pk, P.LOST_CONTACT, actor=actor)
    services.change_protection(case.pk, P.WITHDRAWN, actor=actor)
    services.change_protection(case.pk, P.IDENTIFIED, ground=G.CAME_BACK, actor=actor)
    history = [row.after for row in StatusMove.objects.filter(case=case)]
    assert history == ["identified", "withdrawn", "lost_contact", "identified"]

    other = make.case(people.officer)
    services.change_protection(other.pk, P.WITHDRAWN, actor=actor)
    with pytest.raises(Forbidden):
        services.change_protection(other.pk, P.IDENTIFIED, actor=actor)


def test_withdrawing_erases_nothing_and_moves_one_axis(people):
    case = make.case(people.officer, is_told=True)
    actor = people.officer.actor
    services.decide_after_screening(case.pk, Decision.PRESUMED, reason="", actor=actor)
    services.change_procedural(case.pk, C.INJURED_PARTY, ground=B.TOLD, actor=actor)
    services.change_protection(
        case.pk, P.WITHDRAWN, ground=G.OWN_WISH, reason="An invented reason.", actor=actor
    )
    case.refresh_from_db()
    story = services.open_facet(case.pk, Facet.STORY, actor=actor)

    assert (case.protection, case.procedural) == (P.WITHDRAWN, C.INJURED_PARTY)
    assert [n["text"] for n in story["notes"]] == ["An invented story.", "An invented reason."]
    rows = StatusMove.objects.filter(case=case).values_list("axis", "ground", "organisation_id")
    own = people.officer.organisation.pk
    assert list(rows) == [
        ("protection", "own_wish", own),
        ("procedural", "told", own),
        ("protection", "card", own),
    ]


@pytest.fixture
def police(db):
    house = factories.organisation(Mandate.INVESTIGATE, name="Invented Police")
    return factories.member(Role.OFFICER, at=house, name="Officer Five")


def record(case, member, **more):
    return services.change_procedural(
        case.pk, C.REPORT, ground=B.INVESTIGATOR, actor=member.actor, **more
    )


def test_police_record_proceedings_while_the_person_agrees_and_write_no_words(people, police):
    case = make.case(people.officer)
    make.share(case, police, Scope.IDENTITY, by=people.officer)
    with pytest.raises(NotFound):
        record(case, police)
    make.agree(case, police, Scope.CRIME, by=people.officer)
    with pytest.raises(Forbidden, match="writes words"):
        record(case, police, reason="Words.")
    assert record(case, police).procedural == C.REPORT
    services.withdraw_consent(
        case.pk,
        frozenset({Scope.CRIME}),
        recipient_id=police.organisation.pk,
        actor=people.officer.actor,
    )
    with pytest.raises(NotFound):
        record(case, police)


def test_nobody_else_records_proceedings(people):
    case = make.case(people.officer)
    make.share(case, people.shelter, Scope.IDENTITY, by=people.officer)
    for who in ("shelter", "stranger", "coordinator"):
        with pytest.raises(NotFound):
            record(case, getattr(people, who))


def test_a_helper_does_not_learn_of_proceedings(people, enter):
    case = make.case(people.officer)
    make.share(case, people.shelter, Scope.IDENTITY, by=people.officer)
    record(case, people.officer)
    seen = "Report made"

    assert seen not in words_of_main(enter(people.shelter).get("case", case.pk))
    assert seen in words_of_main(enter(people.coordinator).get("case", case.pk))
    assert seen in words_of_main(enter(people.officer).get("case", case.pk))
    assert selectors.list_moves(case, actor=people.shelter.actor) == []
    events = selectors.list_timeline(case, actor=people.shelter.actor)
    assert Event.CASE_PROCEDURAL_CHANGED not in {row.event for row in events}


def test_both_are_moved_on_one_page_each_by_its_form(people, enter):
    case = make.case(people.officer)
    officer = enter(people.officer)
    assert "they never mix" in words(officer.get("status", case.pk))
    assert officer.post("status", case.pk, status="withdrawn").status_code == 422
    moved = officer.post("status", case.pk, status="withdrawn", ground="own_wish")
    wrong = officer.post("procedural", case.pk, procedural="report", basis="no_offence")
    right = officer.post("procedural", case.pk, procedural="report", basis="told", why="Why.")
    case.refresh_from_db()

    assert (moved.status_code, wrong.status_code, right.status_code) == (302, 422, 302)
    assert (case.protection, case.procedural) == (P.WITHDRAWN, C.REPORT)
    crime = services.open_facet(case.pk, Facet.CRIME, actor=people.officer.actor)
    assert [note["text"] for note in crime["notes"]] == ["Why."]


def test_police_see_on_the_page_what_they_may_record(people, police, enter):
    case = make.case(people.officer)
    make.share(case, police, Scope.CRIME, by=people.officer)
    browser = enter(police)
    page = browser.get("status", case.pk).text

    assert 'name="procedural"' in page
    assert 'name="status"' not in page
    assert 'name="why"' not in page
    assert (
        browser.post("status", case.pk, status="withdrawn", ground="own_wish").status_code == 404
    )
    done = browser.post("procedural", case.pk, procedural="suspect", basis="investigator")
    assert done.status_code == 302


def test_two_moves_at_the_same_status_have_one_winner(people):
    case = make.case(people.officer)
    services.change_protection(case.pk, P.WITHDRAWN, actor=people.officer.actor)
    with pytest.raises(Forbidden):
        services.change_protection(case.pk, P.WITHDRAWN, actor=people.officer.actor)
    assert StatusMove.objects.filter(case=case).count() == 1


def test_names_come_from_the_pack_and_else_from_us(monkeypatch):
    assert status_names.protection("identified") == "Officially identified"
    assert status_names.name(Axis.PROCEDURAL, "closed") == "Closed"
    bare = packs.current().model_copy(update={"statuses": {}})
    monkeypatch.setattr("korgoo.casework.status_names.packs.current", lambda: bare)
    assert status_names.procedural("closed") == "Proceedings closed"
    assert set(status_names.names(Axis.PROTECTION)) == set(P.values)


@pytest.mark.parametrize("axis", list(Axis))
def test_the_map_draws_every_move_of_the_table(axis):
    drawn = status_map.draw(axis)
    moves = status_map.MOVES[axis]

    assert len(drawn.boxes) == len(drawn.rows) == len(moves)
    assert len(drawn.arcs) == sum(len(following) for following in moves.values())
    assert all(0 <= _farthest(arc, drawn) <= drawn.width for arc in drawn.arcs)


def _farthest(arc, drawn):
    """Say how far a curve bends: three quarters of the way from its box to its handle."""
    side = drawn.left + drawn.box_width if arc.kind == "forward" else drawn.left
    return side + 0.75 * (float(arc.path.split("C")[1].split()[0]) - side)


def test_the_map_is_there_for_members_and_on_paper(people, enter):
    assert enter().get("status_map").status_code == 302
    reader = enter(people.stranger)
    page = reader.get("status_map")
    assert page.text.count('class="korgoo-map"') == 2
    assert "Officially identified" in words_of_main(page)
    assert reader.get("status_map_paper").content.startswith(b"%PDF")

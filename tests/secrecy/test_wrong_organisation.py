"""What an organisation of the platform keeps to itself: another one reads none of it and changes none.

The stage of each mission is set with its own services, so that every address leads to a real record.
"""

from types import SimpleNamespace
from uuid import uuid4

import pytest

from korgoo.access.enums import Mandate, Role
from korgoo.activities import services as activities
from korgoo.activities.enums import State as Told
from korgoo.activities.services.media import PlacementFacts
from korgoo.campaign import services as campaigns
from korgoo.campaign.enums import Part
from korgoo.campaign.enums import State as CampaignState
from korgoo.commitments.origins import Origin
from korgoo.councils import services as councils
from korgoo.councils.services import ContactFacts
from korgoo.library import api as library
from korgoo.library import services as announcements
from korgoo.library.enums import ReaderKind
from korgoo.library.readers import Reader
from korgoo.meetings import services as meetings
from korgoo.meetings.services import QuestionFacts
from korgoo.rights.services import load
from tests import (
    factories,
    factories_activities,
    factories_campaign,
    factories_commitments,
    factories_councils,
    factories_materials,
    factories_plan,
)
from tests.campaign.conftest import OBJECTIVE
from tests.factories_rights import information, number
from tests.secrecy.test_reading_writes_nothing import contents
from tests.secrecy.test_wrong_person import ALL, GUARDED, address, at, client_of

pytestmark = pytest.mark.django_db
HUSH = "Words for few ears"
# Pages that every member may read; on none of them anything is done.
OPEN = {"activities:activity", "activities:taken", "councils:body", "plan:measure"}
DEED = {"seen": "0", "text": "x", "reason": "x", "public": "yes"}


def _stage(keeper, **records):
    return SimpleNamespace(keeper=keeper, records=records)


def _activities(clock):
    clock.set(2026, 8, 10, 12)
    keeper, partner = factories_activities.keeper(), factories_activities.partner()
    row = factories_activities.campaign(keeper.organisation.pk)
    plan = factories_activities.activity(row, partner, state=Told.PLANNED)
    placement = activities.record_placement(
        row.pk,
        PlacementFacts("tv", "Invented TV", "On air", plan.day),
        actor=partner.actor,
    )
    return _stage(keeper, activity_id=plan.pk, placement_id=placement.pk)


def _campaign(clock):
    ministry = factories.organisation(Mandate.COORDINATE)
    keeper = factories.member(Role.CAMPAIGN_OFFICER, at=ministry)
    row = factories_campaign.make_campaign(ministry, theme=factories_campaign.words(HUSH))
    part = campaigns.write_part(row.key, Part.OBJECTIVE, dict(OBJECTIVE), actor=keeper.actor)
    return _stage(keeper, key=row.key, part_id=part.pk)


def _commitments(clock):
    keeper = factories_commitments.house().officer
    # Promised at a meeting that others may not know of; what was promised in a letter all may read.
    promise = factories_commitments.promise(
        keeper, what=HUSH, origin=Origin("meeting", "m-1", "Invented meeting", "/meetings/1/")
    )
    return _stage(keeper, commitment_id=promise.pk)


def _councils(clock):
    people = factories_councils.platform()
    seat = people.council.seats.first()
    facts = ContactFacts(people.region.pk, "trafficking", "Duty", "+996 000 777 014")
    contact = councils.add_contact(facts, actor=None)
    return _stage(
        people.secretary, body_id=people.council.pk, seat_id=seat.pk, contact_id=contact.pk
    )


def _library(clock):
    ministry = factories.organisation(Mandate.COORDINATE)
    keeper = factories.member(Role.SECRETARY, at=ministry)
    few = (Reader(ReaderKind.ORGANISATION, str(ministry.pk)),)
    facts = library.DocumentFacts({"en": HUSH}, "letter", few)
    link = library.VersionFacts(link="https://example.org/letter")
    document = library.add_document(facts, link, actor=keeper.actor)
    told = announcements.announce(
        title=HUSH, text=HUSH, audience=few, roles=(), actor=keeper.actor
    )
    return _stage(keeper, document_id=document.id, number=1, announcement_id=told.pk)


def _materials(clock):
    ministry = factories.organisation(Mandate.COORDINATE)
    keeper = factories.member(Role.CAMPAIGN_OFFICER, at=ministry)
    row = factories_campaign.make_campaign(ministry, state=CampaignState.RUNNING)
    factories_campaign.make_code(row, factories_materials.SAID["code"])
    home = number("line-home", number="189", destinations=["home"], kind="trafficking")
    load(information(numbers=[home]))
    material = factories_materials.make_material(row, keeper)
    draft = factories_materials.make_draft(material, keeper, title=HUSH, slogan=HUSH)
    return _stage(keeper, material_id=material.pk, version_id=draft.pk, language="en")


def _meetings(clock):
    people = factories_councils.platform()
    row, item = factories_councils.being_written(people)
    secretary = people.secretary.actor
    decision = factories_councils.decided(people, item, text=HUSH)
    question = meetings.add_question(
        item.pk, QuestionFacts(people.police.pk, HUSH), actor=secretary
    )
    guest = meetings.add_guest(row.pk, words=HUSH, actor=secretary)
    return _stage(
        people.secretary,
        meeting_id=row.pk,
        item_id=item.pk,
        decision_id=decision.pk,
        question_id=question.pk,
        guest_id=guest.pk,
    )


def _plan(clock):
    clock.set(2026, 7, 6, 9)
    world = factories_plan.world()
    people = world.people
    found = factories_plan.report(world.round, people.osh, factories_plan.OSH)
    factories_plan.save(found, people.osh, "1.1", 5, done=HUSH)
    return _stage(people.osh, report_id=found.pk, measure="1.1")


STAGES = {
    "activities": _activities,
    "campaign": _campaign,
    "commitments": _commitments,
    "councils": _councils,
    "library": _library,
    "materials": _materials,
    "meetings": _meetings,
    "plan": _plan,
}


@pytest.fixture
def stage(request, clock):
    return STAGES[request.param](clock)


def addresses(mission, lived, stage):
    """Give every route of a mission that leads to a record of the stage, with its address."""
    for name in GUARDED:
        wanted = set(ALL[name].pattern.converters)
        if name.partition(":")[0] == mission and wanted & set(stage.records):
            yield name, address(name, lived, **stage.records)


of_missions = pytest.mark.parametrize(
    ("mission", "stage"), [(m, m) for m in STAGES], indirect=["stage"], ids=list(STAGES)
)


@of_missions
@pytest.mark.parametrize("role", [Role.SECRETARY, Role.CASE_WORKER])
def test_another_organisation_reads_and_changes_nothing(role, mission, stage, lived):
    house = factories.organisation(Mandate.TAKE_PART, Mandate.SERVE)
    client = client_of(factories.member(role, at=house))
    before, asked = contents(), 0
    for name, where in addresses(mission, lived, stage):
        with at(name):
            read = client.get(where)
            done = client.post(where, DEED | {"submission_key": str(uuid4())})
            assert read.status_code in ({200} if name in OPEN else {404, 405})
            assert done.status_code in {404, 405}
            assert HUSH.encode() not in read.content + done.content
            assert contents() == before
        asked += 1
    assert asked > 5


@of_missions
def test_who_keeps_it_reads_it_and_writes_nothing_by_reading(mission, stage, lived):
    client, pages = client_of(stage.keeper), []
    before = contents()
    for name, where in addresses(mission, lived, stage):
        with at(name):
            answer = client.get(where)
            if answer.status_code == 200:
                pages.append(answer.content)
            assert contents() == before
    assert pages
    hushed = mission not in {"activities", "councils"}  # what they hold, every member may read
    assert any(HUSH.encode() in page for page in pages) is hushed

"""Bodies with seats, and meetings of them, made by the real services. All are invented."""

from datetime import UTC, date, datetime, timedelta
from itertools import count
from types import SimpleNamespace

from korgoo.access.enums import Mandate, Role
from korgoo.councils import services as councils
from korgoo.councils.enums import BodyKind, SeatKind
from korgoo.councils.services import BodyFacts, SeatFacts
from korgoo.lib import clock
from korgoo.meetings import services as meetings
from korgoo.meetings.enums import Attendance
from korgoo.meetings.services import DecisionFacts, MeetingFacts
from tests import factories

NUMBER = count(1)
TAKE_PART, COORDINATE = Mandate.TAKE_PART, Mandate.COORDINATE


def body(keeper=None, **traits):
    """A council of this keeper."""
    number = next(NUMBER)
    told = {
        "kind": BodyKind.REGIONAL.value,
        "name_ky": f"Ойдон чыгарылган кеңеш {number}",
        "name_ru": f"Вымышленный совет {number}",
        "name_en": f"Invented council {number}",
        "keeper_id": keeper.pk if keeper else None,
    } | traits
    return councils.found_body(BodyFacts(**told), actor=None)


def seat(council, organisation, kind=SeatKind.MEMBER, begins=date(2024, 1, 1), **traits):
    """A seat of an organisation in a council."""
    facts = SeatFacts(organisation.pk, kind, begins, **traits)
    return councils.add_seat(council.pk, facts, actor=None)


def platform():
    """A council with a keeper, two members, an observer; somebody outside; who co-ordinates."""
    ministry = factories.organisation(COORDINATE, name="Invented Ministry")
    keeper = factories.organisation(TAKE_PART, name="Invented Region")
    police = factories.organisation(TAKE_PART, name="Invented Police")
    shelter = factories.organisation(TAKE_PART, name="Invented Shelter")
    donor = factories.organisation(TAKE_PART, name="Invented Donor")
    other = factories.organisation(TAKE_PART, name="Invented Other Region")
    council = body(keeper)
    seat(council, keeper, SeatKind.SECRETARY)
    seat(council, police, SeatKind.CHAIR, position="Deputy head")
    seat(council, shelter)
    seat(council, donor, SeatKind.OBSERVER)
    return SimpleNamespace(
        council=council,
        ministry=ministry,
        region=keeper,
        police=police,
        shelter=shelter,
        donor=donor,
        secretary=factories.member(Role.SECRETARY, at=keeper),
        officer=factories.member(Role.OFFICER, at=keeper),
        chair=factories.member(Role.SECRETARY, at=police),
        head=factories.member(Role.HEAD, at=shelter),
        observer=factories.member(Role.SECRETARY, at=donor),
        stranger=factories.member(Role.SECRETARY, at=other),
        central=factories.member(Role.SECRETARY, at=ministry),
        other=other,
    )


def facts(days=7, **traits):
    """When a meeting is: so many days from now."""
    told = {"starts_at": clock.now() + timedelta(days=days), "language": "en", "place": "Room 5"}
    return MeetingFacts(**told | traits)


def planned(people, **traits):
    """A meeting being prepared."""
    return meetings.plan_meeting(people.council.pk, facts(**traits), actor=people.secretary.actor)


def invited(people, **traits):
    """A meeting to which the members are invited."""
    row = planned(people, **traits)
    return meetings.invite(row.pk, actor=people.secretary.actor)


def being_written(people, **traits):
    """A meeting that goes on now, with one item."""
    row = invited(people, **{"days": 0} | traits)
    item = meetings.add_item(row.pk, "Shelter in winter", actor=people.secretary.actor)
    meetings.open_minutes(row.pk, actor=people.secretary.actor)
    row.refresh_from_db()
    return row, item


def decided(people, item, owner=None, days=30, **traits):
    """A decision in a draft."""
    told = {
        "text": "Give ten beds",
        "owner_id": (owner or people.shelter).pk,
        "due_on": clock.today() + timedelta(days=days),
    } | traits
    return meetings.add_decision(item.pk, DecisionFacts(**told), actor=people.secretary.actor)


def attended(people, row):
    """All were there."""
    row.refresh_from_db()
    came = {one.pk: (Attendance.PRESENT, "") for one in row.invited.all()}
    return meetings.write_attendance(row.pk, came, seen=row.version, actor=people.secretary.actor)


def sent(people, *, decisions=1):
    """Minutes that wait for agreement."""
    row, item = being_written(people)
    for _number in range(decisions):
        decided(people, item)
    attended(people, row)
    return meetings.send_minutes(
        row.pk, clock.today() + timedelta(days=7), actor=people.secretary.actor
    )


def signed(people, **traits):
    """Minutes that all agreed to, and signed."""
    row = sent(people, **traits)
    for member in (people.secretary, people.chair, people.head):
        meetings.reply(row.pk, "agrees", actor=member.actor)
    meetings.sign(row.pk, chair="Deputy head", secretary="Clerk", actor=people.secretary.actor)
    row.refresh_from_db()
    return row


def noon(year, month, day):
    """Midday of a day in the country."""
    return datetime(year, month, day, 6, tzinfo=UTC)

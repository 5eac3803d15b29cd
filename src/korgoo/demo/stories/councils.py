"""The round table of 28 July 2017 as history, and an invented council of Osh region at work.

What is said of 2017 is what the source says (S01); who signed its minutes, and who else was there, is not
known and stands there as not known. Everything about the council of Osh region is invented.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from django.utils import timezone

from korgoo.access.actor import Actor
from korgoo.access.models import Organisation
from korgoo.councils import services as councils
from korgoo.councils.enums import BodyKind, Matter, SeatKind
from korgoo.councils.models import Body
from korgoo.councils.services import BodyFacts, ContactFacts, SeatFacts
from korgoo.demo.people import (
    CLINIC,
    INSPECTION,
    INTERIOR,
    MINISTRY,
    OSCE,
    OSH_CENTRE,
    OSH_REGION,
    YOUTH,
)
from korgoo.demo.stage import Stage
from korgoo.lib import clock
from korgoo.meetings import services as meetings
from korgoo.meetings.enums import Attendance, DecisionKind
from korgoo.meetings.models import Decision, Meeting
from korgoo.meetings.services import DecisionFacts, MeetingFacts, QuestionFacts

OSH = "41706000000000"
PLATFORM = "platform-for-action"
SOURCE = "S01, https://www.osce.org/programme-office-in-bishkek/333501"
NOT_KNOWN = "не известно: записано по открытому источнику"
ROUND_TABLE = datetime(2017, 7, 28, 4, tzinfo=UTC)
CAMPAIGN = "Внести вклад в кампанию «100 дней против торговли людьми»."
EVIDENCE = "Кампания началась в Оше 31 июля 2017 года (S01, S160, S161)."
SEATS = (
    (OSH_REGION, SeatKind.CHAIR, "Өкүлдүн орун басары"),
    (OSH_CENTRE, SeatKind.SECRETARY, "Координатор"),
    (INTERIOR, SeatKind.MEMBER, "Ош облусу боюнча бөлүмдүн башчысы"),
    (INSPECTION, SeatKind.MEMBER, "Улук инспектор"),
    (CLINIC, SeatKind.MEMBER, "Башкы дарыгер"),
    (MINISTRY, SeatKind.MEMBER, "Бөлүмдүн башчысы"),
    (YOUTH, SeatKind.OBSERVER, "Төрага"),
    (OSCE, SeatKind.OBSERVER, "Программанын кызматкери"),
)
CALLS = (
    (OSH_REGION, Matter.COORDINATION, OSH, "Кеңештин катчысы", "09:00-18:00"),
    (OSH_CENTRE, Matter.SHELTER, OSH, "Нөөмөтчү кызматкер", "00:00-24:00"),
    (INTERIOR, Matter.SAFETY, "", "Нөөмөтчү бөлүм", "00:00-24:00"),
    (MINISTRY, Matter.PLAN, "", "Отчёттор боюнча адис", "09:00-18:00"),
    (CLINIC, Matter.HEALTH, OSH, "Кабыл алуу бөлүмү", "08:00-20:00"),
)


@dataclass(slots=True)
class Scene:
    """What one step leaves for the next."""

    body: int = 0
    rows: dict[str, UUID] = field(default_factory=dict)


def plan(stage: Stage) -> None:
    """Plan the history, the council, its meetings and what follows from them."""
    scene = Scene()
    stage.at(56, lambda: _history(stage))
    stage.at(55, lambda: _council(stage, scene))
    stage.at(50, lambda: _first(stage, scene))
    stage.at(44, lambda: _first_is_signed(stage, scene))
    stage.at(30, lambda: _some_work(stage, scene))
    stage.at(12, lambda: _second(stage, scene))
    stage.at(5, lambda: _second_is_sent(stage, scene))
    stage.at(4, lambda: _one_agrees(stage, scene))
    stage.at(3, lambda: _third(stage, scene))


def _history(stage: Stage) -> None:
    actor = stage.actors["secretary"]
    body = Body.objects.get(key=PLATFORM)
    facts = MeetingFacts(
        ROUND_TABLE, "ru", "Круглый стол накануне 30 июля", minutes_long=180, place="Бишкек"
    )
    row = meetings.plan_meeting(body.pk, facts, actor=actor, is_past=True, source=SOURCE)
    service = Organisation.objects.get(code="state-migration-service")
    osce = Organisation.objects.get(code="osce")
    item = meetings.add_item(
        row.pk, "Защищать пострадавших и помогать им", speaker_id=service.pk, actor=actor
    )
    words = (
        "Торговля людьми большей частью идёт вслед за большой трудовой миграцией; граждане часто плохо знают "
        "трудовые права и законы о миграции.\nНедавно разработаны указания по выявлению пострадавших; за "
        "ними последует пакет поправок к закону.\nЦель встречи: внимание общества к торговле людьми, к "
        "пострадавшим и их правам."
    )
    meetings.write_item(item.pk, words, seen=1, actor=actor)
    for owner in (service, osce):
        decision = DecisionFacts(CAMPAIGN, owner.pk, None, DecisionKind.RECOMMENDATION)
        meetings.add_decision(item.pk, decision, actor=actor)
    row.refresh_from_db()
    came = {
        one.pk: _came_to_round_table(one.organisation_id, {service.pk, osce.pk})
        for one in row.invited.all()
    }
    meetings.write_attendance(row.pk, came, seen=row.version, actor=actor)
    meetings.send_minutes(row.pk, clock.today(), actor=actor)
    meetings.sign(row.pk, chair=NOT_KNOWN, secretary=NOT_KNOWN, actor=actor)
    first, second = Decision.objects.filter(item=item).order_by("number")
    meetings.say_done(first.pk, EVIDENCE, actor=actor)
    meetings.say_done(second.pk, EVIDENCE, actor=stage.actors["osce"])


def _came_to_round_table(organisation_id: int | None, known: set[int]) -> tuple[str, str]:
    return (Attendance.PRESENT if organisation_id in known else Attendance.UNKNOWN, "")


def _council(stage: Stage, scene: Scene) -> None:
    houses = stage.houses
    facts = BodyFacts(
        BodyKind.REGIONAL,
        "Ош облусунун координациялык кеңеши (ойдон чыгарылган)",
        "Координационный совет Ошской области (вымышленный)",
        "Co-ordination council of Osh region (fictitious)",
        region=OSH,
        founded=date(2018, 5, 1),
        keeper_id=houses[OSH_REGION],
    )
    body = councils.found_body(facts, actor=None, key="demo-osh-council", is_fictitious=True)
    scene.body = body.pk
    for house, kind, position in SEATS:
        seat = SeatFacts(houses[house], kind, date(2024, 1, 1), position=position)
        councils.add_seat(body.pk, seat, actor=None)
    for house, matter, region, position, hours in CALLS:
        call = ContactFacts(houses[house], matter, position, "+996 000 000 000", region, hours)
        councils.add_contact(call, actor=None, is_fictitious=True)


def _planned(stage: Stage, scene: Scene, title: str, days: int) -> Meeting:
    day = timezone.localdate(clock.now()) + timedelta(days=days)
    begins = timezone.make_aware(datetime.combine(day, time(10)))
    facts = MeetingFacts(begins, "ky", title, place="Ош шаары, үлгү көчөсү 1, чоң зал")
    return meetings.plan_meeting(
        scene.body, facts, actor=stage.actors["osh-region"], is_fictitious=True
    )


def _held(stage: Stage, row: Meeting, absent: str) -> None:
    actor = stage.actors["osh-region"]
    row.refresh_from_db()
    came = {
        one.pk: (Attendance.EXCUSED, "Орун басары")
        if one.organisation_id == stage.houses[absent]
        else (Attendance.PRESENT, "")
        for one in row.invited.all()
    }
    meetings.write_attendance(row.pk, came, seen=row.version, actor=actor)
    meetings.send_minutes(row.pk, clock.today() + timedelta(days=7), actor=actor)


def _first(stage: Stage, scene: Scene) -> None:
    actor, houses = stage.actors["osh-region"], stage.houses
    row = _planned(stage, scene, "Кышка даярдык жана 30-июлга карата иштер", 0)
    scene.rows["first"] = row.pk
    meetings.invite(row.pk, actor=actor)
    item = meetings.add_item(
        row.pk, "Кышында баш калкалоочу жай", speaker_id=houses[OSH_CENTRE], actor=actor
    )
    meetings.open_minutes(row.pk, actor=actor)
    words = "Түштүктө эркектер үчүн орун жок. Өткөн кышта он чакты адамга орун табылган эмес."
    meetings.write_item(item.pk, words, seen=1, actor=actor)
    asked = QuestionFacts(
        houses[CLINIC], "Түнкүсүн ким кабыл алат?", houses[OSH_CENTRE], "Нөөмөтчү кызматкер."
    )
    meetings.add_question(item.pk, asked, actor=actor)
    for text, house, days in (
        ("Эркектер үчүн төрт орун даярдоо.", OSH_CENTRE, 25),
        ("Райондук милицияга аныктоо боюнча көрсөтмөнү таратуу.", INTERIOR, 20),
        ("Келгендерге алгачкы кароону акысыз жүргүзүү тартибин жазуу.", CLINIC, 60),
    ):
        due = clock.today() + timedelta(days=days)
        meetings.add_decision(item.pk, DecisionFacts(text, houses[house], due), actor=actor)
    _held(stage, row, INSPECTION)


def _first_is_signed(stage: Stage, scene: Scene) -> None:
    row = scene.rows["first"]
    for key in ("osh-region", "interior-secretary", "coordinator"):
        meetings.reply(row, "agrees", actor=stage.actors[key])
    # The others have not answered when their time is over; so it stands in the minutes.
    with clock.stopped_at(clock.now() + timedelta(days=4)):
        meetings.sign(
            row,
            chair="Өкүлдүн орун басары",
            secretary="Координатор",
            actor=stage.actors["osh-region"],
        )


def _some_work(stage: Stage, scene: Scene) -> None:
    rows = Decision.objects.filter(item__meeting=scene.rows["first"]).order_by("number")
    _beds, orders, _clinic = rows
    actor: Actor = stage.actors["interior-secretary"]
    meetings.say_done(
        orders.pk, "Көрсөтмө 7 районго жөнөтүлдү, кат № 00 (ойдон чыгарылган).", actor=actor
    )


def _second(stage: Stage, scene: Scene) -> None:
    actor, houses = stage.actors["osh-region"], stage.houses
    row = _planned(stage, scene, "Базардагы маалымат күнү", 0)
    scene.rows["second"] = row.pk
    meetings.invite(row.pk, actor=actor)
    item = meetings.add_item(
        row.pk, "Базарда маалымат таратуу", speaker_id=houses[YOUTH], actor=actor
    )
    meetings.open_minutes(row.pk, actor=actor)
    meetings.write_item(
        item.pk,
        "Чогулуш кампаниянын биринчи күнүн базарда өткөрүүнү сунуштады.",
        seen=1,
        actor=actor,
    )
    due = clock.today() + timedelta(days=40)
    decision = DecisionFacts("Базарда маалымат күнүн өткөрүү.", houses[OSH_REGION], due)
    meetings.add_decision(item.pk, decision, actor=actor)


def _second_is_sent(stage: Stage, scene: Scene) -> None:
    _held(stage, Meeting.objects.get(pk=scene.rows["second"]), CLINIC)


def _one_agrees(stage: Stage, scene: Scene) -> None:
    meetings.reply(scene.rows["second"], "agrees", actor=stage.actors["interior-secretary"])


def _third(stage: Stage, scene: Scene) -> None:
    actor, houses = stage.actors["osh-region"], stage.houses
    row = _planned(stage, scene, "Жарым жылдык отчёт жана кампания", 12)
    meetings.add_item(row.pk, "Жарым жылдык отчёт", speaker_id=houses[MINISTRY], actor=actor)
    meetings.add_item(row.pk, "Кампаниянын планы", speaker_id=houses[YOUTH], actor=actor)
    meetings.invite(row.pk, actor=actor)

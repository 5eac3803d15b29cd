"""What a hundred days look like after a month: villages, schools, markets; one hall burnt down. All invented.

The campaign itself is told by its own story; without one that runs there is nothing to log.
"""

from datetime import date, time, timedelta
from decimal import Decimal
from io import BytesIO

from django.utils import timezone
from PIL import Image, ImageDraw

from korgoo.activities import services
from korgoo.activities.enums import Channel, Consent, Counting, State
from korgoo.activities.rules import Facts
from korgoo.activities.services.media import PlacementFacts
from korgoo.activities.services.photos import PhotoFacts, read_photo
from korgoo.campaign import api as campaigns
from korgoo.campaign.api import CampaignCard
from korgoo.demo.stage import Stage
from korgoo.lib import clock

# Who logs it, place, type, where there, contacts, counted how, women, men, asked, of them before.
Log = tuple[str, str, str, str, int, str, int, int, int, int]
ONE, LIST, ROWS, EYE = (c.value for c in Counting)
TALK, THEATRE, TABLE, MOB, BIKE, CONTEST = (
    *("talk-in-village", "forum-theatre", "round-table"),
    *("flash-mob", "bicycle-marathon", "contest"),
)
OSH, OSH_CITY, TALAS, NARYN, CHUY, LAKE = (
    *("41706000000000", "41721000000000", "41707000000000"),
    *("41704000000000", "41708000000000", "41702000000000"),
)
SCHOOL, HALL, MARKET = "мектеп / школа", "маданият үйү / дом культуры", "базар / рынок"
HELD: tuple[Log, ...] = (
    (
        "osh-region",
        OSH_CITY,
        "regional-launch",
        "борбордук аянт / центральная площадь",
        420,
        EYE,
        0,
        0,
        0,
        0,
    ),
    ("osh-region", OSH, TALK, HALL, 64, LIST, 41, 23, 60, 6),
    ("osh-region", OSH, TALK, MARKET, 85, ROWS, 40, 45, 50, 9),
    ("youth", OSH_CITY, THEATRE, SCHOOL, 118, ONE, 66, 52, 90, 11),
    ("youth", OSH_CITY, MOB, MARKET, 150, EYE, 0, 0, 0, 0),
    ("osh-region", OSH, TALK, SCHOOL, 47, LIST, 30, 17, 47, 8),
    ("talas-region", TALAS, TALK, HALL, 52, ONE, 25, 27, 52, 3),
    ("talas-region", TALAS, TABLE, "акимчилик / акимиат", 24, LIST, 9, 15, 24, 2),
    ("youth", NARYN, THEATRE, SCHOOL, 96, ONE, 50, 46, 80, 5),
    ("youth", NARYN, TALK, HALL, 38, LIST, 20, 18, 38, 4),
    ("campaign", CHUY, "press-cafe", "китепкана / библиотека", 31, LIST, 19, 12, 0, 0),
    ("osh-region", OSH, TALK, "айыл өкмөтү / айыл окмоту", 33, ONE, 15, 18, 33, 6),
    ("osh-region", OSH_CITY, "radio-phone-in", "радио", 0, "", 0, 0, 0, 0),
    ("youth", TALAS, CONTEST, HALL, 140, ROWS, 75, 65, 70, 14),
    ("talas-region", TALAS, TALK, SCHOOL, 58, ONE, 33, 25, 58, 12),
    ("osh-region", OSH, TALK, HALL, 72, LIST, 44, 28, 70, 15),
    ("youth", LAKE, BIKE, "жээк / набережная", 210, EYE, 0, 0, 0, 0),
    ("youth", LAKE, TALK, SCHOOL, 44, ONE, 24, 20, 44, 3),
    ("osh-region", OSH_CITY, TABLE, "мэрия", 28, LIST, 12, 16, 28, 9),
    ("campaign", CHUY, "live-broadcast", "студия", 12, ONE, 7, 5, 0, 0),
    ("osh-region", OSH, TALK, MARKET, 90, ROWS, 42, 48, 60, 18),
    ("youth", NARYN, MOB, MARKET, 75, EYE, 0, 0, 0, 0),
    ("talas-region", TALAS, TALK, HALL, 41, LIST, 26, 15, 41, 11),
    ("osh-region", OSH, THEATRE, SCHOOL, 105, ONE, 58, 47, 100, 27),
    ("youth", OSH_CITY, THEATRE, SCHOOL, 98, ONE, 55, 43, 90, 21),
    ("osh-region", OSH, TALK, SCHOOL, 36, LIST, 20, 16, 36, 10),
)
# Who, place, type, where there, in how many days from now; less than 0: nobody has logged how it went.
COMING = (
    ("talas-region", TALAS, TALK, SCHOOL, -4),
    ("osh-region", OSH, TALK, HALL, 2),
    ("youth", OSH_CITY, THEATRE, SCHOOL, 3),
    ("youth", NARYN, TALK, HALL, 5),
    ("osh-region", OSH, TALK, MARKET, 7),
    ("talas-region", TALAS, TABLE, "акимчилик / акимиат", 9),
    ("youth", LAKE, CONTEST, HALL, 12),
    ("osh-region", OSH_CITY, "flash-mob", MARKET, 15),
    ("campaign", CHUY, "press-conference", "китепкана / библиотека", 18),
    ("osh-region", OSH, THEATRE, SCHOOL, 22),
    ("youth", NARYN, BIKE, "аянт / площадь", 30),
    ("talas-region", TALAS, TALK, HALL, 34),
    ("osh-region", OSH, TALK, HALL, 41),
)
QUESTIONS = (
    "Агенттиктин уруксаты кайда каралат? Паспортту иш берүүчүгө бериш керекпи?",
    "Сколько стоит патент и кто за него платит?",
    "Кыз ала качууга каршы каякка чалса болот?",
)
LESSONS = (
    (
        "osh-region",
        "Базар күнү адам эки эсе көп келет. В базарный день приходит вдвое больше людей.",
    ),
    ("youth", "Форум-театрдан кийин суроо көп болот: бир саат калтыруу керек."),
)
EVERY = 3


def plan(stage: Stage) -> None:
    """Plan the log of a month: what was held, what is still to come, pictures, radio, lessons."""
    for number, told in enumerate(HELD):
        stage.at(30 - number * 1.1, lambda n=number, t=told: _held(stage, n, t))  # type: ignore[misc]
    stage.at(20, lambda: _coming(stage))
    stage.at(6, lambda: _cancelled(stage))
    stage.at(5, lambda: _media(stage))
    stage.at(4, lambda: _pictures(stage))
    stage.at(3, lambda: _lessons(stage))


def _card(stage: Stage) -> CampaignCard | None:
    """Find the campaign that runs."""
    cards = campaigns.campaigns(actor=stage.actors["campaign"])
    return next((card for card in cards if card.state == campaigns.State.RUNNING), None)


def _held(stage: Stage, number: int, told: Log) -> None:
    who, unit, kind, venue, contacts, counting, women, men, asked, before = told
    card = _card(stage)
    if card is None:
        return
    counts = [("female", "18-24", women // 2), ("female", "40-59", women - women // 2)]
    counts += [("male", "unknown", men)]
    facts = Facts(
        State.HELD,
        clock.today(),
        unit,
        kind,
        contacts or None,
        starts_at=time(14 + number % EVERY),
        venue=venue,
        audience="leavers" if number % 2 else "parents",
        counting=counting if contacts else "",
        asked=asked,
        before=before,
        questions=QUESTIONS[number % len(QUESTIONS)] if asked else "",
        signals=number % 5 or None,
        cost=Decimal(1500 + 350 * number) if number % EVERY else None,
        counts=tuple(one for one in counts if one[2]),
    )
    services.log(card.id, facts, actor=stage.actors[who])


def _coming(stage: Stage) -> None:
    card, today = _card(stage), timezone.localdate(stage.now)
    for who, unit, kind, venue, days in COMING if card else ():
        facts = _planned(today + timedelta(days=days), unit, kind, venue)
        services.log(card.id, facts, actor=stage.actors[who])  # type: ignore[union-attr]


def _planned(day: date, unit: str, kind: str, venue: str) -> Facts:
    return Facts(
        State.PLANNED, day, unit, kind, starts_at=time(15), venue=venue, audience="leavers"
    )


def _cancelled(stage: Stage) -> None:
    card = _card(stage)
    if card is None:
        return
    facts = _planned(clock.today() + timedelta(days=3), NARYN, TALK, HALL)
    row = services.log(card.id, facts, actor=stage.actors["youth"])
    services.cancel(row.pk, "Ашуу жабык, жол жок. Перевал закрыт.", actor=stage.actors["youth"])


def _media(stage: Stage) -> None:
    card = _card(stage)
    if card is None:
        return
    day = clock.today()
    told = (
        PlacementFacts(
            Channel.RADIO.value,
            "Үлгү FM (ойдон чыгарылган)",
            "Суроо-жооп",
            day - timedelta(days=9),
            2700,
            40_000,
            "радионун өз баасы / оценка самой станции",
            None,
            Decimal(12_000),
        ),
        PlacementFacts(
            Channel.SOCIAL.value,
            "Жаш дем (ойдон чыгарылган)",
            "Үч суроо",
            day - timedelta(days=3),
            None,
            18_500,
            "тармактын эсеби / счёт сети",
            640,
        ),
        PlacementFacts(
            Channel.TV.value,
            "Мисал ТВ (вымышленное)",
            "Проверь до отъезда",
            day,
            420,
        ),
    )
    for facts in told:
        services.record_placement(card.id, facts, actor=stage.actors["campaign"])


def _pictures(stage: Stage) -> None:
    """Two drawn pictures: one that everybody may see, one that waits for a second person."""
    from korgoo.activities.models import Activity

    row = Activity.objects.filter(kind=THEATRE, state=State.HELD).order_by("day").first()
    if row is None:
        return
    youth = stage.actors["youth"]
    for words, consent, faces in (
        ("Оюн: үч сүрөт, жүзү жок. Рисунок сцены, без лиц", Consent.NOBODY, False),
        ("Көрүүчүлөр залда. Зрители в зале", Consent.WRITTEN, True),
    ):
        facts = PhotoFacts(words, consent, has_faces=faces)
        photo = services.add_photo(row.pk, read_photo(_drawn()), facts, actor=youth)
        if not faces:
            services.approve_photo(photo.pk, actor=stage.actors["campaign"])


def _drawn() -> bytes:
    image = Image.new("RGB", (640, 400), "#e3f0ee")
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 300, 640, 400), fill="#9cc9c4")
    for x, colour in ((150, "#0a6466"), (310, "#9c4313"), (470, "#14282b")):
        pen.ellipse((x - 34, 90, x + 34, 158), fill=colour)
        pen.rounded_rectangle((x - 46, 168, x + 46, 320), 30, fill=colour)
    target = BytesIO()
    image.save(target, "JPEG", quality=80)
    return target.getvalue()


def _lessons(stage: Stage) -> None:
    card = _card(stage)
    for who, words in LESSONS if card else ():
        services.write_lesson(card.id, words, actor=stage.actors[who])  # type: ignore[union-attr]

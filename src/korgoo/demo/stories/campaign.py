"""A hundred days that are running now, planned by the Ministry, with codes for Osh. All of it is invented."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils import timezone

from korgoo.campaign import pledging, services
from korgoo.campaign.days import last_day
from korgoo.campaign.enums import Action, Answer, Check, Moment, Part, Risk, State
from korgoo.campaign.models import AgencyCheckCount, AnswerCount, Campaign, CampaignCode
from korgoo.campaign.services import CampaignFacts, ReadyFacts, RecallFacts
from korgoo.countrypack import api as packs
from korgoo.demo.people import OSCE, OSH_REGION, UNODC, YOUTH
from korgoo.demo.stage import Stage
from korgoo.desk.models import Contact
from korgoo.lib import clock

DAYS, BEGAN = 100, 33  # days; how many ago it began
OSH, OSH_CITY = "KG-O", "KG-GO"
NAME = {
    "ky": "Кетээрден мурун текшер (ойдон чыгарылган)",
    "ru": "Проверь до отъезда (вымышленная)",
    "en": "Check before you leave (fictitious)",
}
SLOGAN = {
    "ky": "Бир чалуу – бир коопсуз жол",
    "ru": "Один звонок – одна безопасная дорога",
    "en": "One call, one safe way",
}
ASK = {
    "ky": "Кол коёрдон мурун агенттикти текшериңиз",
    "ru": "Проверьте агентство, прежде чем подписать",
    "en": "Check the agency before you sign",
}
THEME = {
    "ky": "Уюшкан кылмыш – уюшкан жооп",
    "ru": "Организованной преступности – организованный ответ",
    "en": "Organised crime, organised answer",
}
LEAVERS = {
    "ky": "Уруксаты бар агенттик так ушул өлкөгө уруксатын көрсөтөт",
    "ru": "Честное агентство покажет разрешение именно на эту страну",
    "en": "An honest agency shows the permit for that very country",
}
PARENTS = {
    "ky": "Балаңызды жөнөтөрдөн мурун ким чакырып жатканын сураңыз",
    "ru": "Прежде чем отправить ребёнка, спросите, кто его зовёт",
    "en": "Before you send your child, ask who invites it",
}
RISKS = {
    Risk.FACE: "Сүрөттөр тартылган, эч кимдин жүзү жок. Рисунки, ни одного лица.",
    Risk.BLAME: "Тексттерди кризистик борбор окуду. Тексты читал кризисный центр.",
    Risk.SENSATION: "Чынжыр да, көз жаш да жок. Ни цепей, ни слёз.",
    Risk.LAWFUL: "Ар бир материалда: текшерип барыңыз. На каждом материале: поезжайте, проверив.",
    Risk.GROUP: "Улуттар аталбайт. Народы не называются.",
    Risk.CHILDREN: "Балдар менен мугалим гана сүйлөшөт. С детьми говорит только учитель.",
    Risk.LOAD: "Алгачкы эки жума кошумча оператор. Первые две недели ещё один оператор.",
}
# Where a code hangs, region, channel, checks on most days.
CODES = (
    ("Ош, автобекет / автовокзал Оша", OSH_CITY, "transport", 6),
    ("Ош облусу, айылдар / сёла Ошской области", OSH, "card", 3),
    ("Радио", "", "radio", 2),
)
# Before and after: how many answered each question right, and how many did not.
ANSWERS = {
    "who-may-send": ("permit", "office", (21, 34), (47, 9)),
    "passport": ("mine", "if-asked", (30, 25), (44, 12)),
    "agreed": ("yes", "no", (18, 37), (39, 17)),
}


def plan(stage: Stage) -> None:
    """Plan the hundred days: begun, shown, answered, launched in Osh, counted day by day."""
    officer = stage.actors["campaign"]
    first = timezone.localdate(stage.now) - timedelta(days=BEGAN)
    keys: list[str] = []  # its key, once it is begun

    def begun() -> None:
        row = services.make(_facts(first), actor=officer, is_fictitious=True)
        keys.append(row.key)
        for part, told in _parts(stage):
            services.write_part(row.key, part, told, actor=officer)

    def shown() -> None:
        services.move(keys[0], State.PLANNED, seen=State.DRAFT, actor=officer)
        for label, region, channel, _most in CODES:
            services.make_code(
                keys[0], label=label, region=_unit(region), channel=channel, actor=officer
            )

    def promised() -> None:
        _promise(
            stage,
            keys[0],
            "osh-region",
            OSH_REGION,
            "Он айылда жолугушуу / встречи в десяти сёлах",
        )
        _promise(
            stage, keys[0], "youth", YOUTH, "Беш мектепте форум-театр / форум-театр в пяти школах"
        )

    def answered() -> None:
        for risk, words in RISKS.items():
            services.answer_risk(keys[0], risk, Answer.AVOIDED, words, actor=officer)
        for check in Check:
            services.say_ready(keys[0], check, _ready(check), actor=officer)

    def launched() -> None:
        words = "Экинчи линия дүйшөмбүдө ачылат. Вторая линия откроется в понедельник."
        services.move(keys[0], State.RUNNING, seen=State.PLANNED, words=words, actor=officer)

    def asked() -> None:
        row = Campaign.objects.get(key=keys[0])
        said = {audience.pk: 9 for audience in row.audiences.all()[:1]}
        how = "ар бир бешинчи өтүп бараткан / каждый пятый прохожий на рынке"
        told = RecallFacts(_unit(OSH), clock.today(), how, 60, 22, 8, said)
        services.record_recall(keys[0], told, actor=stage.actors["osh-region"])

    for days, step in (
        (58, begun),
        (50, shown),
        (45, promised),
        (36, answered),
        (BEGAN, launched),
        (3, asked),
        (0.5, lambda: _counted(stage, keys[0], first)),
    ):
        stage.at(days, step)


def _facts(first: date) -> CampaignFacts:
    return CampaignFacts(
        name=NAME,
        starts_on=first,
        ends_on=last_day(first, DAYS),
        slogan=SLOGAN,
        theme=THEME,
        ask=ASK,
        action=Action.CHECK_AGENCY,
    )


def _parts(stage: Stage) -> list[tuple[Part, dict[str, Any]]]:
    checks = {
        "what": "Агенттикти текшергендер көбөйөт / больше людей проверяют агентства",
        "indicator": "Код боюнча текшерүүлөр / проверки по коду",
        "unit": "текшерүү / проверка",
        "baseline": Decimal(0),
        "baseline_source": "код мурда болгон эмес / кода раньше не было",
        "target": Decimal(600),
    }
    leavers = {
        "who": "leavers",
        "message": LEAVERS,
        "messenger": "кайтып келген адам / вернувшийся",
        "channels": ["transport", "card"],
        "regions": [_unit(OSH), _unit(OSH_CITY)],
    }
    parents = {"who": "parents", "message": PARENTS, "messenger": "мугалим / учитель"}
    money = [("Плакат, карточка", "UNODC", "USD", 4200), ("Радио", "бюджет", "KGS", 180_000)]
    partners = (
        (OSH_REGION, "айылдар / сёла"),
        (YOUTH, "мектептер / школы"),
        (UNODC, "плакат"),
        (OSCE, "радио"),
    )
    return [
        (Part.OBJECTIVE, checks),
        (Part.AUDIENCE, leavers),
        (Part.AUDIENCE, parents | {"channels": ["school", "radio"], "regions": []}),
        *(
            (
                Part.PARTNER,
                {"organisation_id": stage.houses[code], "part": part, "is_public": True},
            )
            for code, part in partners
        ),
        *(
            (Part.BUDGET, {"what": what, "donor": who, "currency": unit, "planned": Decimal(sum_)})
            for what, who, unit, sum_ in money
        ),
    ]


def _promise(stage: Stage, key: str, who: str, house: str, what: str) -> None:
    pledging.promise(
        key,
        promiser_id=stage.houses[house],
        what=what,
        beneficiary="өнөктүк / кампания",
        due_on=timezone.localdate(stage.now) + timedelta(days=20),
        actor=stage.actors[who],
    )


def _ready(check: Check) -> ReadyFacts:
    is_ready = check is not Check.HELPLINE
    words = "" if is_ready else "Кечинде бир гана оператор. Вечером только один оператор."
    offices = {Check.HELPLINE: "нөөмөт башчысы / старший смены"}
    said_by = offices.get(check, "Министрлик, өнөктүк бөлүмү / отдел кампаний")
    return ReadyFacts(is_ready, said_by, clock.today(), words)


def _counted(stage: Stage, key: str, first: date) -> None:
    """Counts of each day since the launch, as they would have come one by one."""
    codes = list(CampaignCode.objects.filter(campaign__key=key))
    for code, (_label, _region, _channel, most) in zip(codes, CODES, strict=True):
        AgencyCheckCount.objects.bulk_create(
            AgencyCheckCount(code=code, day=first + timedelta(days=day), count=most + day % 4)
            for day in range(BEGAN)
        )
    _answers(codes[0], first)
    for number in range(12):
        _contact(stage, codes[number % 3].code, number)


def _answers(code: CampaignCode, first: date) -> None:
    for question, (right, wrong, before, after) in ANSWERS.items():
        for moment, day, counts in ((Moment.BEFORE, 1, before), (Moment.AFTER, 9, after)):
            for answer, is_right, count in ((right, True, counts[0]), (wrong, False, counts[1])):
                AnswerCount.objects.create(
                    code=code,
                    day=first + timedelta(days=day),
                    moment=moment,
                    question=question,
                    answer=answer,
                    is_right=is_right,
                    count=count,
                )


def _contact(stage: Stage, code: str, number: int) -> None:
    line = stage.actors["line"]
    at = stage.now - timedelta(days=2 * number + 1)
    Contact.objects.create(
        id=UUID(int=0xC0DE00 + number, version=4),
        organisation_id=line.organisation_id,
        by_id=line.user_id,
        at=at,
        touched_at=at,
        channel="call",
        language="ky",
        danger="no",
        asked="agency",
        outcome="informed",
        campaign=code,
    )


def _unit(iso: str) -> str:
    """Give the code of a region by its ISO 3166-2 name; empty for the whole country."""
    found = (unit.code for unit in packs.current().units if iso and unit.iso_3166_2 == iso)
    return next(found, "")

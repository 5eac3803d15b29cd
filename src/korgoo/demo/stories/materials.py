"""What the campaign puts into people's hands: three posters' worth of words, cards, and their stock in Osh.

The campaign itself is told by its own story; without one that runs, there is nothing to put out.
"""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.utils.timezone import localdate

from korgoo.access.actor import Actor
from korgoo.campaign import api as campaigns
from korgoo.demo.people import MINISTRY, OSH_REGION
from korgoo.demo.stage import Stage
from korgoo.lib import clock
from korgoo.materials import services
from korgoo.materials.enums import Kind, Move, Template
from korgoo.materials.facts import Shift, Wording
from korgoo.materials.models import Version
from korgoo.rights import api as rights

OSH = "region:41706000000000"
LINE = "helpline-189"
Words = dict[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """A material of the demonstration in three languages."""

    kind: Kind
    template: str
    title: Words
    body: Words | None = None


SLOGAN = {
    "ky": "Кетерден мурун текшерип ал",
    "ru": "Проверь, прежде чем ехать",
    "en": "Check before you leave",
}
ACTION = {
    "ky": "Агенттиктин уруксаты барбы? Мурун кара, анан төлө",
    "ru": "Есть ли у агентства разрешение? Сначала проверь, потом плати",
    "en": "Has the agency a permit? Look first, pay later",
}
QUESTIONS = {
    "ky": (
        "Иш берүүчү ким жана ал кайда?",
        "Паспортум кимде болот?",
        "Айлыкты ким, качан төлөйт?",
    ),
    "ru": ("Кто работодатель и где он?", "У кого будет мой паспорт?", "Кто и когда платит?"),
    "en": ("Who is the employer, and where?", "Who holds my passport?", "Who pays me, and when?"),
}
SPOKEN = {
    "ky": "Чет өлкөгө иштегени жатасызбы? Агенттиктин уруксатын текшериңиз. 189га чалыңыз.",
    "ru": "Собираетесь работать за границей? Проверьте разрешение агентства. Позвоните 189.",
    "en": "Going abroad to work? Check the permit of the agency. Call 189.",
}
MADE = (
    Told(
        Kind.POSTER,
        Template.NUMBER,
        {"ky": "Плакат: номер", "ru": "Плакат: номер", "en": "Poster: the number"},
    ),
    Told(
        Kind.POSTER,
        Template.QUESTIONS,
        {"ky": "Плакат: үч суроо", "ru": "Плакат: три вопроса", "en": "Poster: three questions"},
    ),
    Told(
        Kind.CARD,
        Template.ACTION,
        {"ky": "Капчыкка салма карточка", "ru": "Карточка в кошелёк", "en": "Wallet card"},
    ),
    Told(
        Kind.SOCIAL,
        Template.ACTION,
        {"ky": "Тармак үчүн сүрөт", "ru": "Картинка для соцсетей", "en": "Social picture"},
    ),
    Told(
        Kind.SPOKEN,
        "",
        {"ky": "Радиого текст", "ru": "Текст для радио", "en": "Text for radio"},
        body=SPOKEN,
    ),
)


def plan(stage: Stage) -> None:
    """Plan the writing, the approval by a second person, and the way of the pieces to Osh."""
    writer, reader = stage.actors["campaign"], stage.actors["secretary"]
    ours = f"org:{stage.houses[MINISTRY]}"
    region = f"org:{stage.houses[OSH_REGION]}"
    made: list[Version] = []

    def materials_are_made() -> None:
        key = _under_way(writer)
        for told in MADE if key else ():
            material = services.add_material(key, told.kind, actor=writer)
            for language in SLOGAN:
                wording = _wording(told, language, material.campaign_id)
                row = services.write(material.pk, language, wording, seen=0, actor=writer)
                made.append(services.send(row.pk, seen=row.revision, actor=writer))

    def a_second_person_reads_them() -> None:
        # The last text waits: nobody has read it in English yet.
        for row in made[:-1]:
            services.approve(row.pk, seen=row.revision, actor=reader)

    def they_are_printed_and_sent_to_osh() -> None:
        for row in made[:6]:
            _moved(row, Move.PRINTED, 600, target=ours)
            _moved(row, Move.SENT, 250, source=ours, target=OSH)
        for row in made[6:9]:
            _moved(row, Move.PRINTED, 5000, target=ours)
            _moved(row, Move.SENT, 2000, source=ours, target=region)

    def they_are_handed_out_in_osh() -> None:
        for row in made[:3]:
            _moved(row, Move.GIVEN, 180, source=OSH, note="Ош, базар (ойдон чыгарылган)")
        for row in made[:1]:
            _moved(row, Move.LOST, 12, source=OSH, note="Жамгыр (ойдон чыгарылган)")

    def _moved(row: Version, move: Move, count: int, **places: str) -> None:
        day = localdate(clock.now()) - timedelta(days=1)
        services.move(row.pk, Shift(move, count, day, **places), actor=writer)

    stage.at(9.4, materials_are_made)
    stage.at(8.6, a_second_person_reads_them)
    stage.at(7.2, they_are_printed_and_sent_to_osh)
    stage.at(3.1, they_are_handed_out_in_osh)


def _under_way(actor: Actor) -> str:
    """Find the newest campaign that has a code and is not over; empty when there is none."""
    known = campaigns.campaigns(actor=actor)
    states = {campaigns.State.PLANNED, campaigns.State.RUNNING}
    found = [one.key for one in known if one.state in states and campaigns.codes(one.id)]
    return found[0] if found else ""


def _wording(told: Told, language: str, campaign_id: UUID) -> Wording:
    if told.body:
        return Wording(title=told.title[language], body=told.body[language])
    codes = campaigns.codes(campaign_id)
    known = [one.key for one in rights.numbers_for(None, language)]
    return Wording(
        title=told.title[language],
        template=told.template,
        slogan=SLOGAN[language],
        action=ACTION[language],
        questions=QUESTIONS[language],
        numbers=tuple(key for key in (LINE, "helpline-0800") if key in known),
        code=codes[0].code,
    )

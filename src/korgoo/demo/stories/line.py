"""The helpline «Үн»: calls of a week, somebody who calls again, a shift that ends."""

from functools import partial
from typing import TYPE_CHECKING

from korgoo.access.actor import Actor
from korgoo.casework.models import Case
from korgoo.demo.stage import Stage
from korgoo.desk import services as desk
from korgoo.desk.enums import Channel, MayCall, Noise, Outcome, When
from korgoo.desk.models import Contact
from korgoo.desk.services import Ending, Left, Told

if TYPE_CHECKING:
    from uuid import UUID

PHONE = Channel.PHONE
SISTER = {
    "nickname": "Айгүл (ойдон чыгарылган)",
    "phone": "+996 000 000 161",
    "hours": "19:00дөн кийин, күйөөсү иште",
    "word": "Мектептен чалып жатабыз",
    "note": "Иниси Подмосковьеде курулушта, паспорту кожоюнда. (Ойдон чыгарылган.)",
}
WORKER = {
    "nickname": "Бакыт (ойдон чыгарылган)",
    "phone": "+996 000 000 162",
    "hours": "Жекшемби",
    "note": "Үч ай акча төлөнгөн эмес, эшик кулпуланат. (Ойдон чыгарылган.)",
}
# Days before now, who took it, what was told.
CALLS = (
    (
        6.2,
        "line",
        Told(
            PHONE,
            "ky",
            "no",
            "information",
            {"destination": "russia"},
            ending=Ending(Outcome.INFORMED, ["ru-registration"]),
        ),
    ),
    (
        5.4,
        "line2",
        Told(
            PHONE,
            "ru",
            "no",
            "wages",
            {"country": "RU", "caller": "self"},
            ending=Ending(Outcome.INFORMED),
        ),
    ),
    (
        5.1,
        "line",
        Told(
            PHONE,
            "uz",
            "no",
            "documents",
            {"country": "RU"},
            ending=Ending(Outcome.PASSED_ON, (), "consular-department"),
        ),
    ),
    (
        2.3,
        "line",
        Told(
            PHONE,
            "ky",
            "yes",
            "trafficking",
            {"country": "RU", "destination": "russia", "caller": "self"},
            ending=Ending(Outcome.EMERGENCY),
        ),
    ),
    (1.2, "line2", Told(Channel.WALK_IN, "ky", "no", "missing", {"caller": "relative"})),
)
NOISES = ((5.9, Noise.SILENT), (4.8, Noise.DROPPED), (4.7, Noise.SILENT), (2.2, Noise.ABUSE))


def plan(stage: Stage) -> None:
    """Plan a week of the helpline."""
    for days, who, told in CALLS:
        stage.at(days, partial(_call, told, stage.actors[who]))
    for days, kind in NOISES:
        stage.at(days, partial(_count, kind, stage.actors["line"]))
    _calls_again(stage)
    _becomes_a_case(stage)
    stage.at(0.3, partial(_shift_ends, stage))


def _calls_again(stage: Stage) -> None:
    """A sister calls; three days later her brother's friend reaches another operator."""
    made: dict[str, Contact] = {}

    def she_calls() -> None:
        told = Told(
            PHONE,
            "ky",
            "unknown",
            "trafficking",
            {"caller": "relative", "country": "KG", "destination": "russia", "sex": "male"},
            words=SISTER,
            has_agreed=True,
            may_call=MayCall.YES,
            call_when=When.WEEK,
        )
        made["she"] = _record(told, stage.actors["line2"])

    def a_friend_calls() -> None:
        told = Told(PHONE, "ru", "no", "documents", {"caller": "witness", "country": "RU"})
        made["friend"] = _record(told, stage.actors["line"])
        desk.join(made["friend"].pk, made["she"].spoken_code, actor=stage.actors["line"])

    stage.at(6.9, she_calls)
    stage.at(3.8, a_friend_calls)


def _becomes_a_case(stage: Stage) -> None:
    made: list[UUID] = []
    line = stage.actors["line"]

    def he_calls() -> None:
        told = Told(
            PHONE,
            "ky",
            "no",
            "trafficking",
            {"caller": "self", "country": "RU", "sex": "male", "age_band": "25-39"},
            words=WORKER,
            has_agreed=True,
            may_call=MayCall.YES,
        )
        made.append(_record(told, line).pk)

    def he_wants_help() -> None:
        case_id = desk.open_case(made[0], words_may_go=True, actor=line)
        Case.objects.filter(pk=case_id).update(is_demo=True)

    stage.at(1.9, he_calls)
    stage.at(1.8, he_wants_help)


def _shift_ends(stage: Stage) -> None:
    """One operator goes home and leaves what is open to the other."""
    leaving, coming = stage.actors["line2"], stage.actors["line"]
    mine = Contact.objects.filter(holder_id=leaving.user_id).unfinished()
    word = "Кечинде чалуу керек, балдары уктаганда. (Ойдон чыгарылган.)"
    things = [Left(contact_id=row.pk, note=word if row.call_at else "") for row in mine]
    desk.hand_over(things, to_id=coming.user_id, actor=leaving)


def _record(told: Told, actor: Actor) -> Contact:
    return desk.record_contact(told, actor=actor)


def _call(told: Told, actor: Actor) -> None:
    _record(told, actor)


def _count(kind: Noise, actor: Actor) -> None:
    desk.record_noise(kind, actor=actor)

"""A woman with a telephone of her own follows her case by herself, writes, and takes a thing back."""

from datetime import time, timedelta

from django.utils import timezone

from korgoo.casework.enums import Danger, Matter, Scope
from korgoo.casework.models import Case
from korgoo.casework.services import FirstContact
from korgoo.demo.people import CLINIC, OSH_CENTRE
from korgoo.demo.stage import Stage
from korgoo.demo.stories.moves import agree, meet, refer
from korgoo.lib import clock
from korgoo.mypage import selectors
from korgoo.mypage import services as mypage
from korgoo.mypage.enums import MayCall
from korgoo.mypage.models import Page
from korgoo.mypage.visits import Visit
from korgoo.referral import services as referrals
from korgoo.referral.models import Referral
from korgoo.referral.services import Request

NOBODYS_ADDRESS = "192.0.2.1"  # kept for documents (RFC 5737)
SAFE = "Жашыл эшик, паспорттун көчүрмөсүн ала келиңиз. (Ойдон чыгарылган.)"


def plan(stage: Stage) -> None:
    """Plan the story: a code, help that is reported and awaits her word, a message, an answer."""
    cases: dict[str, Case] = {}
    sent: dict[str, Referral] = {}
    pages: dict[str, tuple[Page, str]] = {}
    shelter, osh, clinic = (stage.actors[k] for k in ("shelter", "osh", "clinic"))

    def she_calls() -> None:
        first = FirstContact(
            channel="phone",
            language="ky",
            danger=Danger.NO,
            matter=Matter.TRAFFICKING,
            coded={"caller": "self", "sex": "female", "age_band": "25-39"},
            identity={"name": "Айнура Мисалова (ойдон чыгарылган)"},
            contact={"phone": "+996 000 000 145", "safe_hours": "20:00-22:00"},
        )
        cases["she"] = meet(shelter, first)

    def two_are_asked() -> None:
        for key, house, kind, needs in (
            ("osh", OSH_CENTRE, "legal", ("legal", "wages")),
            ("clinic", CLINIC, "medical", ("health", "psychologist")),
        ):
            where = stage.houses[house]
            scopes = [Scope.REFERRAL, Scope.IDENTITY, Scope.CONTACT]
            agree(shelter, cases["she"], where, scopes)
            sent[key] = refer(shelter, cases["she"], Request(where, kind, "day", needs))

    def she_gets_a_code() -> None:
        pages["she"] = mypage.make_code(cases["she"].pk, actor=shelter)

    def the_clinic_helps() -> None:
        referrals.acknowledge(sent["clinic"].pk, actor=clinic)
        referrals.accept(sent["clinic"].pk, actor=clinic)
        referrals.start_service(sent["clinic"].pk, actor=clinic)
        referrals.report_service(sent["clinic"].pk, actor=clinic)

    def the_lawyer_says_yes() -> None:
        referrals.acknowledge(sent["osh"].pk, actor=osh)
        referrals.accept(sent["osh"].pk, actor=osh)

    def she_writes() -> None:
        text = "Жаңы номерим бар. Адвокат качан чалат? (Ойдон чыгарылган.)"
        visit = _come(*pages["she"])
        mypage.write_message(visit, text, may_call=MayCall.YES, when="Кечки сегизден кийин")

    def she_is_answered() -> None:
        text = "Жума күнү жолугабыз. Убактысы төмөндө. (Ойдон чыгарылган.)"
        mypage.answer(cases["she"].pk, text, actor=shelter)
        day = timezone.localdate(clock.now() + timedelta(days=6))
        mypage.make_appointment(
            cases["she"].pk,
            day,
            time(14, 30),
            with_id=stage.houses[OSH_CENTRE],
            words=SAFE,
            actor=shelter,
        )

    def she_writes_again() -> None:
        text = "Рахмат, келем. Балдарым менен барсам болобу? (Ойдон чыгарылган.)"
        mypage.write_message(_come(*pages["she"]), text, may_call=MayCall.NO)

    for days, step in (
        (9.0, she_calls),
        (8.9, two_are_asked),
        (8.8, she_gets_a_code),
        (6.0, the_clinic_helps),
        (5.0, the_lawyer_says_yes),
        (3.0, she_writes),
        (2.5, she_is_answered),
        (0.5, she_writes_again),
    ):
        stage.at(days, step)


def _come(page: Page, code: str) -> Visit:
    came = mypage.open_page(mypage.count_try(page.number, NOBODYS_ADDRESS), code)
    visit = selectors.visit_of(came.cookie)
    if visit is None:
        raise RuntimeError("the page of the story did not open")
    return visit

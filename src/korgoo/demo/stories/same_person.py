"""Two organisations help the same three people without knowing it: one ask waits, one connected them, one was a mistake."""

from korgoo.access.actor import Actor
from korgoo.access.enums import Role
from korgoo.casework.enums import Danger, Matter
from korgoo.casework.models import Case
from korgoo.casework.services import FirstContact
from korgoo.demo.stage import Stage
from korgoo.demo.stories.moves import meet
from korgoo.lookup import services as lookup
from korgoo.pairs import selectors
from korgoo.pairs import services as pairs
from korgoo.pairs.enums import PersonSays, QuestionState
from korgoo.pairs.models import Ask, Question

FRONT = frozenset({Role.CASE_WORKER, Role.HEAD, Role.HOTLINE_OPERATOR, Role.OFFICER})
INVENTED = "(ойдон чыгарылган)"
# As the centre in Osh wrote them, and later the shelter: the third ones are two different people.
FIRST = (
    ("Үлгүбаева Зуура", "14.07.1995", "0555 000 931"),
    ("Примерова Динара", "02.11.2001", "0555 000 932"),
    ("Сынакбаева Нур", "30.05.1989", "0555 000 933"),
)
AGAIN = (
    ("Ulgubaeva Zuura", "14.07.1995", "0555 000 931"),
    ("Primerova Dinara", "02.11.2001", "0555 000 932"),
    ("Сынакбаева Нура", "30.05.1989", ""),
)


def plan(stage: Stage) -> None:
    """Plan the story: both write three people down, then ask about each of them."""
    osh, shelter, centre = (stage.actors[one] for one in ("osh", "shelter", "coordinator"))
    cases: list[Case] = []

    def all_hold_the_keys() -> None:
        for _round in range(2):  # the keys are given on in the first one
            for actor in stage.actors.values():
                if actor.roles & FRONT:
                    lookup.encode_more(actor=actor)
                    pairs.compare_more(actor=actor)

    def osh_meets_them() -> None:
        for person in FIRST:
            _meet(osh, *person)

    def the_shelter_meets_them() -> None:
        cases.extend(_meet(shelter, *person) for person in AGAIN)

    def the_shelter_asks(place: int, says: PersonSays, why: str) -> None:
        pairs.ask(cases[place].pk, says=says, why=why, actor=shelter)

    def two_are_asked() -> None:
        the_shelter_asks(1, PersonSays.AGREED, "Тамак-аш эки жерден берилет окшойт.")
        the_shelter_asks(2, PersonSays.NOT_SAFE, "")

    def two_are_passed_on() -> None:
        for place in (1, 2):
            _pass_on(cases[place], centre)

    def osh_answers() -> None:
        for place, answer in ((1, QuestionState.AGREED), (2, QuestionState.NOT_SAME)):
            pairs.answer(
                _question_of(cases[place], centre).pk, answer, says=PersonSays.AGREED, actor=osh
            )

    def the_centre_ends_both() -> None:
        pairs.release(Ask.objects.get(case=cases[1]).pk, actor=centre)
        pairs.close(Ask.objects.get(case=cases[2]).pk, actor=centre)

    stage.at(9.0, all_hold_the_keys)
    stage.at(8.5, osh_meets_them)
    stage.at(8.0, the_shelter_meets_them)
    stage.at(6.0, two_are_asked)
    stage.at(5.0, two_are_passed_on)
    stage.at(4.0, osh_answers)
    stage.at(3.5, the_centre_ends_both)
    stage.at(1.0, lambda: the_shelter_asks(0, PersonSays.AGREED, "Жардам кайталанбасын дейбиз."))


def _meet(worker: Actor, name: str, birth: str, phone: str) -> Case:
    return meet(
        worker,
        FirstContact(
            channel="phone",
            language="ky",
            danger=Danger.NO,
            matter=Matter.WAGES,
            coded={"caller": "self", "sex": "female", "age_band": "25-39"},
            identity={"name": f"{name} {INVENTED}", "birth": birth},
            contact={"phone": phone},
        ),
    )


def _pass_on(case: Case, centre: Actor) -> None:
    for one in selectors.watch(actor=centre).asks:
        if one.ask.case_id == case.pk:
            pairs.pass_on(one.ask.pk, mark=one.pairs[0].mark, actor=centre)


def _question_of(case: Case, centre: Actor) -> Question:
    for one in selectors.watch(actor=centre).asks:
        if one.ask.case_id == case.pk and one.question is not None:
            return one.question
    raise LookupError(case.pk)

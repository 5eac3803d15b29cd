"""The rest of a working month: contacts about pay and papers, most of them no trafficking."""

from functools import partial

from korgoo.casework.enums import Danger, Decision, Matter
from korgoo.casework.services import FirstContact
from korgoo.demo.stage import Stage
from korgoo.demo.stories.moves import decide, meet, screen
from korgoo.identification.enums import Opinion

RIGHTS = {"documents": "mine", "pay": "less", "deductions": "fines", "contract": "broken"}
RIGHTS |= {"hours": "no-rest", "age": "adult", "threats": "none", "speaks": "freely"}

# Days ago, who, channel, language, matter, sex, age, sector.
CONTACTS = (
    (33.1, "inspector", "phone", "ky", Matter.WAGES, "male", "25-39", "F"),
    (30.4, "line", "phone", "ru", Matter.INFORMATION, "female", "25-39", "unknown"),
    (28.2, "inspector", "inspection", "ky", Matter.WAGES, "male", "40-59", "A"),
    (20.7, "line", "phone", "ky", Matter.DOCUMENTS, "male", "18-24", "H"),
    (18.3, "osh", "in_person", "ky", Matter.OTHER, "female", "25-39", "unknown"),
    (16.6, "inspector", "in_person", "ru", Matter.WAGES, "female", "40-59", "C"),
    (11.2, "line", "phone", "ky", Matter.MISSING, "male", "18-24", "F"),
    (8.5, "inspector", "inspection", "ky", Matter.WAGES, "male", "25-39", "C"),
    (6.3, "line", "message", "ru", Matter.INFORMATION, "unknown", "unknown", "unknown"),
    (4.8, "inspector", "phone", "ky", Matter.INFORMATION, "male", "18-24", "I"),
    (1.2, "line", "phone", "ky", Matter.WAGES, "male", "25-39", "F"),
    (0.3, "inspector", "inspection", "ky", Matter.WAGES, "female", "25-39", "C"),
)
SCREENED = {28.2, 8.5}


def plan(stage: Stage) -> None:
    """Plan the contacts; two of them were screened and read as labour-rights cases."""
    for contact in CONTACTS:
        stage.at(contact[0], partial(_take, stage, *contact))


def _take(
    stage: Stage,
    days: float,
    who: str,
    channel: str,
    language: str,
    matter: Matter,
    *coded: str,
) -> None:
    actor = stage.actors[who]
    sex, age, sector = coded
    first = FirstContact(
        channel=channel,
        language=language,
        danger=Danger.NO,
        matter=matter,
        coded={"sex": sex, "age_band": age, "sector": sector, "citizenship": "KG"},
    )
    case = meet(actor, first)
    if days in SCREENED:
        screen(actor, case, "labour-inspector", RIGHTS, Opinion.LABOUR_RIGHTS)
        decide(actor, case, Decision.LABOUR_RIGHTS, "")

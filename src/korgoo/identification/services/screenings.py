from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit, policy
from korgoo.access.enums import Event, Permission, Relation
from korgoo.identification import (
    agency_views,
    earlier,
    editions,
    guidelines,
    policies,
    readings,
    selectors,
)
from korgoo.identification.enums import SEALED, AgeCheck, Moved, Opinion, Talk
from korgoo.identification.models import Screening, ScreeningChoice
from korgoo.identification.services.editions import keep_edition
from korgoo.lib import clock
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from korgoo.access.actor import Actor
    from korgoo.countrypack.schema.views import AgencyView
    from korgoo.identification.guidelines import Choice
    from korgoo.identification.readings import Answers
    from korgoo.identification.rules import Reading


@transaction.atomic
def start_screening(
    subject: UUID,
    *,
    view: str,
    talk: Talk,
    age_check: AgeCheck | None = None,
    moved: Moved | None = None,
    actor: "Actor",
) -> Screening:
    """Start a card for a case. The caller has made sure that the case is the actor's own.

    It is read under the edition in force now, also when another one comes before it is finished.

    Args:
        subject: The number of the case.
        view: Key of an agency view of the guideline, or ``full``.
        talk: Could the person speak freely?
        age_check: When it is known already.
        moved: Did the person leave home for this work?
        actor: Who asks the questions.

    Raises:
        NotFound: The actor may not fill cards, or there is no such view.
    """
    start = Start(view, talk, age_check, moved)
    return begin(subject, start, edition=editions.current(), actor=actor)


@dataclass(frozen=True, slots=True)
class Start:
    """What is known when a card is begun.

    Attributes:
        at: when the questions were asked; None: now.
    """

    view: str
    talk: Talk
    age_check: AgeCheck | None = None
    moved: Moved | None = None
    at: "datetime | None" = None


def begin(subject: UUID, start: Start, *, edition: editions.Edition, actor: "Actor") -> Screening:
    """Start a card under an edition, in the caller's transaction.

    Raises:
        NotFound: The actor may not fill cards, or the edition has no such view.
    """
    if not policy.decide(actor, Permission.SCREENING_FILL, Relation.OWNER):
        raise NotFound(_("We found no such page."))
    described = _described(start.view, edition)
    catalogue = edition.data.catalogues[described.catalogue]
    screening = Screening.objects.create(
        subject=subject,
        organisation_id=actor.organisation_id,
        view=start.view,
        edition=keep_edition(edition, actor=actor),
        catalogue=catalogue.key,
        version=catalogue.version,
        age_check=start.age_check or "",
        talk=start.talk,
        moved=start.moved or "",
        started_at=start.at or clock.now(),
        started_by_id=actor.user_id,
    )
    audit.record(Event.SCREENING_STARTED, actor=actor, target=screening, detail=start.view)
    return screening


def _described(view: str, edition: editions.Edition) -> "AgencyView":
    try:
        described = agency_views.view_of(view, edition.data)
    except KeyError:
        raise NotFound(_("We found no such card.")) from None
    if described.pocket is not None:
        raise NotFound(_("We found no such card."))
    return described


@transaction.atomic
def save_answers(
    screening_id: UUID, choices: "Iterable[Choice]", *, asked: "Iterable[str]", actor: "Actor"
) -> Screening:
    """Keep the answers of one page; a question of the page left empty becomes "not asked".

    Args:
        screening_id: A card whose reading was not made yet.
        choices: What was chosen on the page.
        asked: Keys of all questions of the page.
        actor: Who asks.

    Raises:
        NotFound: Not a card of the actor's organisation.
        Forbidden: The reading was made.
    """
    screening = selectors.get_screening(
        screening_id, actor=actor, permission=Permission.SCREENING_FILL, lock=True
    )
    policies.answer(screening).require()
    # That words were sealed stays true when the page is sent again without new ones.
    screening.choices.filter(question__in=list(asked)).exclude(option=SEALED).delete()
    now = clock.now()
    ScreeningChoice.objects.bulk_create(
        (
            ScreeningChoice(
                screening=screening,
                question=c.question,
                option=c.option,
                source=c.source,
                chosen_at=now,
            )
            for c in choices
        ),
        ignore_conflicts=True,
    )
    _take_age(screening)
    audit.record(Event.SCREENING_ANSWERED, actor=actor, target=screening)
    return screening


@transaction.atomic
def set_age(screening_id: UUID, age_check: AgeCheck, *, actor: "Actor") -> Screening:
    """Record whether the person is under 18, for the whole list, which has no such question.

    Raises:
        NotFound: Not a card of the actor's organisation.
        Forbidden: The reading was made.
    """
    screening = selectors.get_screening(
        screening_id, actor=actor, permission=Permission.SCREENING_FILL, lock=True
    )
    policies.answer(screening).require()
    screening.age_check = age_check
    screening.save(update_fields=["age_check"])
    audit.record(Event.SCREENING_ANSWERED, actor=actor, target=screening, detail="age")
    return screening


@transaction.atomic
def give_opinion(screening_id: UUID, opinion: Opinion, *, actor: "Actor") -> Screening:
    """Record the officer's own opinion, then read the answers under the card's edition.

    From then on answers, opinion and readings stand as they are.

    Raises:
        NotFound: Not a card of the actor's organisation.
        Forbidden: The reading was made before.
    """
    screening = selectors.get_screening(
        screening_id, actor=actor, permission=Permission.SCREENING_FILL, lock=True
    )
    policies.answer(screening).require()
    first, others, answers = read_now(screening)
    screening.opinion = opinion
    screening.opinion_at = screening.read_at = clock.now()
    screening.answers = answers
    screening.reading = first.to_data()
    screening.others = [reading.to_data() for reading in others]
    screening.version = first.version
    screening.save(
        update_fields=[
            "opinion",
            "opinion_at",
            "read_at",
            "answers",
            "reading",
            "others",
            "version",
        ]
    )
    audit.record(Event.SCREENING_OPINION_GIVEN, actor=actor, target=screening, detail=opinion)
    return screening


def read_now(screening: Screening) -> "tuple[Reading, list[Reading], Answers]":
    """Read the answers as they stand.

    Returns:
        The reading under the card's own catalogue, those under further ones, and by indicator code
        what was answered and where it comes from.
    """
    guideline = editions.of(screening).data
    view = agency_views.view_of(screening.view, guideline, child=screening.is_child)
    facts = readings.Facts(
        tuple(selectors.choices_of(screening)),
        screening.is_child,
        screening.moved,
        earlier.known_before(screening),
    )
    answers = readings.answers_of(view, facts, guideline)
    first, *others = readings.read_all(
        view, answers, guideline, child=screening.is_child, moved=screening.moved
    )
    return first, others, answers


def _take_age(screening: Screening) -> None:
    guideline = editions.of(screening).data
    view = agency_views.view_of(screening.view, guideline, child=screening.is_child)
    age = guidelines.age_of(guidelines.questions_of(view), selectors.choices_of(screening))
    if age and age != screening.age_check:
        screening.age_check = age
        screening.save(update_fields=["age_check"])

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit, policy
from korgoo.access.enums import Event, Permission, Relation
from korgoo.countrypack import api as packs
from korgoo.identification import agency_views, guidelines, policies, selectors
from korgoo.identification.enums import AgeCheck, Opinion, Talk
from korgoo.identification.models import Screening, ScreeningChoice
from korgoo.identification.rules import Reading, read
from korgoo.lib import clock
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor
    from korgoo.identification.guidelines import Choice


@transaction.atomic
def start_screening(
    subject: UUID, *, view: str, talk: Talk, age_check: AgeCheck | None = None, actor: "Actor"
) -> Screening:
    """Start a card for a case. The caller has made sure that the case is the actor's own.

    Args:
        subject: The number of the case.
        view: Key of an agency view of the pack, or ``full``.
        talk: Could the person speak freely?
        age_check: When it is known already.
        actor: Who asks the questions.

    Raises:
        NotFound: The actor may not fill cards, or there is no such view.
    """
    if not policy.decide(actor, Permission.SCREENING_FILL, Relation.OWNER):
        raise NotFound(_("We found no such page."))
    try:
        described = agency_views.view_of(view, "adult_labour")
    except KeyError:
        raise NotFound(_("We found no such card.")) from None
    catalogue = packs.current().catalogues[described.catalogue]
    screening = Screening.objects.create(
        subject=subject,
        organisation_id=actor.organisation_id,
        view=view,
        catalogue=catalogue.key,
        version=catalogue.version,
        age_check=age_check or "",
        talk=talk,
        started_at=clock.now(),
        started_by_id=actor.user_id,
    )
    audit.record(Event.SCREENING_STARTED, actor=actor, target=screening, detail=view)
    return screening


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
    screening.choices.filter(question__in=list(asked)).delete()
    now = clock.now()
    ScreeningChoice.objects.bulk_create(
        ScreeningChoice(
            screening=screening,
            question=c.question,
            option=c.option,
            source=c.source,
            chosen_at=now,
        )
        for c in choices
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
    """Record the officer's own opinion, then read the answers under the guideline.

    From then on answers, opinion and reading stand as they are.

    Raises:
        NotFound: Not a card of the actor's organisation.
        Forbidden: The reading was made before.
    """
    screening = selectors.get_screening(
        screening_id, actor=actor, permission=Permission.SCREENING_FILL, lock=True
    )
    policies.answer(screening).require()
    reading, answered = read_now(screening)
    screening.opinion = opinion
    screening.opinion_at = screening.read_at = clock.now()
    screening.answers = answered
    screening.reading = reading.to_data()
    # The list may have changed since the card was started: what was read is what counts.
    screening.version = reading.version
    screening.save(
        update_fields=["opinion", "opinion_at", "read_at", "answers", "reading", "version"]
    )
    audit.record(Event.SCREENING_OPINION_GIVEN, actor=actor, target=screening, detail=opinion)
    return screening


def read_now(screening: Screening) -> tuple[Reading, dict[str, dict[str, str]]]:
    """Read the answers as they stand.

    Returns:
        The reading, and by indicator code what was answered and where it comes from.
    """
    view = agency_views.view_of(screening.view, screening.profile)
    catalogue = packs.current().catalogues[screening.catalogue]
    rule_book = guidelines.guideline(catalogue, screening.profile)
    known = frozenset(sign.code for sign in rule_book.indicators)
    told = guidelines.answers(
        guidelines.questions_of(view), selectors.choices_of(screening), known
    )
    reading = read(rule_book, {code: value for code, (value, _source) in told.items()})
    stored = {
        code: {"value": str(value), "source": source} for code, (value, source) in told.items()
    }
    return reading, stored


def _take_age(screening: Screening) -> None:
    view = agency_views.view_of(screening.view, screening.profile)
    age = guidelines.age_of(guidelines.questions_of(view), selectors.choices_of(screening))
    if age and age != screening.age_check:
        screening.age_check = age
        screening.save(update_fields=["age_check"])

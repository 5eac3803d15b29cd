"""States, kinds, needs and clocks of referrals in words, in the language of the page."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from babel import Locale
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from korgoo.countrypack import api as packs
from korgoo.referral.enums import (
    Caution,
    DeclineReason,
    Need,
    Question,
    ReferralState,
    Urgency,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import TextChoices

    from korgoo.casework.api import ClockCard
    from korgoo.referral.api import ReferralCard

S = ReferralState
# How a state looks beside its words: names of the status_tag component.
TONES: dict[ReferralState, str] = {
    S.DRAFT: "neutral",
    S.SENT: "waiting",
    S.RECEIVED: "waiting",
    S.NEEDS_INFORMATION: "waiting",
    S.ACCEPTED: "active",
    S.IN_SERVICE: "active",
    S.COMPLETED: "waiting",
    S.CONFIRMED: "good",
    S.DECLINED: "late",
    S.WITHDRAWN: "closed",
    S.EXPIRED: "late",
}
# What a kind of help usually covers: shown under its name, and ticked on a fresh form.
# A kind of another pack that is not here simply starts empty.
USUAL_NEEDS: dict[str, tuple[Need, ...]] = {
    "emergency": (Need.SAFE_PLACE, Need.FOOD, Need.HEALTH),
    "shelter": (Need.SAFE_PLACE, Need.FOOD),
    "medical": (Need.HEALTH, Need.PSYCHOLOGIST),
    "legal": (Need.LEGAL, Need.DOCUMENTS, Need.WAGES),
    "identification": (Need.IDENTIFICATION,),
    "return": (Need.RETURN, Need.DOCUMENTS),
    "crossborder": (Need.RETURN, Need.DOCUMENTS),
}


@dataclass(frozen=True, slots=True)
class ClockView:
    """A running clock as the ``clock`` component draws it."""

    name: str
    due: datetime | None
    basis: str
    legal_basis: str | None
    done: datetime | None = None
    rests_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One referral of a list, in words."""

    card: "ReferralCard"
    kind: str
    state: str
    tone: str
    urgency: str
    needs: str
    clock: ClockView | None
    reason: str
    questions: str


def kind_name(key: str) -> str:
    """Name a kind of help; one that the pack no longer has stands for itself."""
    for kind in packs.current().referral_types:
        if kind.key == key:
            return kind.name.in_language(_reader())
    return key


def words_of(choices: "type[TextChoices]", values: "Iterable[str]") -> list[str]:
    """Put stored codes into words, in the order of the list of choices."""
    labels = dict(choices.choices)
    wanted = set(values)
    return [str(label) for value, label in labels.items() if value in wanted]


def needs_words(values: "Iterable[str]") -> str:
    """List needs in one line."""
    return "; ".join(words_of(Need, values))


def cautions_words(values: "Iterable[str]") -> str:
    """List cautions in one line."""
    return "; ".join(words_of(Caution, values))


def questions_words(values: "Iterable[str]") -> list[str]:
    """List the receiver's questions."""
    return words_of(Question, values)


def clock_view(key: str, due_at: datetime | None) -> ClockView:
    """Describe a clock of the pack by its key; ``due_at`` None means that no limit is set."""
    clock = packs.current().clocks[key]
    legal_basis = clock.legal_basis.in_language(_reader()) if clock.legal_basis else None
    return ClockView(
        clock.name.in_language(_reader()),
        due_at,
        clock.basis,
        legal_basis,
        rests_on=clock.rests_on,
    )


def clock_views(cards: "Iterable[ClockCard]") -> list[ClockView]:
    """Describe running clocks, the soonest due first."""
    return [clock_view(card.key, card.due_at) for card in cards]


def line(card: "ReferralCard") -> Line:
    """Put one referral of a list into words."""
    return Line(
        card=card,
        kind=kind_name(card.kind),
        state=str(card.state.label),
        tone=TONES[card.state],
        urgency=str(card.urgency.label),
        needs=needs_words(card.needs),
        clock=clock_view(card.clock_key, card.due_at) if card.clock_key else None,
        reason=str(DeclineReason(card.decline_reason).label) if card.decline_reason else "",
        questions="; ".join(questions_words(card.questions)),
    )


def lines(cards: "Iterable[ReferralCard]") -> list[Line]:
    """Put the referrals of a list into words."""
    return [line(card) for card in cards]


def language_name(code: str) -> str:
    """Name the language of a person; an unknown code stands for itself."""
    own = packs.current().language_details.get(code)
    return own.own_name if own else str(Locale.parse(_reader()[:2]).languages.get(code, code))


def usual_needs(kind: str) -> list[str]:
    """List what a kind of help usually covers; empty when nothing is known of it."""
    return [need.value for need in USUAL_NEEDS.get(kind, ())]


def urgency_hints() -> dict[str, str]:
    """Say under each urgency by when the receiver is asked to answer."""
    return {
        Urgency.NOW: str(_("Danger to life or health, or no place for tonight.")),
        Urgency.DAY: str(_("Safe for now, but not for long.")),
        Urgency.PLANNED: str(_("Can wait for a planned day.")),
    }


def _reader() -> str:
    return get_language() or packs.current().default_language

"""What would be read otherwise: agreed examples, and cards of the past by counts that name nobody."""

from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from korgoo.countrypack.api import PackError
from korgoo.identification import api as identification
from korgoo.identification.rules import Outcome
from korgoo.lib import clock
from korgoo.workshop import checks
from korgoo.workshop.wording.names import in_language

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.identification.api import Impact, VectorTurn
    from korgoo.workshop.models import GuidelineDraft

Row = dict[str, Any]


def past_page(draft: "GuidelineDraft", *, actor: "Actor") -> Row:
    """Try a draft on the agreed examples and on the cards of the past; not while it has faults.

    Cards of the reader's own organisation are left out, and those of this month: nobody can add
    cards and see at once how a count moves.
    """
    try:
        after, before = checks.read(draft.files), checks.read(draft.base_files)
    except PackError:
        return {"is_faulty": True}
    turns = identification.vector_changes(before, after)
    impact = identification.impact(
        draft.files,
        files_before=draft.base_files,
        besides=actor.organisation_id,
        read_before=_first_of_this_month(),
    )
    return {
        "is_faulty": False,
        "examples": [_example(turn, draft) for turn in turns if turn.is_changed],
        "otherwise": [_example(turn, draft) for turn in turns if not turn.is_as_agreed],
        "tried": len(turns),
        **_cards(impact, draft),
    }


def _first_of_this_month() -> datetime:
    return timezone.make_aware(datetime.combine(clock.today().replace(day=1), time.min))


def _cards(impact: "Impact", draft: "GuidelineDraft") -> Row:
    return {
        "cards": impact.cards.about,
        "changed": impact.changed.about,
        "turns": [
            {
                "list": checks.words_of(draft).names.catalogue(turn.catalogue),
                "child": turn.child,
                "before": _outcome(turn.before[0]),
                "why_before": str(identification.wording.because_sentence(turn.before[1])),
                "after": _outcome(turn.after[0]),
                "why_after": str(identification.wording.because_sentence(turn.after[1])),
                "cards": turn.cards.about,
            }
            for turn in impact.turns
        ],
    }


def _example(turn: "VectorTurn", draft: "GuidelineDraft") -> Row:
    vector = turn.vector
    return {
        "title": in_language(vector.title.root),
        "list": checks.words_of(draft).names.catalogue(vector.catalogue),
        "before": _outcome(turn.before),
        "after": _outcome(turn.after),
        "expected": _outcome(vector.expected),
        "is_as_agreed": turn.is_as_agreed,
    }


def _outcome(outcome: Any) -> str:
    return str(identification.wording.outcome_name(Outcome(outcome))) if outcome else "–"

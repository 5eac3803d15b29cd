"""What anybody does by a code: one more in the count of the day, and nothing else.

No row in the audit trail: it knows the minute of each of its rows, and would tell when somebody was here.
"""

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, models, transaction
from django.db.models import F

from korgoo.campaign.enums import Moment
from korgoo.campaign.models import AgencyCheckCount, AnswerCount, CampaignCode
from korgoo.lib import clock


def count_check(code: CampaignCode) -> None:
    """Count that an agency is looked up from the page of a code today."""
    _one_more(AgencyCheckCount, {}, code=code, day=clock.today())


def count_answers(
    code: CampaignCode, moment: Moment, answers: Mapping[str, tuple[str, bool]]
) -> None:
    """Count the answers that somebody gave together; whose they were is not kept, nor which go together.

    Args:
        code: By which they came.
        moment: Before or after.
        answers: By question: the key of the answer, and whether it is right.
    """
    with transaction.atomic():
        for question in sorted(answers):
            answer, is_right = answers[question]
            named: dict[str, Any] = {"moment": moment, "question": question, "answer": answer}
            _one_more(AnswerCount, {"is_right": is_right}, code=code, day=clock.today(), **named)


def _one_more(model: type[models.Model], said: dict[str, Any], **named: Any) -> None:
    if _added(model, named):
        return
    try:
        with transaction.atomic():
            model(**named, **said, count=1).save(force_insert=True)
    except IntegrityError:
        _added(model, named)  # somebody else was the first of this day


def _added(model: type[models.Model], named: dict[str, Any]) -> bool:
    return bool(model._default_manager.filter(**named).update(count=F("count") + 1))

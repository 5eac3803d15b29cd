"""What is asked when needs and dangers are looked at. Nothing here has to be asked."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.assistance.enums import (
    Answer,
    HealthNeed,
    HealthRisk,
    Level,
    LevelGround,
    Measure,
    Need,
    NeedState,
    Occasion,
    Risk,
    Vulnerability,
)
from korgoo.assistance.forms.fields import asked, boxes, day, radios, select, words
from korgoo.assistance.services import Findings

K = TypeVar("K", bound=StrEnum)
REVIEW_HINT = _("Your own date. Leave it open if you cannot say.")


class AssessmentForm(forms.Form):
    """Needs, dangers, a judgement with its grounds, and when to look again."""

    occasion = select(_("Why now?"), Occasion.choices)
    level = radios(_("How great is the danger? You judge, nothing is computed."), Level.choices)
    grounds = boxes(_("On what does it rest?"), LevelGround.choices, required=True)
    measures = boxes(_("What is done against it?"), Measure.choices)
    individual = asked(pgettext_lazy("vulnerability", "The person"), Vulnerability.choices)
    household = asked(pgettext_lazy("vulnerability", "The household"), Vulnerability.choices)
    community = asked(pgettext_lazy("vulnerability", "The community"), Vulnerability.choices)
    review_on = day(_("Look again on"), REVIEW_HINT)
    told = words(
        _("In words"),
        _("Sealed with what the person told. Nothing about health here."),
    )

    def __init__(self, *args: Any, with_health: bool, **kwargs: Any) -> None:
        """Ask for details of health only where ``with_health``: the organisation gives care."""
        super().__init__(*args, **kwargs)
        self.groups = {
            "needs": self._ask(Need, NeedState),
            "risks": self._ask(Risk, Answer),
            "health": [],
        }
        if with_health:
            details = [*self._ask(HealthNeed, NeedState), *self._ask(HealthRisk, Answer)]
            self.fields["health_words"] = words(
                _("About health, in words"), _("Sealed with the health of the person.")
            )
            self.groups["health"] = [*details, "health_words"]

    def _ask(self, questions: Any, answers: Any) -> list[str]:
        names = []
        for question in questions:
            name = f"{_prefix(questions)}-{question.value}"
            self.fields[name] = asked(question.label, answers.choices, initial=answers.NOT_ASKED)
            names.append(name)
        return names

    def findings(self) -> Findings:
        """Put the answers together for the service; the form is valid."""
        data = self.cleaned_data
        levels = ("individual", "household", "community")
        return Findings(
            occasion=Occasion(data["occasion"]),
            level=Level(data["level"]),
            grounds=tuple(data["grounds"]),
            needs=self._answers(Need, NeedState),
            risks=self._answers(Risk, Answer),
            measures=tuple(data["measures"]),
            review_on=data["review_on"],
            words=data["told"],
            health_needs=self._answers(HealthNeed, NeedState),
            health_risks=self._answers(HealthRisk, Answer),
            health_words=data.get("health_words", ""),
            **{name: Vulnerability(data[name] or "not_assessed") for name in levels},
        )

    def _answers(self, questions: Any, answers: Any) -> Mapping[Any, Any]:
        found = {q: self.cleaned_data.get(f"{_prefix(questions)}-{q.value}") for q in questions}
        return {q: answers(value) for q, value in found.items() if value}


def _prefix(questions: type[StrEnum]) -> str:
    """Name the fields of one list of questions."""
    return questions.__name__.lower()

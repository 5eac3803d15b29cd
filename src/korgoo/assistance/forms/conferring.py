"""What is written of a case conference, and of what protects a child."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.assistance.enums import (
    AppointedBy,
    BestInterest,
    Function,
    GuardianKind,
    Question,
    Task,
    YesNo,
)
from korgoo.assistance.forms.fields import (
    AskedBoxes,
    asked,
    boxes,
    day,
    line,
    organisations,
    radios,
    words,
)
from korgoo.assistance.services import Meeting, TaskGiven
from korgoo.lib import clock

if TYPE_CHECKING:
    from korgoo.access.api import OrganisationCard

MOST_TASKS = 4
OUTSIDE = "part_0"


class ConferenceForm(forms.Form):
    """A case conference: day, who, questions, decisions, minutes."""

    held_on = day(_("On which day?"), required=True)
    questions = boxes(_("What was it about?"), Question.choices, required=True)
    minutes = words(
        _("Minutes"),
        _(
            "Sealed with what the person told: who may read that can read this. No names of others."
        ),
    )

    def __init__(self, *args: Any, known: frozenset[int], **kwargs: Any) -> None:
        """Offer the organisations that take part in the case (``known``)."""
        super().__init__(*args, **kwargs)
        self.fields["held_on"].initial = clock.today()
        self.known = organisations(known)
        self.parts = [self._part(f"part_{pk}", name) for pk, name in self.known]
        self.parts.append(self._part(OUTSIDE, _("From outside, or the person")))
        self.tasks = [self._task(number) for number in range(1, MOST_TASKS + 1)]

    def _part(self, name: str, label: Any) -> str:
        self.fields[name] = AskedBoxes(
            label=label, choices=Function.choices, widget=forms.CheckboxSelectMultiple
        )
        return name

    def _task(self, number: int) -> list[str]:
        nothing = [("", pgettext_lazy("decision of a conference", "Nothing more"))]
        names = [f"task_{number}", f"doer_{number}", f"due_{number}"]
        self.fields[names[0]] = asked(
            _("Decision %(number)s") % {"number": number},
            [*nothing, *Task.choices],
        )
        self.fields[names[1]] = asked(_("Who does it?"), self.known)
        self.fields[names[2]] = day(_("Until when?"))
        return names

    def clean(self) -> dict[str, Any]:
        """A decision without who does it would be forgotten."""
        data = super().clean() or self.cleaned_data
        for task, doer, _due in self.tasks:
            if data.get(task) and not data.get(doer):
                self.add_error(doer, _("Say who does it."))
        return data

    def meeting(self) -> Meeting:
        """Put the answers together for the service; the form is valid."""
        data = self.cleaned_data
        parts = [
            (int(name.removeprefix("part_")) or None, Function(function))
            for name in self.parts
            for function in data[name]
        ]
        tasks = [
            TaskGiven(Task(data[task]), int(data[doer]), data[due])
            for task, doer, due in self.tasks
            if data[task] and data[doer]
        ]
        return Meeting(
            held_on=data["held_on"],
            parts=tuple(parts),
            questions=tuple(Question(key) for key in data["questions"]),
            tasks=tuple(tasks),
            minutes=data["minutes"],
        )


class GuardianForm(forms.Form):
    """Who speaks for a child, and who asks it."""

    guardian = radios(_("Who speaks for the child?"), GuardianKind.choices)
    appointed_by = radios(_("Who made them the guardian?"), AppointedBy.choices)
    since = day(_("Since when?"))
    name = line(_("Who it is and how to reach them"), _("Sealed with how to reach the person."))
    trained_interviewer = radios(_("Is the one who asks the child trained for it?"), YesNo.choices)


class BestInterestForm(forms.Form):
    """What was decided to be best for a child."""

    outcome = radios(_("What was decided?"), BestInterest.choices)
    decided_on = day(_("On which day?"), required=True)
    decided_by_id = forms.TypedChoiceField(label=_("By which body?"), coerce=int)
    review_on = day(_("Look again on"), _("Your own date. Leave it open if you cannot say."))

    def __init__(self, *args: Any, bodies: "list[OrganisationCard]", **kwargs: Any) -> None:
        """Offer the bodies that may have decided."""
        super().__init__(*args, **kwargs)
        choices = [(card.id, card.name) for card in bodies]
        self.fields["decided_by_id"].choices = choices  # type: ignore[attr-defined]

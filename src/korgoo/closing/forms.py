"""The forms of how work ends. Everything is chosen; only a correction is typed, and it is sealed."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Facet
from korgoo.casework.forms.fields import STORY, radios, select
from korgoo.casework.wording import PARTS
from korgoo.closing.enums import (
    Answer,
    Asked,
    Ground,
    Hold,
    LastRisk,
    Outcome,
    Reason,
    Refusal,
    Way,
)
from korgoo.closing.services import Reply
from korgoo.countrypack import api as packs
from korgoo.lib.collation import place_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.api import MemberCard


class HandOverForm(forms.Form):
    """Who takes the work over, and whether the leaver's roles end with it."""

    successors = forms.TypedMultipleChoiceField(
        label=_("Who takes the work over?"),
        help_text=_("With several, the cases go to them in turn, the oldest first."),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose who takes the work over.")},
    )
    ends_roles = forms.BooleanField(
        label=_("End all roles of this member too, and take the key back"), required=False
    )

    def __init__(
        self,
        *args: Any,
        able: "Iterable[MemberCard]",
        has_work: bool,
        may_end: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        choices = [(member.id, member.name) for member in able]
        self.fields["successors"].choices = choices  # type: ignore[attr-defined]
        if not has_work:
            del self.fields["successors"]
        if not may_end:
            del self.fields["ends_roles"]


class AssignForm(forms.Form):
    """Who goes on with one case."""

    member = forms.TypedChoiceField(
        label=_("Who is responsible from now on?"), coerce=int, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, able: "Iterable[MemberCard]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(member.id, member.name) for member in able]
        self.fields["member"].choices = choices  # type: ignore[attr-defined]


class CloseForm(forms.Form):
    """Why a case is closed."""

    reason = radios(_("Why is the case closed?"), Reason.choices)
    last_risk = radios(_("What did the last look at the risks show?"), LastRisk.choices)
    ground = radios(_("Why is it closed although something is open?"), Ground.choices)

    def __init__(self, *args: Any, asks_ground: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks_ground:
            del self.fields["ground"]


class FollowUpForm(forms.Form):
    """How the person fares."""

    outcome = radios(_("How does the person fare?"), Outcome.choices)


class HoldForm(forms.Form):
    """Why something is kept longer."""

    hold = radios(_("Why must it be kept?"), Hold.choices)


class RequestForm(forms.Form):
    """What the person asks, and how it came."""

    kind = radios(_("What does the person ask?"), Asked.choices)
    way = radios(
        pgettext_lazy("request", "How did it come?"),
        [(way.value, way.label) for way in Way if way is not Way.PAGE],
    )


class AnswerForm(forms.Form):
    """How a request is answered; a correction also says what is right."""

    part = select(_("To which part does it belong?"), ())
    text = forms.CharField(
        label=_("What is right, as the person says it"),
        help_text=_("It is sealed beside what stands there. The old stays readable."),
        widget=forms.Textarea,
        max_length=STORY,
        required=False,
    )
    answer = radios(pgettext_lazy("to a request", "What is the answer?"), Answer.choices)
    refusal = select(_("If you refuse: on what ground?"), [("", "—"), *Refusal.choices])
    law = select(_("If you refuse: which law says so?"), ())

    def __init__(self, *args: Any, kind: str, parts: "Iterable[Facet]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["part"].choices = [(p.value, PARTS[p]) for p in parts]  # type: ignore[attr-defined]
        self.fields["law"].choices = _laws()  # type: ignore[attr-defined]
        if kind != Asked.CORRECTION:
            del self.fields["part"], self.fields["text"]

    def clean(self) -> dict[str, Any]:
        """A refusal names its ground and its law; a granted correction says what is right."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("answer") == Answer.REFUSED:
            for name in ("refusal", "law"):
                if not data.get(name):
                    self.add_error(name, _("Who refuses must say why, and by which law."))
        elif "text" in self.fields and data.get("answer") and not data.get("text"):
            self.add_error("text", _("Write what is right."))
        return data

    def reply(self) -> Reply:
        """Put the answers together for the service."""
        data, refused = self.cleaned_data, self.cleaned_data["answer"] == Answer.REFUSED
        return Reply(
            Answer(data["answer"]),
            refusal=data["refusal"] if refused else "",
            law=data["law"] if refused else "",
            part=Facet(data["part"]) if data.get("part") else None,
            text=data.get("text", ""),
        )


def _laws() -> list[tuple[str, str]]:
    pack = packs.current()
    language = get_language() or pack.default_language
    rows = [(one.key, one.short.in_language(language)) for one in pack.lawbook.instruments]
    return [("", "—"), *sorted(rows, key=lambda row: place_of(row[1]))]

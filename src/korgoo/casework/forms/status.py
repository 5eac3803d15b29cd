"""Move one of the two statuses; never both with one form."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korgoo.casework import status_names
from korgoo.casework.enums import (
    PROTECTION_GROUNDS,
    Axis,
    Procedural,
    ProceduralGround,
    Protection,
    ProtectionGround,
)
from korgoo.casework.forms.fields import STORY, radios


def reason_field(sealed_with: Any) -> forms.CharField:
    """Ask why in own words; it is sealed and may stay empty."""
    return forms.CharField(
        label=_("Why, in a few words"),
        help_text=sealed_with,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=STORY,
        required=False,
    )


class StatusForm(forms.Form):
    """Move a case to another protection status."""

    status = radios(_("What is the status now?"), ())
    ground = radios(_("On what ground?"), ())
    reason = reason_field(_("It is sealed with the story."))

    def __init__(self, *args: Any, moves: list[Protection], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = status_names.names(Axis.PROTECTION)
        fitting = {ground for move in moves for ground in PROTECTION_GROUNDS[move]}
        self.fields["status"].choices = [(m.value, names[m]) for m in moves]  # type: ignore[attr-defined]
        self.fields["ground"].choices = [  # type: ignore[attr-defined]
            (g.value, g.label) for g in ProtectionGround if g in fitting
        ]


class ProceduralForm(forms.Form):
    """Record where the person stands in criminal proceedings."""

    procedural = radios(_("Where does the person stand in proceedings now?"), ())
    basis = radios(_("On what ground?"), ProceduralGround.choices)
    why = reason_field(_("It is sealed with the facts of the offence."))

    def __init__(
        self, *args: Any, moves: list[Procedural], may_write: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        names = status_names.names(Axis.PROCEDURAL)
        self.fields["procedural"].choices = [(m.value, names[m]) for m in moves]  # type: ignore[attr-defined]
        if not may_write:
            del self.fields["why"]

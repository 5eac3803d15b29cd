"""A movement of printed pieces."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.lib import clock
from korgoo.materials.enums import LONGEST_LINE, MOST_PIECES, Move
from korgoo.materials.facts import Shift

NONE = ("", pgettext_lazy("place of printed pieces", "Choose a place"))


class StockForm(forms.Form):
    """What happened to how many pieces, from where, to where, when."""

    move = forms.ChoiceField(
        label=_("What happened?"),
        choices=Move.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what happened.")},
    )
    count = forms.IntegerField(
        label=_("How many pieces?"),
        min_value=1,
        max_value=MOST_PIECES,
        error_messages={
            "required": _("Write how many pieces, in digits."),
            "invalid": _("Write how many pieces, in digits."),
            "min_value": _("At least one piece."),
            "max_value": _("So many cannot be. Look at the number again."),
        },
    )
    source = forms.ChoiceField(label=_("From where?"), required=False)
    target = forms.ChoiceField(label=_("To where?"), required=False)
    day = forms.DateField(
        label=_("On which day?"),
        widget=forms.SelectDateWidget,
        error_messages={
            "required": _("Write day, month and year, such as 31 7 2026."),
            "invalid": _("There is no such day. Write day, month and year, such as 31 7 2026."),
        },
    )
    note = forms.CharField(
        label=pgettext_lazy("printed pieces", "Note"),
        help_text=_("Such as the number of the delivery note. Nobody's name."),
        max_length=LONGEST_LINE,
        required=False,
    )

    def __init__(self, *args: Any, places: list[tuple[str, str]], **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"day": clock.today()})
        super().__init__(*args, **kwargs)
        for name in ("source", "target"):
            self.fields[name].choices = [NONE, *places]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for the places that this movement has, and leave out those that it has not."""
        said = super().clean() or {}
        move = said.get("move")
        if move == Move.PRINTED:
            said["source"] = ""
        if move in {Move.GIVEN, Move.LOST}:
            said["target"] = ""
        if move and move != Move.PRINTED and not said.get("source"):
            self.add_error("source", _("Choose the place that the pieces leave."))
        if move in {Move.PRINTED, Move.SENT} and not said.get("target"):
            self.add_error("target", _("Choose the place where the pieces lie now."))
        return said

    def shift(self) -> Shift:
        """What happened; of a valid form."""
        said = self.cleaned_data
        return Shift(
            move=Move(said["move"]),
            count=said["count"],
            day=said["day"],
            source=said["source"],
            target=said["target"],
            note=said["note"],
        )

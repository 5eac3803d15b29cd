"""What is handed over at the end of a shift."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korgoo.desk.forms.fields import text


class HandOverForm(forms.Form):
    """What is handed over, to whom, and a word on each."""

    to = forms.TypedChoiceField(label=_("To whom?"), coerce=int, required=False, empty_value=None)

    def __init__(
        self,
        *args: Any,
        colleagues: list[tuple[int, str]],
        things: list[tuple[str, str]],
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        nobody = [("", _("Whoever comes next"))]
        self.fields["to"].choices = nobody + colleagues  # type: ignore[attr-defined]
        self.things = things
        for key, name in things:
            self.fields[f"go_{key}"] = forms.BooleanField(label=name, required=False, initial=True)
            self.fields[f"note_{key}"] = text(_("A word to the colleague"))

    def marked(self) -> list[tuple[str, str]]:
        """List what goes with its word; of a valid form."""
        data = self.cleaned_data
        return [(key, data[f"note_{key}"]) for key, _name in self.things if data[f"go_{key}"]]

    def clean(self) -> dict[str, Any]:
        """A word to a thing that stays would be lost: say so."""
        data = super().clean() or {}
        for key, _name in self.things:
            if data.get(f"note_{key}") and not data.get(f"go_{key}"):
                self.add_error(
                    f"go_{key}", _("You wrote a word on this. Mark it, or empty the word.")
                )
        return data

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.rights.enums import LONGEST_KEY, LONGEST_SEARCH

DAY_FORMATS = ["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d %m %Y"]


class SearchForm(forms.Form):
    """What happened, in a person's own words. Nothing of it is kept."""

    words = forms.CharField(
        label=_("Search in your own words"),
        help_text=_("For example: they took my passport"),
        max_length=LONGEST_SEARCH,
        widget=forms.TextInput(attrs={"autocomplete": "off", "type": "search"}),
        error_messages={"required": _("Write what happened, in a few words.")},
    )
    destination = forms.CharField(required=False, max_length=LONGEST_KEY, widget=forms.HiddenInput)


class HistoryForm(forms.Form):
    """Which statements a case worker looks for: of a destination, as they held on a day."""

    destination = forms.ChoiceField(label=pgettext_lazy("of a statement", "Where"), required=False)
    on = forms.DateField(
        label=_("What held on"),
        help_text=_("For example the day on which the person travelled: 31.12.2025"),
        input_formats=DAY_FORMATS,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"invalid": _("This is no day. Write day, month and year: 31.12.2025.")},
    )

    def __init__(
        self, *args: object, places: "list[tuple[str, str]] | None" = None, **kwargs: object
    ) -> None:
        """Offer ``places`` by key and name; None leaves the question out."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        if places is None:
            del self.fields["destination"]
        else:
            anywhere = ("", pgettext_lazy("of a statement", "Everywhere"))
            self.fields["destination"].choices = [anywhere, *places]  # type: ignore[attr-defined]

    def day(self) -> date | None:
        """Give the day that was chosen; None when none was, or it is no day."""
        return self.cleaned_data.get("on") if self.is_valid() else None

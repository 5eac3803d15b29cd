"""Words and a kind to find documents by."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.library.enums import DocumentKind


class SearchForm(forms.Form):
    """What somebody looks for in the library."""

    q = forms.CharField(
        label=_("Words of the title"),
        help_text=_("In any spelling."),
        max_length=100,
        required=False,
        error_messages={"max_length": _("The text is too long.")},
    )
    kind = forms.ChoiceField(
        label=_("What it is"),
        required=False,
        choices=[
            ("", pgettext_lazy("choice in a filter of documents", "All")),
            *DocumentKind.choices,
        ],
    )

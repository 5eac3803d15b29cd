from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.lib.rows import RowsField, number_of


class SeenForm(forms.Form):
    """Which time limits a member has seen."""

    seen = RowsField(number_of, label=_("Time limits that you have seen"))


class MailForm(forms.Form):
    """Whether and in which language a member is told by e-mail that something waits."""

    wanted = forms.ChoiceField(
        label=_("Do you want an e-mail when something waits for you?"),
        help_text=_("It says that something waits, and nothing else."),
        choices=[("yes", pgettext_lazy("answer", "Yes")), ("no", pgettext_lazy("answer", "No"))],
        widget=forms.RadioSelect,
    )
    language = forms.ChoiceField(
        label=_("In which language?"), choices=settings.LANGUAGES, widget=forms.RadioSelect
    )

"""The one box."""

from django import forms
from django.utils.translation import gettext_lazy as _

from korgoo.lookup.reader import MOST_LETTERS


class FindForm(forms.Form):
    """Whatever is known of a person. The name of the field keeps it from being kept anywhere."""

    sought_person = forms.CharField(
        label=_("Name, date of birth, telephone, document or code"),
        help_text=_(
            "In any script and spelling; a part of the name will do. It is not kept anywhere."
        ),
        max_length=MOST_LETTERS,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Write something that you know of the person.")},
    )

"""Short forms: begin a material, approve it, say why it goes back."""

from django import forms
from django.utils.translation import gettext_lazy as _

from korgoo.materials.enums import LONGEST_TEXT, Kind


class AddForm(forms.Form):
    """What is to be made."""

    kind = forms.ChoiceField(
        label=_("What do you want to make?"),
        choices=Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you want to make.")},
    )


class ReadForm(forms.Form):
    """The second person read it."""

    is_read = forms.BooleanField(
        label=_("I read every word, and looked at it as it will be printed"),
        error_messages={"required": _("Read it and look at it first, then tick this.")},
    )


class RemarkForm(forms.Form):
    """Why something goes back, or out of use."""

    remark = forms.CharField(
        label=_("What is to be changed, or why?"),
        widget=forms.Textarea,
        max_length=LONGEST_TEXT,
        error_messages={
            "required": _("Write it in a few words: the writer reads it."),
            "max_length": _("This is too long. Make it shorter; nothing else is lost."),
        },
    )

"""The one box."""

from django import forms
from django.utils.translation import gettext_lazy as _

from korgoo.lib.codes import parse
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


class OtherCaseForm(forms.Form):
    """The code of another own case, for two that matching does not find alike."""

    other_code = forms.CharField(
        label=_("Code of another case of your organisation"),
        help_text=_("If you know that it is about the same person though it is not in this list."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
        error_messages={"required": _("Write the code of a case.")},
    )

    def clean_other_code(self) -> str:
        """Read the code as it is spoken or written."""
        code = parse(self.cleaned_data["other_code"])
        if code is None:
            raise forms.ValidationError(_("This is no code of a case. It has nine digits."))
        return code

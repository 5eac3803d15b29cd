"""What editors fill in about an agency."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korgoo.agencies import enums
from korgoo.agencies.forms.fields import words_field
from korgoo.agencies.services import AgencyFacts


class SearchForm(forms.Form):
    """Which agency a member looks for."""

    q = words_field(
        _("Name of the agency"), enums.LONGEST_NAME, help_text=_("In any letters and spelling")
    )


class NameForm(forms.Form):
    """One more name of an agency."""

    text = words_field(_("Name"), enums.LONGEST_NAME, required=True)
    language = forms.ChoiceField(
        label=_("Language of the name"),
        choices=[("ky", _("Kyrgyz")), ("ru", _("Russian")), ("en", _("English or another one"))],
    )


class ContactsForm(forms.Form):
    """Where an agency sits, and its telephone."""

    place = words_field(_("Place"), enums.LONGEST_PLACE)
    phone = words_field(_("Telephone"), enums.LONGEST_PHONE)


class AgencyForm(forms.Form):
    """An agency that no list has brought yet."""

    name_ky = words_field(_("Name in Kyrgyz"), enums.LONGEST_NAME)
    name_ru = words_field(_("Name in Russian"), enums.LONGEST_NAME)
    name_en = words_field(_("Name in English"), enums.LONGEST_NAME)
    registration = words_field(_("Registration number"), enums.LONGEST_NUMBER)
    place = words_field(_("Place"), enums.LONGEST_PLACE)
    phone = words_field(_("Telephone"), enums.LONGEST_PHONE)

    def clean(self) -> dict[str, Any]:
        """One name at least."""
        data = super().clean() or {}
        if not self.errors and not any(data[f"name_{c}"] for c in enums.LANGUAGES_OF_NAMES):
            self.add_error("name_ru", _("Write the name in one language at least."))
        return data

    def to_facts(self, *, is_fictitious: bool) -> AgencyFacts:
        """Give what was filled in."""
        data = self.cleaned_data
        pairs = [(code, data[f"name_{code}"]) for code in enums.LANGUAGES_OF_NAMES]
        return AgencyFacts(
            names=tuple((code, text) for code, text in pairs if text),
            registration=data["registration"],
            place=data["place"],
            phone=data["phone"],
            is_fictitious=is_fictitious,
        )

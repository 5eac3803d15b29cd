"""A picture, what it shows, and the consent of those in it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korgoo.activities import enums
from korgoo.activities.enums import Consent
from korgoo.activities.forms.fields import PlainWordsField
from korgoo.activities.rules import Rule
from korgoo.activities.services.photos import PhotoFacts, read_photo
from korgoo.activities.wording import NO_PERSONS, RULES
from korgoo.lib.errors import DomainError
from korgoo.lib.media import Media
from korgoo.lib.uploads import LARGEST

NO_FILE = _("Choose the picture.")


class PhotoForm(forms.Form):
    """A picture of an activity."""

    file = forms.FileField(
        label=_("Picture"),
        help_text=_(
            "JPEG, PNG or WebP, 5 MB at most. Place, time and camera are taken out of it."
        ),
        max_length=200,
        error_messages={
            "required": NO_FILE,
            "invalid": NO_FILE,
            "missing": NO_FILE,
            "empty": _("The file is empty. Choose another one."),
            "max_length": _("The name of the file is too long. Give it a shorter one."),
        },
    )
    words = PlainWordsField(
        _("What does it show, in words?"), enums.LONGEST_WORDS, NO_PERSONS, required=True
    )
    has_faces = forms.BooleanField(label=_("Faces can be recognised"), required=False)
    has_children = forms.BooleanField(label=_("A child can be recognised"), required=False)
    consent = forms.ChoiceField(
        label=_("By what did those in the picture agree that it is shown?"),
        choices=Consent.choices,
        widget=forms.RadioSelect,
        error_messages={"required": RULES[Rule.CHOICE], "invalid_choice": RULES[Rule.CHOICE]},
    )

    def clean_file(self) -> Media:
        """Make the picture anew."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(_("The file is larger than 5 MB."))
        try:
            return read_photo(bytes(file.read()))
        except DomainError as error:
            raise forms.ValidationError(str(error.message)) from error

    def clean(self) -> dict[str, Any]:
        """Nobody to be recognised, and faces to be recognised, cannot both be true."""
        told = super().clean() or {}
        faces = told.get("has_faces") or told.get("has_children")
        if faces and told.get("consent") == Consent.NOBODY:
            self.add_error("consent", _("You said that somebody can be recognised."))
        return told

    def facts(self) -> PhotoFacts:
        """Give what was said of it."""
        told = self.cleaned_data
        return PhotoFacts(
            told["words"], Consent(told["consent"]), told["has_faces"], told["has_children"]
        )

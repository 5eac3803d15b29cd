"""A paper or a picture that is added to a case."""

from django import forms
from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Facet
from korgoo.casework.enums import PaperKind
from korgoo.casework.forms.fields import radios, text
from korgoo.casework.wording import PARTS

LONGEST_NAME = 255
NO_FILE = _("Choose a file first.")


class PaperForm(forms.Form):
    """One file, what it is, and where it belongs."""

    file = forms.FileField(
        label=_("Picture or PDF"),
        help_text=_(
            "JPEG, PNG, WebP or PDF, at most 5 MB. Place, time and author that a file carries in "
            "itself are taken out of it."
        ),
        max_length=LONGEST_NAME,
        allow_empty_file=True,
        error_messages={"required": NO_FILE, "invalid": NO_FILE},
    )
    kind = radios(_("What is it?"), PaperKind.choices)
    title = text(_("A few words about it"), _("Sealed with the paper."), longest=80)
    part = radios(_("Where does it belong?"), [])

    def __init__(self, *args: object, parts: list[Facet], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["part"].choices = [  # type: ignore[attr-defined]
            (part.value, PARTS[part]) for part in parts
        ]

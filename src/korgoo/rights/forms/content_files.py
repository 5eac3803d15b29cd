from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korgoo.rights.services.content_files import MOST_BYTES

NO_FILE = _("Choose the file.")


class ContentFileForm(forms.Form):
    """A file of statements and numbers, in the shape of the country pack."""

    file = forms.FileField(
        label=_("File with statements or numbers"),
        help_text=_("YAML in the shape that is written out here: 2 MB at most."),
        max_length=200,
        error_messages={
            "required": NO_FILE,
            "invalid": NO_FILE,
            "missing": NO_FILE,
            "empty": _("The file is empty. Choose another one."),
            "max_length": _("The name of the file is too long. Give it a shorter one."),
        },
    )

    def clean_file(self) -> bytes:
        """Read the file, if it is not too large."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than 2 MB."))
        return bytes(file.read())

    def file_name(self) -> str:
        """Give what the file is called; the form is valid."""
        file: Any = self.files["file"]
        return str(file.name)

from django import forms
from django.utils.translation import gettext_lazy as _

from korgoo.fieldforms.incoming.reading import MOST_BYTES

LONGEST_NAME = 200
NO_FILE = _("Choose the file that you exported.")


class UploadForm(forms.Form):
    """The file that another tool exported."""

    file = forms.FileField(
        label=_("File with filled forms"),
        help_text=_("CSV, JSON or XML, or a ZIP file of these: 5 MB and 2,000 forms at most."),
        max_length=LONGEST_NAME,
        error_messages={
            "required": NO_FILE,
            "invalid": NO_FILE,
            "missing": NO_FILE,
            "empty": _("The file is empty. Choose another one."),
            "max_length": _("The name of the file is too long. Give it a shorter one."),
        },
    )

    def clean_file(self) -> tuple[str, bytes]:
        """Read the file, if it is not too large, as its name and what it holds."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(
                _("The file is larger than 5 MB. Export fewer forms at a time.")
            )
        return file.name, file.read()

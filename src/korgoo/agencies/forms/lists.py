"""What editors fill in about a list of the Ministry."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from korgoo.agencies import enums, policies
from korgoo.agencies.forms.fields import address_field, day_field, words_field
from korgoo.agencies.lists.checking import Source
from korgoo.agencies.lists.tables import MOST_BYTES
from korgoo.lib import clock

NO_FILE = _("Choose the file.")


class ListForm(forms.Form):
    """A list of the Ministry, and where it comes from."""

    file = forms.FileField(
        label=_("File with the list"),
        help_text=_("CSV or XLSX: 5 MB and 20,000 rows at most."),
        max_length=200,
        error_messages={
            "required": NO_FILE,
            "invalid": NO_FILE,
            "missing": NO_FILE,
            "empty": _("The file is empty. Choose another one."),
            "max_length": _("The name of the file is too long. Give it a shorter one."),
        },
    )
    list_day = day_field(_("Day of the list"), _("The day for which the list speaks."))
    document = words_field(
        _("Name of the document"),
        enums.LONGEST_DOCUMENT,
        required=True,
        help_text=_("It stands on public pages as the source."),
    )
    address = address_field()

    def clean_file(self) -> bytes:
        """Read the file, if it is not too large. Its name is not kept."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than 5 MB."))
        return bytes(file.read())

    def clean_list_day(self) -> date:
        """A list speaks for no day to come."""
        day: date = self.cleaned_data["list_day"]
        if not policies.FIRST_DAY <= day <= clock.today():
            raise forms.ValidationError(_("Choose today or a day that has passed."))
        return day

    def source(self) -> Source:
        """Give where the list comes from."""
        data = self.cleaned_data
        return Source(data["list_day"], data["document"], data["address"])

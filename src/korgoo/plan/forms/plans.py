"""What who keeps a plan fills in about the plan as a whole."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.lib.tables import DEFAULT
from korgoo.plan import enums
from korgoo.plan.forms.fields import NamesMixin, day_field, text_field, words_field
from korgoo.plan.services.versions import AdoptionFacts, ProgrammeFacts

NO_FILE = _("Choose the file.")


class ProgrammeForm(NamesMixin):
    """A new plan."""

    code = forms.SlugField(
        label=pgettext_lazy("of a plan", "Code"),
        help_text=_("Latin letters, digits and dashes: it stands in the address."),
        max_length=60,
        error_messages={
            "required": _("Write a code."),
            "invalid": _("Use Latin letters, digits and dashes alone."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask for the names after the code, then for the days."""
        super().__init__(*args, **kwargs)
        self.add_names()
        self.fields["first_day"] = day_field(_("First day of the plan"))
        self.fields["last_day"] = day_field(_("Last day of the plan"))

    def clean(self) -> dict[str, Any] | None:
        """Ask for a last day after the first one."""
        data = super().clean()
        first, last = (self.cleaned_data.get(name) for name in ("first_day", "last_day"))
        if first and last and last < first:
            self.add_error("last_day", _("The last day lies before the first one."))
        return data

    def to_facts(self, collector_id: int, *, is_fictitious: bool) -> ProgrammeFacts:
        """Give what was told."""
        told = self.cleaned_data
        return ProgrammeFacts(
            told["code"],
            self.names(),
            told["first_day"],
            told["last_day"],
            collector_id,
            is_fictitious=is_fictitious,
        )


class AdoptionForm(forms.Form):
    """From which day the draft is in force, and what it changes."""

    day = day_field(_("In force from"))
    document = words_field(
        _("Adopted by"),
        enums.LONGEST_DOCUMENT,
        required=True,
        help_text=_("The decision, with its number and day."),
    )

    def __init__(self, *args: Any, is_change: bool, **kwargs: Any) -> None:
        """Ask for words on what changes, when there was a version before."""
        super().__init__(*args, **kwargs)
        if is_change:
            self.fields["summary"] = text_field(
                _("What changes"),
                enums.LONGEST_WORDS,
                required=True,
                help_text=_(
                    "In your own words. Which words of the plan change is shown word by word."
                ),
            )

    def to_facts(self) -> AdoptionFacts:
        """Give what was told."""
        told = self.cleaned_data
        return AdoptionFacts(told["day"], told["document"], told.get("summary", ""))


class ReportersForm(forms.Form):
    """Which organisation reports for each region; nobody where none is chosen."""

    def __init__(
        self,
        *args: Any,
        regions: list[tuple[str, str]],
        organisations: list[tuple[int, str]],
        **kwargs: Any,
    ) -> None:
        """Ask for each region."""
        super().__init__(*args, **kwargs)
        choices = [("", _("Nobody")), *((str(pk), name) for pk, name in organisations)]
        for code, name in regions:
            self.fields[f"region_{code}"] = forms.ChoiceField(
                label=name, choices=choices, required=False
            )

    def reporters(self) -> dict[str, int]:
        """Give who was chosen, by region."""
        return {
            name.removeprefix("region_"): int(value)
            for name, value in self.cleaned_data.items()
            if value
        }


class FileForm(forms.Form):
    """A plan as a file."""

    file = forms.FileField(
        label=_("File with the plan"),
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

    def clean_file(self) -> bytes:
        """Read the file, if it is not too large. Its name is not kept."""
        file = self.cleaned_data["file"]
        if file.size > DEFAULT.size:
            raise forms.ValidationError(_("The file is larger than 5 MB."))
        return bytes(file.read())


class FixForm(forms.Form):
    """What a consolidated report is fixed for."""

    title = words_field(
        _("What for"), 200, required=True, help_text=_("For example, the meeting that it goes to.")
    )

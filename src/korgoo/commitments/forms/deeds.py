"""What is filled in when a promise is kept, changed, opened again or withdrawn."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korgoo.commitments import policies
from korgoo.commitments.enums import (
    LONGEST_EVIDENCE,
    LONGEST_REASON,
    LONGEST_WHAT,
    LONGEST_WHOM,
)
from korgoo.commitments.forms.fields import day, link, obey, words
from korgoo.commitments.services import Shown
from korgoo.lib import clock
from korgoo.lib.uploads import LARGEST

LONGEST_NAME = 200
ACCEPTED = ".pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx,.pptx,.odt,.ods,.odp"


class Seen(forms.Form):
    """A form that says how many deeds there were when it was shown."""

    seen = forms.IntegerField(widget=forms.HiddenInput)


class FulfilForm(Seen):
    """What shows that a promise was kept, and when that was."""

    text = words(
        _("What was done?"),
        LONGEST_EVIDENCE,
        help_text=_("Counts, places, days. Write nothing about a person you help."),
        required=False,
        is_long=True,
    )
    link = link(_("A web address where it can be seen"))
    file = forms.FileField(
        label=_("A file that shows it"),
        help_text=_(
            "PDF, picture or office file, at most 5 MB. Place, time and author that a file carries in "
            "itself are taken out of it."
        ),
        required=False,
        max_length=LONGEST_NAME,
        allow_empty_file=True,
        error_messages={"invalid": _("Choose the file again.")},
    )
    done_on = day(_("Kept on"), _("Leave it empty for today."), required=False)

    def __init__(self, *args: Any, asks_day: bool = True, **kwargs: Any) -> None:
        """``asks_day``: not when evidence is only added."""
        super().__init__(*args, **kwargs)
        if not asks_day:
            del self.fields["done_on"]

    def clean(self) -> dict[str, Any]:
        """Ask for one piece of evidence at least, and no day to come."""
        data = super().clean() or {}
        file = data.get("file")
        if file is not None and file.size > LARGEST:
            self.add_error(
                "file",
                _("The file is larger than 5 MB. Make it smaller, or send it in parts."),
            )
        if not self.errors:
            verdict = policies.evidence(data["text"], data["link"], has_file=file is not None)
            obey(self, "text", verdict)
        obey(self, "done_on", policies.past(data.get("done_on"), today=clock.today()))
        return data

    def shown(self) -> Shown:
        """Give the evidence."""
        data = self.cleaned_data
        file = data["file"]
        return Shown(data["text"], data["link"], bytes(file.read()) if file else b"")


class ChangeForm(Seen):
    """Other words, another day or addressee, and why."""

    what = words(_("What is promised"), LONGEST_WHAT, is_long=True)
    due_on = day(_("Last day"), _("Leave it empty when no day is named."), required=False)
    beneficiary = words(
        _("To whom, in words"),
        LONGEST_WHOM,
        help_text=_("May stay empty when the promise names an organisation of the platform."),
        required=False,
    )
    reason = words(
        _("Why is it changed?"),
        LONGEST_REASON,
        help_text=_("It stays in the history, with the words as they were."),
        is_long=True,
    )

    def clean(self) -> dict[str, Any]:
        """Refuse days that make no sense."""
        data = super().clean() or {}
        obey(self, "due_on", policies.plausible(data.get("due_on"), today=clock.today()))
        return data


class ReasonForm(Seen):
    """Why a promise is opened again or withdrawn."""

    reason = words(
        _("Why?"),
        LONGEST_REASON,
        help_text=_("Every member who knows of the promise reads it."),
        is_long=True,
    )

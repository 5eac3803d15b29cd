"""News for roles."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Role
from korgoo.lib import clock
from korgoo.library import policies
from korgoo.library.enums import LONGEST_TEXT, LONGEST_TITLE
from korgoo.library.forms.fields import ReadersForm, day, words


class AnnouncementForm(ReadersForm):
    """Title, text, to whom, in which roles."""

    title = words(
        _("Title"),
        LONGEST_TITLE,
        help_text=_("It stands in lists. Name no person you help."),
    )
    text = words(
        _("Text"),
        LONGEST_TEXT,
        help_text=_("An empty line begins a new paragraph; lines with “- ” make a list."),
        is_long=True,
    )
    roles = forms.MultipleChoiceField(
        label=_("To which roles there?"),
        help_text=_("Choose none for everybody who works together on the platform."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    until = day(
        _("Of use until"),
        _("After this day nobody is asked to read it. Leave it empty for always."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask to whom, and offer the roles that work together here."""
        super().__init__(*args, **kwargs)
        self.fields["audience"].label = _("To which organisations?")
        self.order_fields(["title", "text", "audience", "single", "roles", "until"])
        self.fields["roles"].choices = [  # type: ignore[attr-defined]
            (role.value, role.label) for role in Role if role in policies.HEARING
        ]

    def clean_until(self) -> date | None:
        """Refuse a day that is over, or too far away."""
        chosen: date | None = self.cleaned_data["until"]
        verdict = policies.last_day(chosen, today=clock.today())
        if not verdict:
            raise forms.ValidationError(str(verdict.reason))
        return chosen

"""What a campaign is, and words to its moves."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.campaign import policies, wording
from korgoo.campaign.days import last_day
from korgoo.campaign.enums import (
    LONGEST_NAME,
    LONGEST_TEXT,
    LONGEST_WORDS,
    MOST_DAYS,
    Action,
    State,
)
from korgoo.campaign.forms.fields import (
    ByLanguage,
    choice_field,
    day_field,
    line_field,
    several_field,
    spread,
    text_field,
)
from korgoo.campaign.services import CampaignFacts

if TYPE_CHECKING:
    from korgoo.campaign.models import Campaign

WORDS = ("name", "slogan", "theme", "ask")
SEEN = "seen"


class CampaignForm(ByLanguage):
    """What a campaign is: its name, days, theme, and the one thing that it asks."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask the words in every language of the country."""
        super().__init__(*args, **kwargs)
        self.ask("name", _short, _("Name"))
        self.fields["starts_on"] = day_field(_("First day"))
        self.fields["days"] = _length()
        self.ask("slogan", _line, pgettext_lazy("campaign", "Slogan"))
        self.ask("theme", _line, pgettext_lazy("campaign", "Theme"))
        self.fields["action"] = choice_field(
            _("The one thing it asks people to do"),
            Action.choices,
            _("One action is remembered; five are not."),
        )
        self.ask("ask", _line, _("The same in your words"))
        self.fields["regions"] = several_field(
            pgettext_lazy("campaign", "Regions"),
            wording.regions(),
            _("None chosen: the whole country."),
        )
        self.fields[SEEN] = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        """A name in one language at least; days that fit each other."""
        data = super().clean() or {}
        self.want_one("name", _("Give it a name in one language at least."))
        if data.get("starts_on") and data.get("days"):
            ends_on = last_day(data["starts_on"], data["days"])
            verdict = policies.dates(data["starts_on"], ends_on)
            if not verdict:
                self.add_error("days", str(verdict.reason))
        return data

    def facts(self) -> CampaignFacts:
        """Give what was filled in; the form is valid."""
        data = self.cleaned_data
        return CampaignFacts(
            **{name: self.answers(name) for name in WORDS},
            starts_on=data["starts_on"],
            ends_on=last_day(data["starts_on"], data["days"]),
            action=Action(data["action"]),
            regions=data["regions"],
        )

    @staticmethod
    def filled_from(row: "Campaign") -> dict[str, Any]:
        """Give what a campaign is, to show it again."""
        words = {
            key: text for name in WORDS for key, text in spread(name, getattr(row, name)).items()
        }
        return words | {
            "starts_on": row.starts_on,
            "days": row.days,
            "action": row.action,
            "regions": row.regions,
            SEEN: row.changes,
        }


class MoveForm(forms.Form):
    """Words to a move, where they are needed or wanted."""

    words = text_field(pgettext_lazy("campaign", "Words"), LONGEST_TEXT)
    seen = forms.ChoiceField(choices=State.choices, widget=forms.HiddenInput)

    def __init__(self, *args: Any, label: Any, hint: Any = "", **kwargs: Any) -> None:
        """Name the question: why it is launched unready, or why it ends early."""
        super().__init__(*args, **kwargs)
        self.fields["words"].label = label
        self.fields["words"].help_text = hint


def _length() -> forms.IntegerField:
    return forms.IntegerField(
        label=_("How many days"),
        help_text=_("The first and the last one included: 100, or any other number."),
        min_value=1,
        max_value=MOST_DAYS,
        error_messages={
            "required": _("Write how many days it lasts."),
            "invalid": _("Write a whole number of days."),
            "min_value": _("A campaign lasts one day at least."),
            "max_value": _("A campaign lasts one year at most."),
        },
    )


def _short(label: Any) -> Any:
    return line_field(label, LONGEST_NAME)


def _line(label: Any) -> Any:
    return line_field(label, LONGEST_WORDS)

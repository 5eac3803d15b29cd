"""Answers to risks, checks of readiness, codes, pledges, and recall surveys."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.access import api as access
from korgoo.campaign import policies, wording
from korgoo.campaign.enums import LONGEST_NAME, LONGEST_TEXT, LONGEST_WORDS, Answer
from korgoo.campaign.forms.fields import (
    choice_field,
    count_field,
    day_field,
    line_field,
    select_field,
    text_field,
)
from korgoo.campaign.services import ReadyFacts, RecallFacts
from korgoo.lib import clock

READY = [
    ("yes", pgettext_lazy("campaign", "Ready")),
    ("no", pgettext_lazy("campaign", "Not ready")),
]
SAID = "message_"


def _past(day: date) -> date:
    if day > clock.today():
        raise forms.ValidationError(_("Choose today or a day that has passed."))
    return day


class RiskForm(forms.Form):
    """What is said to one risk."""

    answer = choice_field(_("Your answer"), Answer.choices)
    words = text_field(
        _("In words"), LONGEST_TEXT, _("What you do, or why it cannot happen."), required=True
    )


class ReadyForm(forms.Form):
    """What an office said to one check."""

    is_ready = choice_field(_("What did they say?"), READY)
    said_by = line_field(
        _("Who said it"),
        120,
        _("The office, such as: shift leader of the helpline. Never a name."),
        required=True,
    )
    said_on = day_field(_("On which day"))
    words = text_field(
        _("In words"), LONGEST_TEXT, _("Where it is not ready: what is missing, and until when.")
    )

    def clean_said_on(self) -> date:
        """Nobody has said it on a day to come."""
        return _past(self.cleaned_data["said_on"])

    def clean(self) -> dict[str, Any]:
        """Not ready is said with words."""
        data = super().clean() or {}
        is_ready = data.get("is_ready") != "no"
        verdict = policies.say_ready(is_ready=is_ready, words=data.get("words", ""))
        if not verdict and "words" not in self.errors:
            self.add_error("words", str(verdict.reason))
        return data

    def facts(self, seen: Any) -> ReadyFacts:
        """Give what was filled in, beside the counts that stood there; the form is valid."""
        data = self.cleaned_data
        return ReadyFacts(
            is_ready=data["is_ready"] == "yes",
            said_by=data["said_by"],
            said_on=data["said_on"],
            words=data["words"],
            seen=tuple(seen),
        )


class CodeForm(forms.Form):
    """Where a code will stand."""

    label = line_field(
        _("Where it will stand"),
        LONGEST_NAME,
        _("For colleagues: bus station of Osh, card, radio."),
        required=True,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer regions and channels of the country."""
        super().__init__(*args, **kwargs)
        regions = [("", _("The whole country")), *wording.regions()]
        channels = [("", _("Another one")), *wording.channels()]
        self.fields["region"] = select_field(_("Region"), regions)
        self.fields["channel"] = select_field(pgettext_lazy("campaign", "Channel"), channels)


class RecallForm(forms.Form):
    """How many were asked somewhere, and what they remembered."""

    def __init__(self, *args: Any, messages: list[tuple[int, str]], **kwargs: Any) -> None:
        """Ask for each message how many could say it: number of its audience, and the words."""
        super().__init__(*args, **kwargs)
        self.messages = messages
        regions = [("", _("Choose")), *wording.regions()]
        self.fields["region"] = select_field(_("Region"), regions, required=True)
        self.fields["on"] = day_field(_("On which day"))
        self.fields["how"] = line_field(
            _("How people were chosen and asked"),
            LONGEST_WORDS,
            _("For example: every fifth passer-by at the market, face to face."),
            required=True,
        )
        self.fields["asked"] = count_field(_("How many were asked"))
        self.fields["remember"] = count_field(_("How many remember the campaign"))
        self.fields["acted"] = count_field(_("How many did what it asks"))
        for number, words in messages:
            self.fields[f"{SAID}{number}"] = count_field(
                _("How many could say: %(message)s") % {"message": words}, required=False
            )

    def clean_on(self) -> date:
        """Nobody was asked on a day to come."""
        return _past(self.cleaned_data["on"])

    def clean_asked(self) -> int:
        """Somebody was asked."""
        asked: int = self.cleaned_data["asked"]
        if asked < 1:
            raise forms.ValidationError(_("Write how many were asked, one at least."))
        return asked

    def clean(self) -> dict[str, Any]:
        """The counts fit each other; an error stands at the count that is too large."""
        data = super().clean() or {}
        if self.errors:
            return data
        asked, remember, acted = data["asked"], data["remember"], data["acted"]
        limits = [("remember", asked, remember, 0, 0), ("acted", asked, remember, acted, 0)]
        limits += [(name, asked, remember, acted, data[name] or 0) for name in self._said()]
        for name, all_asked, know, did, said in limits:
            verdict = policies.recall_counts(all_asked, know, did, most_messages=said)
            if not verdict:
                self.add_error(name, str(verdict.reason))
                break
        return data

    def facts(self) -> RecallFacts:
        """Give what was filled in; the form is valid."""
        data = self.cleaned_data
        said = {number: data[f"{SAID}{number}"] for number, _words in self.messages}
        plain = {
            name: data[name] for name in ("region", "on", "how", "asked", "remember", "acted")
        }
        return RecallFacts(
            **plain, messages={one: count for one, count in said.items() if count is not None}
        )

    def _said(self) -> list[str]:
        return [f"{SAID}{number}" for number, _words in self.messages]


class PledgeForm(forms.Form):
    """Who promises what, to whom, until when."""

    what = line_field(_("What is promised"), LONGEST_WORDS, required=True)
    beneficiary = line_field(
        _("For whom"), LONGEST_WORDS, _("The campaign, or a region, or a group."), required=True
    )
    due_on = day_field(_("Until which day"), required=False)

    def __init__(self, *args: Any, actor: Any, keeps: bool, **kwargs: Any) -> None:
        """Offer one's own organisation; who keeps the campaign writes down what others promised too."""
        super().__init__(*args, **kwargs)
        own = access.card(actor.organisation_id)
        rows = [(str(own.id), own.name)]
        if keeps:
            rows += [(str(one.id), one.name) for one in access.offer_all(actor=actor)]
        self.fields["promiser_id"] = select_field(_("Who promises"), rows, required=True)
        self.order_fields(["promiser_id"])

    def told(self) -> dict[str, Any]:
        """Give what was filled in; the form is valid."""
        return self.cleaned_data | {"promiser_id": int(self.cleaned_data["promiser_id"])}

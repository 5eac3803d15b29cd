"""What the component page shows: every component, with plainly invented contents."""

from datetime import timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from korgoo.lib import clock

if TYPE_CHECKING:
    from django.http import HttpRequest


class SampleForm(forms.Form):
    """One field of every kind."""

    name = forms.CharField(
        label=gettext_lazy("How may we call you?"),
        help_text=gettext_lazy("Any name will do. It need not be your own."),
        max_length=60,
    )
    phone = forms.CharField(label=gettext_lazy("Telephone"), required=False)
    people = forms.IntegerField(label=gettext_lazy("How many people need a bed tonight?"))
    when = forms.DateField(
        label=gettext_lazy("When did this happen?"),
        widget=forms.SelectDateWidget,
        help_text=gettext_lazy("For example 27 3 2026. A guess is enough."),
    )
    region = forms.ChoiceField(
        label=gettext_lazy("Region"),
        choices=[
            ("", gettext_lazy("Choose")),
            ("n", gettext_lazy("North")),
            ("s", gettext_lazy("South")),
        ],
    )
    safe = forms.ChoiceField(
        label=gettext_lazy("Can you speak freely now?"),
        widget=forms.RadioSelect,
        choices=[
            ("y", gettext_lazy("Yes")),
            ("n", gettext_lazy("No")),
            ("u", gettext_lazy("I do not know")),
        ],
    )
    needs = forms.MultipleChoiceField(
        label=gettext_lazy("What is needed now?"),
        widget=forms.CheckboxSelectMultiple,
        choices=[
            ("bed", gettext_lazy("A place to sleep")),
            ("doctor", gettext_lazy("A doctor")),
            ("lawyer", gettext_lazy("A lawyer")),
        ],
    )
    story = forms.CharField(
        label=gettext_lazy("What happened?"), widget=forms.Textarea, required=False
    )
    agreed = forms.BooleanField(
        label=gettext_lazy("The person has heard this and agrees"),
        help_text=gettext_lazy("A “no” is written down too, and takes nothing away."),
    )


def everything(request: "HttpRequest") -> dict[str, Any]:
    """Return the context of the component page.

    Args:
        request: A POST shows the form with its errors; nothing is stored.
    """
    form = SampleForm(request.POST if request.method == "POST" else None)
    return {"form": form, "clocks": _clocks(), "events": _events(), "rows": _rows()}


def _clocks() -> list[SimpleNamespace]:
    now = clock.now()
    law = _("Law 55, as amended in 2011")
    return [
        _clock(
            _("First stay in a shelter"), "law", due=now + timedelta(days=3, hours=5), legal=law
        ),
        _clock(_("Answer to a referral"), "working_value", due=now - timedelta(hours=2)),
        _clock(_("Decision on the status"), "unset"),
        _clock(_("Receipt of a referral"), "working_value", done=now - timedelta(days=1)),
    ]


def _clock(name: str, basis: str, **parts: Any) -> SimpleNamespace:
    return SimpleNamespace(
        name=name,
        basis=basis,
        due=parts.get("due"),
        done=parts.get("done"),
        legal_basis=parts.get("legal"),
    )


def _events() -> list[dict[str, Any]]:
    now = clock.now()
    return [
        {"title": _("The person confirmed that help came"), "when": now, "tone": "good"},
        {
            "title": _("The story was opened"),
            "when": now - timedelta(hours=20),
            "by": _("Crisis centre (invented)"),
            "tone": "sealed",
        },
        {
            "title": _("The answer is late"),
            "when": now - timedelta(days=1),
            "text": _("The co-ordinator was reminded."),
            "tone": "late",
        },
        {"title": _("The case was opened"), "when": now - timedelta(days=3)},
    ]


def _rows() -> list[list[Any]]:
    return [
        [
            {"text": "KG-7F3Q-21", "href": "#"},
            _("Presumed victim"),
            _("Crisis centre (invented)"),
            "3",
        ],
        [{"text": "KG-2M8D-64", "href": "#"}, _("At risk"), _("Consulate (invented)"), "12"],
    ]

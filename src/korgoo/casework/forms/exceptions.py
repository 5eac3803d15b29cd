"""Forms for what is done outside consent: sharing, emergencies, conflicts of interest."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access.enums import Facet
from korgoo.casework.forms.fields import checkboxes, long_text, radios
from korgoo.casework.grounds import ConflictGround, GlassReason, ShareGround
from korgoo.casework.services import Emergency, SharingWish
from korgoo.casework.wording import PARTS
from korgoo.lib import clock

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from korgoo.access.actor import Actor

# Never shared by an exception: no line of the table lets a receiver read it.
SHAREABLE = [kind for kind in Facet if kind is not Facet.THERAPY]


def _parts(kinds: "Iterable[Facet]") -> list[tuple[str, Any]]:
    return [(kind.value, PARTS[kind]) for kind in kinds]


class SharingForm(forms.Form):
    """What is to be shared without consent, with whom, and why."""

    ground = radios(_("On what ground?"), ShareGround.choices)
    recipient = forms.ChoiceField(label=_("With which organisation?"), choices=[])
    parts = checkboxes(
        _("Which parts?"), _parts(SHAREABLE), _("Only what this organisation needs to act.")
    )
    reason = long_text(
        _("Why can it not wait for the person's answer?"),
        _("It is sealed for your organisation alone."),
    )

    def __init__(self, *args: Any, actor: "Actor", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = access.list_organisations(actor=actor)
        choices = [("", _("Choose")), *((str(card.id), card.name) for card in found)]
        self.fields["recipient"].choices = choices  # type: ignore[attr-defined]

    def wish(self) -> SharingWish:
        """Put the answers together for the service."""
        data = self.cleaned_data
        return SharingWish(
            recipient_id=int(data["recipient"]),
            ground=ShareGround(data["ground"]),
            facets=frozenset(Facet(part) for part in data["parts"]),
            reason=data["reason"],
        )


class TellingForm(forms.Form):
    """Was the person told? If not yet, when is it asked again?"""

    told = radios(
        _("Was the person told?"),
        [("yes", _("Yes, now")), ("no", _("Not yet: it would not be safe"))],
    )
    tell_on = forms.DateField(
        label=_("When do you ask again?"),
        help_text=_("For example 27.03.2026."),
        input_formats=["%d.%m.%Y", "%Y-%m-%d"],
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Not yet needs a day to come."""
        data = super().clean() or {}
        day = data.get("tell_on") or clock.today()
        if data.get("told") == "no" and "tell_on" not in self.errors and day <= clock.today():
            self.add_error("tell_on", _("Give a day to come."))
        return data

    def day(self) -> "date | None":
        """Give the day to ask again; None when the person was told."""
        day: date | None = self.cleaned_data["tell_on"]
        return day if self.cleaned_data["told"] == "no" else None


class GlassForm(forms.Form):
    """What must be opened in an emergency, and why."""

    parts = checkboxes(_("Which parts do you need?"), [])
    reason_code = radios(_("What has happened?"), GlassReason.choices)
    words = long_text(
        _("In a few words"), _("Sealed for your organisation: the second person reads it.")
    )
    alone = radios(
        _("Is a colleague there who can confirm?"),
        [
            ("no", _("Yes: it opens when the colleague has confirmed")),
            ("yes", _("No, I am alone: open it now for one hour, and raise the alarm")),
        ],
    )

    def __init__(self, *args: Any, breakable: frozenset[Facet], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [kind for kind in Facet if kind in breakable]
        self.fields["parts"].choices = _parts(kinds)  # type: ignore[attr-defined]

    def emergency(self) -> Emergency:
        """Put the answers together for the service."""
        data = self.cleaned_data
        return Emergency(
            facets=frozenset(Facet(part) for part in data["parts"]),
            reason=GlassReason(data["reason_code"]),
            words=data["words"],
            is_alone=data["alone"] == "yes",
        )


class ConflictForm(forms.Form):
    """To whom a case is to be closed, and on what ground."""

    member = forms.ChoiceField(label=_("To whom?"), choices=[])
    ground = radios(_("On what ground?"), ConflictGround.choices)

    def __init__(self, *args: Any, members: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(number), name) for number, name in members]
        self.fields["member"].choices = choices  # type: ignore[attr-defined]

"""The few kinds of field that the forms of assistance are made of."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.access import api as access
from korgoo.assistance.enums import Outside
from korgoo.lib.collation import by_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor

WORDS = 20_000
LINE = 200
BAD_DAY = _("This is no day. Write it like 27 3 2026.")


class AskedField(forms.ChoiceField):
    """A question that may stay open; it needs no word that says so."""

    def validate(self, value: Any) -> None:
        """Refuse only what is no option."""
        if value and not self.valid_value(value):
            raise forms.ValidationError(_("Choose one of the answers."))


class AskedBoxes(forms.MultipleChoiceField):
    """Options of which none has to hold; it needs no word that says so."""

    def validate(self, value: Any) -> None:
        """Refuse only what is no option."""
        if not all(self.valid_value(key) for key in value):
            raise forms.ValidationError(_("Mark only what is on the list."))


def asked(label: Any, choices: Any, **more: Any) -> AskedField:
    """Ask one of many questions; any of them may stay open."""
    return AskedField(label=label, choices=choices, **more)


def day(
    label: Any, help_text: Any = "", *, required: bool = False, **more: Any
) -> forms.DateField:
    """Ask for a day in three inputs."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=required,
        widget=forms.SelectDateWidget,
        error_messages={"invalid": BAD_DAY},
        **more,
    )


def select(label: Any, choices: Any, **more: Any) -> forms.ChoiceField:
    """Offer many options in a list."""
    return forms.ChoiceField(label=label, choices=choices, **more)


def radios(label: Any, choices: Any, **more: Any) -> forms.ChoiceField:
    """Offer a few options, all in sight."""
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, **more)


def boxes(label: Any, choices: Any, *, required: bool = False) -> forms.MultipleChoiceField:
    """Offer options of which several may hold."""
    return forms.MultipleChoiceField(
        label=label, choices=choices, widget=forms.CheckboxSelectMultiple, required=required
    )


def words(label: Any, help_text: Any) -> forms.CharField:
    """Ask for words that are sealed."""
    return forms.CharField(
        label=label, help_text=help_text, widget=forms.Textarea, max_length=WORDS, required=False
    )


def line(label: Any, help_text: Any) -> forms.CharField:
    """Ask for one line that is sealed."""
    return forms.CharField(label=label, help_text=help_text, max_length=LINE, required=False)


def providers(actor: "Actor") -> list[tuple[str, Any]]:
    """List who can help: one's own organisation, those that serve, and bodies outside."""
    own = access.card(actor.organisation_id)
    others = access.offer("serve", actor=actor)
    return [
        ("", pgettext_lazy("provider", "Not known yet")),
        *((f"org-{card.id}", card.name) for card in [own, *others]),
        *((f"out-{kind.value}", kind.label) for kind in Outside),
    ]


def provider_of(chosen: str) -> tuple[int | None, Outside | None]:
    """Read a choice of ``providers``: an organisation, a body outside, or neither."""
    sort, _dash, value = chosen.partition("-")
    if sort == "org":
        return int(value), None
    return None, Outside(value) if sort == "out" else None


def organisations(ids: "Iterable[int]") -> list[tuple[str, str]]:
    """List organisations by their names."""
    return [(str(card.id), card.name) for card in by_name(access.cards(ids).values())]

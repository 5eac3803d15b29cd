"""A set of questions: whom it is for, its pages and when they are asked, its card and advice."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.access.enums import Mandate
from korgoo.countrypack.schema.views import PageData, Pocket, ViewData
from korgoo.workshop import files as parts
from korgoo.workshop.files import Data
from korgoo.workshop.forms import choices
from korgoo.workshop.forms.fields import CodesField, TextGroup
from korgoo.workshop.forms.heads import TITLE
from korgoo.workshop.forms.records import KEY_HINT, RecordForm

MORE_STEPS = 2


class ViewForm(RecordForm):
    """Whose questions these are, what they begin with, and from which lists they ask."""

    schema = ViewData
    groups = (
        TITLE,
        TextGroup("intro", pgettext_lazy("field of a form", "Introduction"), rows=4),
    )
    has_origin = True
    key_hint = KEY_HINT

    catalogue = forms.ChoiceField(label=_("Which list of signs do they read first?"))
    also = forms.MultipleChoiceField(
        label=_("Which lists do they ask from besides?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    for_mandates = forms.MultipleChoiceField(
        label=_("To organisations that may do this they are offered first"),
        choices=Mandate.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    for_bodies = forms.MultipleChoiceField(
        label=_("To these organisations they are offered first"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def add_fields(self) -> None:
        """Offer the lists and organisations."""
        super().add_fields()
        lists = choices.lists(self.around)
        self.fields["catalogue"].choices = lists  # type: ignore[attr-defined]
        self.fields["also"].choices = lists  # type: ignore[attr-defined]
        bodies = choices.bodies(self.record.get("for_bodies") or ())
        self.fields["for_bodies"].choices = bodies  # type: ignore[attr-defined]

    def values(self) -> Data:
        """Read the values of the set."""
        typed = self.cleaned_data
        names = ("catalogue", "also", "for_mandates", "for_bodies")
        return super().values() | {name: typed.get(name) for name in names}


class PageForm(RecordForm):
    """A page of questions: its title, and what is said on top of it."""

    schema = PageData
    groups = (
        TITLE,
        TextGroup(
            "note", pgettext_lazy("field of a form", "Note on top"), is_needed=False, rows=3
        ),
    )


class NewPageForm(PageForm):
    """A new page, with the sign about which its first question asks."""

    first = forms.ChoiceField(
        label=_("About which sign does its first question ask?"),
        help_text=_("More questions, also in your own words, are added afterwards."),
    )

    def add_fields(self) -> None:
        """Offer the signs that the set does not ask about yet."""
        super().add_fields()
        view = self.around[parts.view_file(self.within)]
        asked = parts.codes_asked(view)
        signs = choices.signs(self.around, choices.lists_of(view))
        open_signs = choices.with_nothing(pair for pair in signs if pair[0] not in asked)
        self.fields["first"].choices = open_signs  # type: ignore[attr-defined]

    def values(self) -> Data:
        """Read the page with its first question."""
        first = self.cleaned_data.get("first")
        return super().values() | {"questions": [{"indicator": first}] if first else []}

    def field_of(self, place: tuple[str | int, ...]) -> str | None:
        """Say what is wrong with the questions beside the first of them."""
        return "first" if place[:1] == ("questions",) else super().field_of(place)


class ConditionForm(forms.Form):
    """After which answers to an earlier question a page is asked."""

    any_of = forms.MultipleChoiceField(
        label=_("After which of its answers is the page asked?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Without any, this condition is taken away."),
    )

    def __init__(self, *args: Any, offered: choices.Choices, **kwargs: Any) -> None:
        """Offer the answers to the earlier question."""
        super().__init__(*args, **kwargs)
        self.fields["any_of"].choices = offered  # type: ignore[attr-defined]


class AdviceForm(RecordForm):
    """What to do after one reading."""

    schema = ViewData
    groups = (
        TextGroup(
            "advice",
            _("What to do next"),
            _("It never says who is a victim, and never gives a share or a score."),
            rows=8,
        ),
    )

    def clean(self) -> Data:
        """Take any text, and none: without words there is no advice for this reading."""
        return self.cleaned_data


class PocketForm(RecordForm):
    """A card to carry, on which nothing is entered."""

    schema = Pocket

    signs = CodesField(label=_("Codes of the signs on the card, in their order"))
    call = forms.MultipleChoiceField(
        label=_("Whom to call"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def add_fields(self) -> None:
        """Offer the numbers of the country's pack."""
        super().add_fields()
        lines = choices.hotlines(self.record.get("call") or ())
        self.fields["call"].choices = lines  # type: ignore[attr-defined]

    def text_groups(self) -> tuple[TextGroup, ...]:
        """Ask for each step there is, for two more, and for the silent code."""
        number = len(self.record.get("steps") or ()) + MORE_STEPS
        steps = (
            TextGroup(
                f"steps_{n}", _("Step %(number)s") % {"number": n + 1}, is_needed=False, rows=2
            )
            for n in range(number)
        )
        hint = _("How colleagues tell each other unnoticed. Leave it empty when none was agreed.")
        silent = TextGroup("silent_code", _("Silent code"), hint, is_needed=False)
        return (*steps, silent)

    def values(self) -> Data:
        """Read the card; steps left empty are no steps."""
        texts = super().values()
        steps = [text for name, text in texts.items() if name.startswith("steps_") and text]
        typed = self.cleaned_data
        return {
            "signs": typed.get("signs"),
            "steps": steps,
            "silent_code": texts["silent_code"],
            "call": typed.get("call"),
        }

    def laid(self) -> Data:
        """Lay each step into its fields."""
        steps = self.record.get("steps") or ()
        words = {
            f"steps_{n}_{code}": text.get(code, "")
            for n, text in enumerate(steps)
            for code in self.languages
        }
        return super().laid() | words

    def field_of(self, place: tuple[str | int, ...]) -> str | None:
        """Say what is wrong with the steps beside the first of them."""
        if place[:1] == ("steps",):
            return f"steps_0_{self.languages[0]}"
        return super().field_of(place)

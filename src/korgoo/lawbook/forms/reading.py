"""What readers of the law fill in: a day, words to look for, versions to compare."""

from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from korgoo.lawbook.enums import LONGEST_SEARCH

if TYPE_CHECKING:
    from django.http import QueryDict

F = TypeVar("F", bound=forms.Form)
DAY_FORMATS = ["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d %m %Y"]
FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)


def asked(form: type[F], name: str, data: "QueryDict") -> F:
    """Make a form that asks one thing, out of an address; an empty answer asks for nothing.

    Args:
        form: Which.
        name: Its only question.
        data: What stands behind the question mark.
    """
    return form(data if data.get(name, "").strip() else None)


class OnDayForm(forms.Form):
    """On which day the reader wants to see the law; today when nothing is written."""

    on = forms.DateField(
        label=_("As it stood on"),
        help_text=_("For example 31.12.2018"),
        input_formats=DAY_FORMATS,
        validators=[MinValueValidator(FIRST), MaxValueValidator(LAST)],
        widget=forms.TextInput(attrs={"inputmode": "text", "autocomplete": "off"}),
        error_messages={
            "invalid": _("This is no day. Write day, month and year: 31.12.2018."),
            "min_value": _("Choose a day between 1900 and 2199."),
            "max_value": _("Choose a day between 1900 and 2199."),
        },
    )

    def chosen(self) -> date | None:
        """Give the day that was chosen; None when none was, or it is no day."""
        return self.cleaned_data["on"] if self.is_valid() else None


class SearchForm(forms.Form):
    """Which instruments the reader looks for."""

    q = forms.CharField(
        label=_("Look for a number or a word"),
        help_text=_("For example 493, or shelter"),
        max_length=LONGEST_SEARCH,
    )

    def words(self) -> list[str]:
        """Give the words to look for; none when the search cannot be taken."""
        return str(self.cleaned_data["q"]).casefold().split() if self.is_valid() else []


class CompareForm(forms.Form):
    """Which two versions of an article the reader wants to compare, counted from 1."""

    before = forms.TypedChoiceField(label=_("Older version"), coerce=int)
    after = forms.TypedChoiceField(label=_("Newer version"), coerce=int)

    def __init__(self, *args: Any, versions: "list[str]", **kwargs: Any) -> None:
        """Offer ``versions``, each in words, oldest first."""
        super().__init__(*args, **kwargs)
        choices = [(number, words) for number, words in enumerate(versions, start=1)]
        for name in ("before", "after"):
            self.fields[name].choices = choices  # type: ignore[attr-defined]

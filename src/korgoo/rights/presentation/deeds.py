"""What the pages say on which something is done with a version."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True, slots=True)
class Page:
    """One deed in words.

    Attributes:
        button: what the button says; ``is_warning``: it cannot be taken back.
        done: what is said afterwards.
        question: what the remark is asked with, where one is.
    """

    title: "_StrPromise"
    lead: "_StrPromise"
    button: "_StrPromise"
    done: "_StrPromise"
    question: "_StrPromise | str" = ""
    is_warning: bool = False


PAGES = {
    "approve": Page(
        _("Read and approve"),
        _("Look at the source yourself. You answer for it as the second reader."),
        pgettext_lazy("a statement", "Approve"),
        _("It is approved. Everybody is told it from its day on."),
    ),
    "give_back": Page(
        pgettext_lazy("a statement", "Give back"),
        _("It becomes a draft again."),
        pgettext_lazy("a statement", "Give back"),
        _("It is a draft again."),
        _("What should be changed?"),
    ),
    "drop": Page(
        _("Drop this draft"),
        _("It is told to nobody. It stays in the life of the statement."),
        pgettext_lazy("a statement", "Drop"),
        _("The draft is dropped."),
        _("Why is it dropped?"),
        is_warning=True,
    ),
    "withdraw": Page(
        _("This no longer holds"),
        _("From now on nobody is told it. It stays as history, with your reason."),
        pgettext_lazy("a statement", "End it now"),
        _("It is ended. Nobody is told it any more."),
        _("Why does it no longer hold?"),
        is_warning=True,
    ),
    "confirm": Page(
        _("Still true"),
        _(
            "Look at the source first. Not a word of it changes; it is believed for a further while."
        ),
        pgettext_lazy("a statement", "It is still true"),
        _("It is told for a further while."),
    ),
}

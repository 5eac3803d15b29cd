"""Rules of a screening. No queries, no request: facts in, verdict out."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.lib.verdict import ALLOWED, Verdict

if TYPE_CHECKING:
    from korgoo.identification.models import Screening


def answer(screening: "Screening") -> Verdict:
    """Answers stand still once the reading was made from them."""
    if screening.is_read:
        return Verdict(
            _("The reading was made from these answers. Start a new card to ask again.")
        )
    return ALLOWED


def show_reading(screening: "Screening") -> Verdict:
    """The reading is shown after the officer's own opinion, so that it does not lead it."""
    if not screening.opinion:
        return Verdict(_("Give your own opinion first. The reading is shown after it."))
    return ALLOWED

"""Looking for knowledge cards while one listens, and what came of it."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.desk import policies, wording
from korgoo.desk.enums import Outcome
from korgoo.desk.forms.fields import TOO_LONG, after, radios, select
from korgoo.desk.services import Ending
from korgoo.lib.rows import RowsField

CARD = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")


def _card_key(typed: str) -> str:
    if not CARD.fullmatch(typed):
        raise ValueError(typed)
    return typed


class CardsForm(forms.Form):
    """Looking for knowledge cards while one listens, and which were told."""

    look_words = forms.CharField(
        label=_("What does the caller say?"),
        help_text=_("A few words, any spelling."),
        required=False,
        max_length=policies.LONGEST_WORD,
        error_messages=TOO_LONG,
    )
    look_place = select(
        pgettext_lazy("knowledge card", "About which place?"),
        after(_("All places"), wording.destinations),
    )
    look_trouble = select(
        pgettext_lazy("knowledge card", "Which trouble?"),
        after(_("All troubles"), wording.troubles),
    )
    cards = RowsField(_card_key, label=_("Cards that I told"), required=False)
    outcome = radios(
        _("What came of it?"),
        [("", _("Still open")), *Outcome.choices],
        required=False,
    )
    passed_to = select(
        _("To whom did you send the caller?"),
        after(pgettext_lazy("sent to", "Nobody"), wording.body_choices),
    )

    def ending(self) -> Ending:
        """What came of it; of a valid form."""
        data = self.cleaned_data
        return Ending(data["outcome"], data["cards"], data["passed_to"])

    def clean(self) -> dict[str, Any]:
        """Whom a caller was sent to stands beside saying so."""
        data = super().clean() or {}
        verdict = policies.say_outcome(
            data.get("outcome", ""), passed_to=data.get("passed_to", "")
        )
        if not verdict:
            self.add_error("passed_to", str(verdict.reason))
        return data


class OutcomeForm(CardsForm):
    """What came of a contact, said later."""

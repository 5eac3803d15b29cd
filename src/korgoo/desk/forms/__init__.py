"""What an operator fills in."""

from korgoo.desk.forms.cards import CardsForm, OutcomeForm
from korgoo.desk.forms.contacts import ContactForm
from korgoo.desk.forms.fields import as_typed
from korgoo.desk.forms.shifts import HandOverForm
from korgoo.desk.forms.steps import CallForm, CaseForm, FindForm, JoinForm

__all__ = [
    "CallForm",
    "CardsForm",
    "CaseForm",
    "ContactForm",
    "FindForm",
    "HandOverForm",
    "JoinForm",
    "OutcomeForm",
    "as_typed",
]

from korgoo.commitments.forms.deeds import ChangeForm, FulfilForm, ReasonForm
from korgoo.commitments.forms.finding import FilterForm
from korgoo.commitments.forms.letters import LetterForm

__all__ = ["ChangeForm", "FilterForm", "FulfilForm", "LetterForm", "ReasonForm"]

from korgoo.casework.forms.clocks import EndForm, ExtendForm, PauseForm, ResumeForm
from korgoo.casework.forms.consents import ConsentForm, WithdrawForm, scope_words
from korgoo.casework.forms.exceptions import ConflictForm, GlassForm, SharingForm, TellingForm
from korgoo.casework.forms.filters import FilterForm, words_of_filter
from korgoo.casework.forms.papers import PaperForm
from korgoo.casework.forms.person import PARTS, DetailsForm, FirstContactForm
from korgoo.casework.forms.status import ProceduralForm, StatusForm
from korgoo.casework.forms.steps import (
    DecisionForm,
    FindForm,
    NoteForm,
    ScreenForm,
)

__all__ = [
    "PARTS",
    "ConflictForm",
    "ConsentForm",
    "DecisionForm",
    "DetailsForm",
    "EndForm",
    "ExtendForm",
    "FilterForm",
    "FindForm",
    "FirstContactForm",
    "GlassForm",
    "NoteForm",
    "PaperForm",
    "PauseForm",
    "ProceduralForm",
    "ResumeForm",
    "ScreenForm",
    "SharingForm",
    "StatusForm",
    "TellingForm",
    "WithdrawForm",
    "scope_words",
    "words_of_filter",
]

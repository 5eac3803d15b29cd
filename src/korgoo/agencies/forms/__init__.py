from korgoo.agencies.forms.decisions import CorrectionForm, DecisionForm, PermitForm
from korgoo.agencies.forms.lists import ListForm
from korgoo.agencies.forms.public import CheckForm, WatchedForm, WatchForm
from korgoo.agencies.forms.register import AgencyForm, ContactsForm, NameForm, SearchForm

__all__ = [
    "AgencyForm",
    "CheckForm",
    "ContactsForm",
    "CorrectionForm",
    "DecisionForm",
    "ListForm",
    "NameForm",
    "PermitForm",
    "SearchForm",
    "WatchForm",
    "WatchedForm",
]

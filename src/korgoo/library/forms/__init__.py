from korgoo.library.forms.announcements import AnnouncementForm
from korgoo.library.forms.documents import DocumentForm, FactsForm, ReasonForm, VersionForm
from korgoo.library.forms.finding import SearchForm

__all__ = [
    "AnnouncementForm",
    "DocumentForm",
    "FactsForm",
    "ReasonForm",
    "SearchForm",
    "VersionForm",
]

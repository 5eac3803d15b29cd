from korgoo.rights.forms.content_files import ContentFileForm
from korgoo.rights.forms.desk import ConfirmForm, DeskForm, LogForm
from korgoo.rights.forms.numbers import CallsForm, NumberForm, NumbersForm
from korgoo.rights.forms.reading import HistoryForm, SearchForm
from korgoo.rights.forms.steps import ApproveForm, LookedForm, RemarkForm, SeenForm
from korgoo.rights.forms.writing import PlaceForm, StatementForm

__all__ = [
    "ApproveForm",
    "CallsForm",
    "ConfirmForm",
    "ContentFileForm",
    "DeskForm",
    "HistoryForm",
    "LogForm",
    "LookedForm",
    "NumberForm",
    "NumbersForm",
    "PlaceForm",
    "RemarkForm",
    "SearchForm",
    "SeenForm",
    "StatementForm",
]

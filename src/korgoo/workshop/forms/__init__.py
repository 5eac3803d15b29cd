from korgoo.workshop.forms.drafts import BringForm, NameForm, StartForm
from korgoo.workshop.forms.heads import CatalogueForm, DimensionForm, ElementForm, HeadForm
from korgoo.workshop.forms.questions import OptionForm, OwnQuestionForm, SignQuestionForm
from korgoo.workshop.forms.records import RecordForm
from korgoo.workshop.forms.signs import IndicatorForm
from korgoo.workshop.forms.vectors import VectorForm
from korgoo.workshop.forms.views import (
    AdviceForm,
    ConditionForm,
    NewPageForm,
    PageForm,
    PocketForm,
    ViewForm,
)

__all__ = [
    "AdviceForm",
    "BringForm",
    "CatalogueForm",
    "ConditionForm",
    "DimensionForm",
    "ElementForm",
    "HeadForm",
    "IndicatorForm",
    "NameForm",
    "NewPageForm",
    "OptionForm",
    "OwnQuestionForm",
    "PageForm",
    "PocketForm",
    "RecordForm",
    "SignQuestionForm",
    "StartForm",
    "VectorForm",
    "ViewForm",
]

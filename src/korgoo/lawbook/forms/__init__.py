from korgoo.lawbook.forms.packages import (
    NewArticleForm,
    PackageForm,
    SeenForm,
    StoodForm,
    WordingForm,
)
from korgoo.lawbook.forms.reading import CompareForm, OnDayForm, SearchForm, asked

__all__ = [
    "CompareForm",
    "NewArticleForm",
    "OnDayForm",
    "PackageForm",
    "SearchForm",
    "SeenForm",
    "StoodForm",
    "WordingForm",
    "asked",
]

"""What is filled in about a document."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.validators import URLValidator
from django.utils.translation import get_language_info, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from korgoo.lib import clock
from korgoo.lib.uploads import LARGEST
from korgoo.library import policies
from korgoo.library.enums import (
    LONGEST_LINK,
    LONGEST_NOTE,
    LONGEST_REASON,
    LONGEST_TITLE,
    DocumentKind,
)
from korgoo.library.forms.fields import ReadersForm, day, words
from korgoo.library.services import NO_ORIGIN, DocumentFacts, VersionFacts

LONGEST_NAME = 200
ACCEPTED = ".pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx,.pptx,.odt,.ods,.odp"
TITLE = "title_"


def _codes() -> list[str]:
    return [code for code, _name in settings.LANGUAGES]


def _name_of(code: str) -> str:
    return str(get_language_info(code)["name_local"])


class FactsForm(ReadersForm):
    """Title in each language, kind, day and readers."""

    kind = forms.ChoiceField(label=_("What it is"), choices=DocumentKind.choices)
    issued_on = day(_("Day on the document"), _("Leave it empty when it has none."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask for a title in each language."""
        super().__init__(*args, **kwargs)
        for code in _codes():
            self.fields[TITLE + code] = words(
                _("Title (%(language)s)") % {"language": _name_of(code)},
                LONGEST_TITLE,
                required=False,
            )
        self.order_fields([*(TITLE + code for code in _codes()), "kind", "issued_on"])

    def clean(self) -> dict[str, Any]:
        """One title at least, and no day to come."""
        data = super().clean() or {}
        names = [TITLE + code for code in _codes()]
        if not any(data.get(name) for name in names) and not {*names} & self.errors.keys():
            self.add_error(names[0], _("Write the title in at least one language."))
        verdict = policies.issued(data.get("issued_on"), today=clock.today())
        if not verdict:
            self.add_error("issued_on", str(verdict.reason))
        return data

    def facts(self, origin: tuple[str, str] = NO_ORIGIN) -> DocumentFacts:
        """Give what the document is."""
        data = self.cleaned_data
        titles = {code: data[TITLE + code] for code in _codes()}
        return DocumentFacts(titles, data["kind"], self.readers(), data["issued_on"], origin)


class VersionForm(forms.Form):
    """A file or a web address."""

    file = forms.FileField(
        label=pgettext_lazy("of a document", "File"),
        help_text=_(
            "PDF, picture or office file, at most 5 MB. Place, time and author that a file carries in "
            "itself are taken out of it."
        ),
        required=False,
        max_length=LONGEST_NAME,
        allow_empty_file=True,
        error_messages={"invalid": _("Choose the file again.")},
    )
    link = words(_("Or a web address"), LONGEST_LINK, required=False)
    language = forms.ChoiceField(label=_("In which language"), required=False)
    note = words(_("What is new in it"), LONGEST_NOTE, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the languages of the platform."""
        super().__init__(*args, **kwargs)
        self.fields["link"].validators.append(
            URLValidator(
                schemes=["http", "https"], message=_("Write the whole address, with https://.")
            )
        )
        self.fields["language"].choices = [  # type: ignore[attr-defined]
            ("", _("In several, or another one")),
            *((code, _name_of(code)) for code in _codes()),
        ]

    def clean(self) -> dict[str, Any]:
        """A file or an address, not both."""
        data = super().clean() or {}
        file = data.get("file")
        if file is not None and file.size > LARGEST:
            self.add_error(
                "file", _("The file is larger than 5 MB. Make it smaller, or send it in parts.")
            )
        elif {"file", "link"} & self.errors.keys():
            return data
        elif (file is None) == (not data.get("link")):
            self.add_error("file", _("Choose a file or write a web address, one of the two."))
        return data

    def version(self) -> VersionFacts:
        """Give the version."""
        data = self.cleaned_data
        file = data["file"]
        content = bytes(file.read()) if file else b""
        return VersionFacts(content, data["link"], data["language"], data["note"])


class DocumentForm(FactsForm, VersionForm):
    """A new document with its first version."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Leave out what is new: everything is."""
        super().__init__(*args, **kwargs)
        del self.fields["note"]

    def version(self) -> VersionFacts:
        """Give the first version: nothing is new in it."""
        self.cleaned_data["note"] = ""
        return super().version()


class ReasonForm(forms.Form):
    """Why a document is taken out."""

    reason = words(
        _("Why?"),
        LONGEST_REASON,
        help_text=_("Your own organisation reads it beside the document."),
        is_long=True,
    )

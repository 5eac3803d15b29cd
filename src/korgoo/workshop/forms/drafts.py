"""A draft itself: its start, its name, and files that are brought."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korgoo.consultation.typed import must_be_kept
from korgoo.workshop import archives
from korgoo.workshop import files as parts
from korgoo.workshop.files import Files
from korgoo.workshop.models import LONGEST_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.utils.functional import _StrPromise

    from korgoo.identification.api import Edition

LONGEST_TITLE = 200
NEW_QUESTIONS = "new-questions"


class NameForm(forms.Form):
    """What a draft is about, and what it is to become."""

    title = forms.CharField(
        label=_("What is the draft about?"),
        help_text=_("For colleagues and for the organisations that will comment on it."),
        max_length=LONGEST_TITLE,
        validators=[must_be_kept],
    )
    edition = forms.CharField(
        label=_("Name of the new edition"),
        help_text=_("As people will quote it, for example 2026-2. No edition has it yet."),
        max_length=LONGEST_NAME,
        validators=[must_be_kept],
    )


class StartForm(NameForm):
    """Start a draft; the question from which edition only where there are several."""

    def __init__(self, data: Any = None, *, editions: "Iterable[Edition]") -> None:
        super().__init__(data)
        found = list(editions)
        self.fields["base"] = forms.ChoiceField(
            label=_("From which edition does it start?"),
            choices=[(one.digest, one.name) for one in found],
            initial=found[-1].digest,
            widget=forms.RadioSelect if len(found) > 1 else forms.HiddenInput,
        )


REFUSALS: "dict[archives.Why, _StrPromise]" = {
    archives.Why.TOO_LARGE: _("This is too large to be a guideline: %(name)s"),
    archives.Why.NO_ARCHIVE: _("This file is damaged, or is no zip file."),
    archives.Why.TOO_MANY: _("There are too many files in it to be a guideline."),
    archives.Why.BOMB: _("This unpacks to far more than a guideline can be. Nothing was read."),
    archives.Why.NAME: _("A file has a name that leads elsewhere or cannot be used: %(name)s"),
    archives.Why.TWICE: _("Two files have the same name: %(name)s"),
    archives.Why.SECRET: _("The files are locked by a password. Pack them without one."),
    archives.Why.EMPTY: _("There is no file in it."),
    archives.Why.NOT_TEXT: _("Bring a zip file, or one file that ends in .yaml."),
}


class BringForm(forms.Form):
    """Bring a zip file, or one file of the guideline."""

    file = forms.FileField(
        label=_("Zip file, or one YAML file"),
        help_text=_("At most 5 megabytes. You see first what it would change."),
        max_length=LONGEST_TITLE,
        allow_empty_file=True,
    )
    place = forms.ChoiceField(
        label=_("If it is one file: which part of the guideline is it?"), required=False
    )
    is_whole = forms.BooleanField(
        label=_("This is the whole guideline: what is not in the zip file is to be removed"),
        required=False,
    )

    def __init__(self, *args: Any, files: Files, **kwargs: Any) -> None:
        """Offer the parts of the draft that one file can be."""
        super().__init__(*args, **kwargs)
        by_name = ("", _("Its name says it"))
        new = (NEW_QUESTIONS, _("A new set of questions"))
        choices = [by_name, new, *((name, name) for name in sorted(files))]
        self.fields["place"].choices = choices  # type: ignore[attr-defined]
        self.names = {*files, parts.HEAD, parts.VECTORS}

    def clean(self) -> dict[str, Any]:
        """Read the files, with a limit at every step."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if (brought := typed.get("file")) is None:
            return typed
        try:
            typed["texts"] = self._texts(brought, typed.get("place") or "")
        except archives.Refused as refused:
            words = str(REFUSALS[refused.why])
            self.add_error("file", words % {"name": refused.name or brought.name})
        return typed

    def _texts(self, brought: Any, place: str) -> dict[str, bytes]:
        if brought.size > archives.LARGEST_UPLOAD:
            raise archives.Refused(archives.Why.TOO_LARGE)
        data = brought.read()
        if archives.is_archive(data) or brought.name.lower().endswith(".zip"):
            return archives.unpack(data)
        if not brought.name.lower().endswith((".yaml", ".yml")):
            raise archives.Refused(archives.Why.NOT_TEXT)
        if len(data) > archives.LARGEST_FILE:
            raise archives.Refused(archives.Why.TOO_LARGE)
        return self._single(archives.clean_name(brought.name), place, data)

    def _single(self, name: str, place: str, data: bytes) -> dict[str, bytes]:
        """Find out which part of the guideline a single file is."""
        self.cleaned_data["is_whole"] = False
        if place == NEW_QUESTIONS:
            return {f"views/{name}": data}
        fitting = [one for one in self.names if one == name or one.endswith(f"/{name}")]
        if not place and len(fitting) != 1:
            self.add_error("place", _("Its name does not say it. Choose the part here."))
            return {}
        return {place or fitting[0]: data}

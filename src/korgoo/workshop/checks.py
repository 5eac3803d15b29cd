"""What a draft is, measured against the country's pack and against what it started from."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from korgoo.countrypack import api as packs
from korgoo.workshop import files as parts
from korgoo.workshop.difference import Change, compare
from korgoo.workshop.wording import Words

NO_HEAD = packs.Fault(parts.HEAD, 0, "missing-file", "the guideline has no guideline.yaml")

if TYPE_CHECKING:
    from korgoo.countrypack.schema.guideline import GuidelineData
    from korgoo.workshop.files import Files
    from korgoo.workshop.models import GuidelineDraft


def languages() -> tuple[str, ...]:
    """Give the languages in which every text must be."""
    return packs.current().languages


def faults_of(files: "Files") -> list[packs.Fault]:
    """Find everything that is wrong with a guideline, in this country.

    A pack may have no head of a guideline yet; what is to be adopted needs one.
    """
    faults = packs.check_guideline(files, languages=languages(), pack=packs.current())
    return faults if parts.HEAD in files else [NO_HEAD, *faults]


def read(files: "Files") -> "GuidelineData":
    """Read a guideline in which no fault was found.

    Raises:
        PackError: It has faults after all.
    """
    return packs.read_guideline(files, languages=languages(), pack=packs.current())


@dataclass(frozen=True, slots=True)
class Findings:
    """What a look at a draft found: what it changes, and what is wrong with it."""

    changes: list[Change]
    faults: list[packs.Fault]


def look_at(draft: "GuidelineDraft") -> Findings:
    """Compare a draft with what it started from, and check it."""
    return Findings(changes_of(draft), faults_of(draft.files))


def changes_of(draft: "GuidelineDraft") -> list[Change]:
    """List what a draft changes."""
    return compare(draft.base_files, draft.files)


def words_of(draft: "GuidelineDraft") -> Words:
    """Give what puts a draft's differences into words."""
    return Words(draft.base_files, draft.files, languages())

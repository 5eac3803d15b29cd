"""What the pages show, in the words of the reader."""

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import get_language

from korgoo.access.enums import Permission
from korgoo.casework import api as casework
from korgoo.casework.enums import Danger
from korgoo.countrypack import api as packs
from korgoo.fieldforms import selectors, wording
from korgoo.fieldforms.incoming.faults import Place
from korgoo.identification import api as identification
from korgoo.identification.enums import Opinion
from korgoo.lib import codes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from korgoo.access.actor import Actor
    from korgoo.countrypack.api import AgencyView
    from korgoo.fieldforms.incoming.faults import Fault
    from korgoo.fieldforms.incoming.submission import Submission
    from korgoo.fieldforms.models import FieldBatch, TakenSubmission

MOST_FAULTS = 200
MOST_FORMS = 200
Row = dict[str, Any]


def language() -> str:
    """Return the language of the page, as the pack names it."""
    return (get_language() or packs.current().default_language)[:2]


def view_rows(edition: identification.Edition) -> list[Row]:
    """List the views of an edition with the addresses of what can be taken out of each."""
    return [
        {
            "title": view.title.in_language(language()),
            "status": view.provenance.status,
            "is_pocket": view.pocket is not None,
            "xlsform": reverse("fieldforms:xlsform", args=[view.key]),
            "xform": reverse("fieldforms:xform", args=[view.key]),
            "papers": _papers(view),
        }
        for view in edition.data.views.values()
    ]


def fault_rows(faults: "list[Fault]") -> list[list[str]]:
    """Lay out what is wrong for a table: where, which field, what is wrong, what stands there."""
    return [
        [
            wording.place_words(fault.place),
            fault.field,
            str(wording.RULES[fault.rule]),
            fault.found,
        ]
        for fault in faults[:MOST_FAULTS]
    ]


def form_rows(submissions: "Sequence[Submission]") -> list[Row]:
    """Lay out filled forms before they are taken: what each will become."""
    titles = {key: identification.title_of(key) for key in {one.view for one in submissions}}
    return [
        {
            "number": number,
            "title": titles[one.view],
            "case": codes.spoken(one.case_code),
            "answers": len(one.choices),
            "opinion": Opinion(one.opinion).label,
            "is_danger": one.danger == Danger.YES,
            "at": one.started,
        }
        for number, one in enumerate(submissions[:MOST_FORMS], start=1)
    ]


def taken_rows(taken: "Iterable[TakenSubmission]", *, actor: "Actor") -> list[Row]:
    """Lay out what became of forms: the case of each, and the reading of its card."""
    rows = []
    for one in taken:
        card = identification.get(one.screening_id, actor=actor)
        case = casework.case_card(card.subject, actor=actor, permission=Permission.CASE_VIEW)
        rows.append(
            {
                "case": {
                    "text": case.spoken_code,
                    "href": reverse("casework:case", args=[case.id]),
                },
                "card": {
                    "text": identification.title_of(card.view),
                    "href": identification.address_of(card),
                },
                "outcome": identification.outcome_words(card),
                "help": reverse("casework:help_now", args=[case.id]) if one.was_danger else "",
            }
        )
    return rows


def batch_rows(batches: "Iterable[FieldBatch]") -> list[Row]:
    """Lay out imports for a list."""
    tones = {"previewed": "waiting", "taken": "good", "dropped": "closed"}
    return [
        {
            "href": reverse("fieldforms:batch", args=[batch.pk]),
            "at": batch.uploaded_at,
            "kind": batch.get_kind_display(),
            "forms": batch.forms,
            "state": batch.get_state_display(),
            "tone": tones[batch.state],
        }
        for batch in batches
    ]


def counts(batch: "FieldBatch") -> dict[str, int]:
    """Say how many forms an import has, and how many of them open a case."""
    return {
        "forms": batch.forms,
        "new_cases": batch.new_cases,
        "own_cases": batch.forms - batch.new_cases,
    }


def preview(batch: "FieldBatch", *, actor: "Actor") -> dict[str, Any]:
    """Describe an import that waits: what will be made, and what became wrong since the upload."""
    submissions = selectors.submissions_of(batch)
    nowhere = [Place(str(number)) for number in range(1, len(submissions) + 1)]
    faults = selectors.faults_outside(submissions, nowhere, actor=actor)
    return {
        "rows": form_rows(submissions),
        "faults": fault_rows(faults),
        "dangers": sum(one.danger == Danger.YES for one in submissions),
    }


def _papers(view: "AgencyView") -> list[Row]:
    pack = packs.current()
    return [
        {
            "language": code,
            "name": pack.language_details[code].own_name,
            "normal": reverse("fieldforms:paper", args=[view.key, code]),
            "large": reverse("fieldforms:paper_large", args=[view.key, code]),
        }
        for code in pack.languages
    ]

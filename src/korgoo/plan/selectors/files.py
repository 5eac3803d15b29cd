from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from korgoo.lib.errors import NotFound
from korgoo.plan.models import Evidence, FixedReport, PlanImport, Programme
from korgoo.plan.selectors.programmes import get_draft, get_programme
from korgoo.plan.selectors.reports import can_read

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

NO_FILE = _("We found no such file.")


def get_import(
    code: str, import_id: UUID, *, actor: "Actor | None", lock: bool = False
) -> PlanImport:
    """Fetch a plan that was brought as a file for the draft.

    Raises:
        NotFound: No such file, no draft, or the actor does not keep the plan.
    """
    draft = get_draft(code, actor=actor)
    rows = PlanImport.objects.filter(version=draft, pk=import_id)
    found = (rows.select_for_update() if lock else rows).first()
    if found is None:
        raise NotFound(NO_FILE)
    found.version = draft
    return found


def get_evidence(evidence_id: UUID, *, actor: "Actor") -> Evidence:
    """Fetch a paper beside a report that the actor may read.

    Raises:
        NotFound: No such paper, or not for this actor.
    """
    rows = Evidence.objects.select_related("entry__report__round__programme", "entry__measure")
    found = rows.filter(pk=evidence_id).first()
    if found is None or not can_read(found.entry.report, actor=actor):
        raise NotFound(NO_FILE)
    return found


def fixed_reports(programme: Programme) -> list[FixedReport]:
    """List the reports of a plan that were fixed, the newest first, without their figures."""
    return list(programme.fixed.defer("figures"))


def get_fixed(code: str, fixed_id: UUID, *, actor: "Actor") -> FixedReport:
    """Fetch a fixed report; every member of the platform may read it.

    Raises:
        NotFound: No such report.
    """
    programme = get_programme(code, actor=actor)
    found = programme.fixed.filter(pk=fixed_id).first()
    if found is None:
        raise NotFound(NO_FILE)
    return found

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event, Facet, Permission
from korgoo.casework import facets, papers, policies, selectors
from korgoo.casework.enums import PaperKind
from korgoo.casework.models import Case, SealedPaper
from korgoo.casework.traces import leave
from korgoo.lib import clock, uploads
from korgoo.lib.errors import DomainError, NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

MOST = 60
NO_SUCH = _("We found no such paper.")


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper as its part describes it. ``size``: bytes of the paper."""

    id: UUID
    kind: PaperKind
    title: str
    media_type: str
    size: int
    at: datetime

    @property
    def is_picture(self) -> bool:
        """Tell whether a browser can show it as a picture."""
        return self.media_type.startswith("image/")


@transaction.atomic
def add_paper(
    case_id: UUID, part: Facet, data: bytes, *, kind: PaperKind, title: str, actor: "Actor"
) -> UUID:
    """Take a paper or picture into a sealed part of an own case, freed of what it tells beside itself.

    Args:
        case_id: An own case.
        part: Papers, health or facts of the offence.
        data: The file as it came, at most 5 MB.
        kind: What it is.
        title: A few words, sealed with it; may be empty.
        actor: Who adds it.

    Returns:
        The number of the paper.

    Raises:
        NotFound: Not an own case, or a part that this organisation does not keep.
        CannotTake: The file is no paper or picture that can be kept.
        DomainError: The part has sixty papers already.
    """
    case = selectors.get_case(case_id, actor=actor, permission=Permission.FACET_WRITE, lock=True)
    policies.keep_papers(actor, part).require()
    made = uploads.clean(data)
    written = facets.read(case, part, actor=actor) or {}
    entries = list(written.get(papers.PAPERS, []))
    if len(entries) >= MOST:
        raise DomainError(_("This part has sixty papers already. Take one away first."))
    row, key = papers.seal(case, part, made.data, actor=actor)
    entry = _entry(row, made, kind, title) | {"key": key}
    facets.write(case, part, {**written, papers.PAPERS: [*entries, entry]}, actor=actor)
    leave(Event.PAPER_ADDED, case, actor=actor, detail=part)
    return row.pk


def list_papers(case_id: UUID, part: Facet, *, actor: "Actor") -> list[PaperLine]:
    """List the papers of a part, the newest first. Opening the part leaves an audit row.

    Raises:
        NotFound: The case, the role, the relation or the consent does not allow it.
    """
    _case, entries = _opened(case_id, part, actor)
    return [_line(entry) for entry in reversed(entries)]


@transaction.atomic
def open_paper(
    case_id: UUID, part: Facet, paper_id: UUID, *, actor: "Actor"
) -> tuple[PaperLine, bytes]:
    """Open one paper. Leaves an audit row for it besides that of its part.

    Raises:
        NotFound: The case, the role, the relation or the consent does not allow it, or there is
            no such paper in this part.
    """
    case, entries = _opened(case_id, part, actor)
    entry = _one(entries, paper_id)
    row = SealedPaper.objects.filter(pk=paper_id, case=case, part=part).first()
    if row is None:
        raise NotFound(NO_SUCH)
    data = papers.open_one(row, entry["key"])
    audit.record(Event.PAPER_OPENED, actor=actor, target=row, detail=part)
    return _line(entry), data


@transaction.atomic
def remove_paper(case_id: UUID, part: Facet, paper_id: UUID, *, actor: "Actor") -> None:
    """Take a paper away: its ciphertext goes, and its key with the next version of the part.

    Raises:
        NotFound: Not an own case, or no such paper there.
    """
    case = selectors.get_case(case_id, actor=actor, permission=Permission.FACET_WRITE, lock=True)
    policies.keep_papers(actor, part).require()
    written = facets.read(case, part, actor=actor) or {}
    entries = written.get(papers.PAPERS, [])
    _one(entries, paper_id)
    kept = [entry for entry in entries if entry["id"] != str(paper_id)]
    facets.write(case, part, {**written, papers.PAPERS: kept}, actor=actor)
    SealedPaper.objects.filter(pk=paper_id, case=case).delete()
    leave(Event.PAPER_REMOVED, case, actor=actor, detail=part)


def _opened(case_id: UUID, part: Facet, actor: "Actor") -> "tuple[Case, list[dict[str, Any]]]":
    case = selectors.get_case(case_id, actor=actor, permission=Permission.CASE_VIEW)
    if part not in policies.WITH_PAPERS or not selectors.may_read_facet(case, part, actor=actor):
        raise NotFound(NO_SUCH)
    return case, (facets.read(case, part, actor=actor) or {}).get(papers.PAPERS, [])


def _one(entries: list[dict[str, Any]], paper_id: UUID) -> dict[str, Any]:
    found = next((entry for entry in entries if entry["id"] == str(paper_id)), None)
    if found is None:
        raise NotFound(NO_SUCH)
    return found


def _entry(row: SealedPaper, made: uploads.Paper, kind: PaperKind, title: str) -> dict[str, Any]:
    return {
        "id": str(row.pk),
        "kind": str(kind),
        "title": title.strip(),
        "media_type": made.media_type,
        "size": len(made.data),
        "at": clock.now().isoformat(),
        "by": row.written_by_id,
    }


def _line(entry: dict[str, Any]) -> PaperLine:
    return PaperLine(
        UUID(entry["id"]),
        PaperKind(entry["kind"]),
        entry["title"],
        entry["media_type"],
        entry["size"],
        datetime.fromisoformat(entry["at"]),
    )

"""Who may do what. No queries, no request: facts in, verdict out."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.lib.verdict import ALLOWED, Verdict
from korgoo.materials.enums import DRAWN, ONCE_APPROVED, PRINTED, Faces, Kind, Move, State

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.materials.models import Version

ORGANISATION, REGION = "org:", "region:"
OTHER_MAKER = _("Only the organisation that makes this material changes it.")


def may(actor: "Actor | None", permission: Permission) -> Verdict:
    """Say whether somebody's role and organisation include a permission; no case is asked about."""
    if actor is None:
        return Verdict(OTHER_MAKER)
    return policy.decide(actor, permission, Relation.NONE)


def write(actor: "Actor", *, maker_id: int) -> Verdict:
    """Say whether somebody may write the words of a material."""
    if actor.organisation_id != maker_id:
        return Verdict(OTHER_MAKER)
    return ALLOWED if may(actor, Permission.MATERIAL_EDIT) else Verdict(OTHER_MAKER)


def knows(actor: "Actor", *, state: State, maker_id: int) -> bool:
    """Tell whether somebody may know of a version: drafts are the maker's, and who approves sees all."""
    if state in ONCE_APPROVED or actor.organisation_id == maker_id:
        return True
    return state is State.WAITING and bool(may(actor, Permission.MATERIAL_APPROVE))


def send(version: "Version", *, maker_id: int, actor: "Actor") -> Verdict:
    """A draft goes to the second person when nothing is missing in it."""
    if version.state != State.DRAFT:
        return Verdict(_("Only a draft can be sent for approval."))
    verdict = write(actor, maker_id=maker_id)
    return whole(version) if verdict else verdict


def whole(version: "Version", *, has_file: bool | None = None) -> Verdict:
    """Nothing is missing: words or file, and the question about faces is answered."""
    kind = Kind(version.material.kind)
    if kind is Kind.VIDEO:
        return _pictured(version) if version.link else Verdict(_("Write where the video is seen."))
    if kind is Kind.SPOKEN:
        return ALLOWED if version.body.strip() else Verdict(_("Write the text."))
    if version.is_drawn:
        verdict = _templated(version)
        # A picture that lies beside a template is a picture all the same.
        return _pictured(version) if verdict and has_file else verdict
    if has_file is False:
        return Verdict(_("Choose a template, or add a file of your own."))
    return _pictured(version)


def _templated(version: "Version") -> Verdict:
    if not version.numbers:
        return Verdict(_("Choose the number to call."))
    if not version.code:
        return Verdict(_("Choose the campaign code: it leads to the right page."))
    if not (version.slogan and version.action):
        return Verdict(_("Write the slogan and what is asked."))
    return ALLOWED


def _pictured(version: "Version") -> Verdict:
    """No victim's face: whoever can be recognised was not harmed and agreed; and somebody owns it."""
    if not version.faces:
        return Verdict(_("Say who can be recognised on the picture."))
    if version.faces == Faces.HARMED:
        return Verdict(
            _("Nobody who was harmed may be recognised, whatever they agreed to. Take another.")
        )
    if version.faces == Faces.AGREED and not version.consent:
        return Verdict(_("Write who keeps the written consent of those who are shown."))
    if not (version.source and version.licence):
        return Verdict(_("Write who made the picture, and by which right it is used."))
    return ALLOWED


def approve(version: "Version", *, actor: "Actor") -> Verdict:
    """A second person approves, never the writer."""
    if version.state != State.WAITING:
        return Verdict(_("This version does not wait for approval any more."))
    if not may(actor, Permission.MATERIAL_APPROVE):
        return Verdict(_("Materials are approved where the campaign is co-ordinated."))
    if version.written_by_id == actor.user_id:
        return Verdict(_("You wrote this. Somebody else must approve it."))
    return ALLOWED


def give_back(version: "Version", *, maker_id: int, actor: "Actor") -> Verdict:
    """Who approves gives it back with a remark; who wrote it takes it back."""
    if version.state != State.WAITING:
        return Verdict(_("This version does not wait for approval any more."))
    if may(actor, Permission.MATERIAL_APPROVE) or write(actor, maker_id=maker_id):
        return ALLOWED
    return Verdict(OTHER_MAKER)


def withdraw(version: "Version", *, maker_id: int, actor: "Actor") -> Verdict:
    """What was approved is taken out of use by who approves, or by its maker."""
    if version.state != State.APPROVED:
        return Verdict(_("Only what is approved can be withdrawn."))
    if may(actor, Permission.MATERIAL_APPROVE) or write(actor, maker_id=maker_id):
        return ALLOWED
    return Verdict(OTHER_MAKER)


def draw(kind: Kind) -> Verdict:
    """Only what has a shape is made from a template."""
    return ALLOWED if kind in DRAWN else Verdict(_("This kind has no template."))


def stock(version: "Version", move: Move) -> Verdict:
    """Only approved pieces are printed, sent on and handed out; what was withdrawn can only be spoiled."""
    if version.material.kind not in PRINTED:
        return Verdict(_("This kind is not printed."))
    if version.state not in ONCE_APPROVED:
        return Verdict(_("It is not approved yet: nothing of it is printed."))
    if version.state == State.WITHDRAWN and move is not Move.LOST:
        return Verdict(_("It was withdrawn: what is left can only be written off."))
    if version.state == State.REPLACED and move is Move.PRINTED:
        return Verdict(_("A newer version is approved: print that one."))
    return ALLOWED


def take_from(place: str, *, maker_id: int, actor: "Actor") -> Verdict:
    """Who may move pieces out of a place: the maker, and each organisation out of its own shelf.

    The shelf of a region is common: whoever works in the region hands out from it.
    """
    if actor.organisation_id == maker_id or place == f"{ORGANISATION}{actor.organisation_id}":
        return ALLOWED
    if place.startswith(REGION):
        return ALLOWED
    return Verdict(_("These pieces lie with another organisation."))


def print_new(*, maker_id: int, actor: "Actor") -> Verdict:
    """Who may write down that pieces were printed."""
    if actor.organisation_id == maker_id or may(actor, Permission.MATERIAL_APPROVE):
        return ALLOWED
    return Verdict(
        _("Only the organisation that makes this material writes down what was printed.")
    )

"""Numbers of a country pack or a file: corrected where nobody here has touched them."""

from typing import TYPE_CHECKING, Any

from korgoo.lib import clock
from korgoo.rights.models import Number, NumberChange
from korgoo.rights.services.loaded import Loaded

if TYPE_CHECKING:
    from datetime import date

    from korgoo.access.actor import Actor
    from korgoo.countrypack.api import Information, PhoneNumber


def take(information: "Information", done: Loaded, *, actor: "Actor | None") -> None:
    """Take in numbers; note in ``done`` which changed, and which wait for editors."""
    known = {one.key: one for one in Number.objects.select_for_update().order_by("pk")}
    for data in information.numbers:
        number = known.get(data.key)
        kind = _fate(data, number)
        if kind == "proposals" and number is not None:
            number.proposed = _said(data)
            number.save(update_fields=["proposed"])
            done.proposals.append(number.key)
        elif kind:
            fresh = number or Number(key=data.key, is_from_pack=actor is None)
            _write(information, fresh, data, actor=actor)
            done.numbers.append(data.key)


def foresee(information: "Information", done: Loaded) -> None:
    """Note in ``done`` what ``take`` would do, and write nothing."""
    known = {one.key: one for one in Number.objects.prefetch_related("changes")}
    for data in information.numbers:
        kind = _fate(data, known.get(data.key))
        if kind:
            getattr(done, kind).append(data.key)


def _fate(data: "PhoneNumber", number: Number | None) -> str:
    """Say in which list of ``Loaded`` a number belongs; empty when it brings nothing."""
    if number is None:
        return "numbers"
    said = _said(data)
    if said in (number.said(), number.proposed) or _was_said_before(number, said):
        return ""
    if number.off_since is not None and number.number == data.number:
        return ""  # somebody called it: it is wrong, whoever says it again
    is_untouched = number.is_from_pack and number.checked_on is None and number.off_since is None
    return "numbers" if is_untouched else "proposals"


def _was_said_before(number: Number, said: dict[str, Any]) -> bool:
    """An old pack loaded again brings nothing new: people here went past it."""
    return any(said in (one.before, one.after) for one in number.changes.all())


def _write(
    information: "Information", number: Number, data: "PhoneNumber", *, actor: "Actor | None"
) -> None:
    before = number.said() if number.pk else {}
    as_of = _as_of(data)
    for name, value in (_said(data) | {"as_of": as_of}).items():
        setattr(number, name, value)
    number.review_by = as_of + information.believed_for["number"] if as_of else None
    number.save()
    NumberChange.objects.create(
        number=number,
        at=clock.now(),
        by_id=actor.user_id if actor else None,
        organisation_id=actor.organisation_id if actor else None,
        before=before,
        after=number.said(),
    )


def _said(data: "PhoneNumber") -> dict[str, Any]:
    as_of = _as_of(data)
    return {
        "number": data.number,
        "name": dict(data.name.root),
        "kind": data.kind,
        "destinations": list(data.destinations),
        "hours": dict(data.hours.root) if data.hours else None,
        "source": data.provenance.source,
        "as_of": as_of.isoformat() if as_of else None,
        "trust": data.provenance.trust,
    }


def _as_of(data: "PhoneNumber") -> "date | None":
    return None if data.provenance.as_of == "unknown" else data.provenance.as_of

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
    known = {one.key: one for one in Number.objects.select_for_update()}
    for data in information.numbers:
        number, said = known.get(data.key), _said(data)
        if number is None:
            _write(information, Number(key=data.key, is_from_pack=True), data, actor=actor)
            done.numbers.append(data.key)
        elif said not in (number.said(), number.proposed) and not _was_said_before(number, said):
            _correct(information, number, data, done, actor=actor)


def _correct(
    information: "Information",
    number: Number,
    data: "PhoneNumber",
    done: Loaded,
    *,
    actor: "Actor | None",
) -> None:
    if number.is_from_pack and number.checked_on is None:
        _write(information, number, data, actor=actor)
        done.numbers.append(number.key)
        return
    number.proposed = _said(data)
    number.save(update_fields=["proposed"])
    done.proposals.append(number.key)


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

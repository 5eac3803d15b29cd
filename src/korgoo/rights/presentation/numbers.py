"""Numbers as editors see them: who called when, what came of it, who names them."""

from typing import TYPE_CHECKING, Any

from django.urls import reverse

from korgoo.lib import clock
from korgoo.rights import editing_rules, policies, selectors
from korgoo.rights.enums import NumberKind
from korgoo.rights.forms.numbers import call_value
from korgoo.rights.presentation.parts import Words, by_words, places, title_of
from korgoo.rights.services import mark_of
from korgoo.rights.telling import spoken
from korgoo.rights.wording import language

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.rights.forms import CallsForm, NumbersForm
    from korgoo.rights.models import ItemVersion, Number, NumberChange


def list_page(form: "NumbersForm", *, actor: "Actor") -> Words:
    """Show all numbers, or those of a place."""
    where = form.asked("destination")
    rows = selectors.all_numbers(destination=where, actor=actor)
    naming = selectors.naming(one.key for one in rows)
    lines = [_line(one) | {"named": len(naming[one.key])} for one in rows]
    return {"form": form, "rows": lines, "destination": where}


def check_page(calls: "CallsForm", destination: str, *, actor: "Actor") -> Words:
    """Show the numbers to call, what was never called and what is late first."""
    rows = selectors.all_numbers(destination=destination, actor=actor)
    rows.sort(key=lambda one: (one.off_since is not None, str(one.review_by or "")))
    return {
        "calls": calls,
        "ticks": calls.ticks(),
        "destination": destination,
        "rows": [_line(one) | {"value": call_value(one)} for one in rows],
    }


def number_page(key: str, *, actor: "Actor") -> Words:
    """Show one number with its life."""
    number = selectors.get_number(key, actor=actor)
    code = language()
    return {
        **_line(number),
        "key": number.key,
        "mark": mark_of(number),
        "kind": NumberKind(number.kind).label,
        "hours": spoken(number.hours, code),
        "source": number.source,
        "as_of": number.as_of,
        "proposed": _proposed(number),
        "calls": [
            {
                "title": str(one.get_outcome_display()),
                "when": one.at,
                "by": by_words(one.by, one.organisation),
                "text": one.dialled,
            }
            for one in number.calls.all()
        ],
        "changes": [_change(one) for one in number.changes.all()],
        **named_by(number),
    }


def named_by(number: "Number") -> Words:
    """List the statements that show a number, and those whose own words hold it."""
    return {
        "naming": [_statement(one) for one in selectors.naming([number.key])[number.key]],
        "spelled": [_statement(one) for one in selectors.spelling_out(number.number)],
    }


def name_of(number: "Number") -> str:
    """Name a number in the language of the page."""
    return spoken(number.name, language())


def _line(number: "Number") -> Words:
    names = dict(places())
    today = clock.today()
    return {
        "id": number.pk,
        "href": reverse("rights:number", args=[number.key]),
        "name": name_of(number),
        "number": number.number,
        "where": ", ".join(names.get(one, one) for one in number.destinations),
        "checked_on": number.checked_on,
        "review_by": number.review_by,
        "is_off": number.off_since is not None,
        "is_offered": policies.may_be_offered(number.trust, number.checked_on),
        "is_due": editing_rules.is_due(number.review_by, today),
        "is_fresh": policies.is_fresh(number.review_by, today),
        "has_proposal": number.proposed is not None,
    }


def _proposed(number: "Number") -> Words | None:
    said: dict[str, Any] | None = number.proposed
    if said is None:
        return None
    return {
        "number": said["number"],
        "name": spoken(said["name"], language()),
        "source": said["source"],
    }


def _change(change: "NumberChange") -> Words:
    before, after = change.before, change.after
    return {
        "when": change.at,
        "by": by_words(change.by, change.organisation),
        "before": before.get("number", ""),
        "after": after.get("number", ""),
    }


def _statement(version: "ItemVersion") -> Words:
    href = reverse("rights:version", args=[version.item.key, version.number])
    return {"text": title_of(version), "href": href}

"""Put offers and reports into what the pages show."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from korgoo.countrypack import api as packs
from korgoo.offers import agency_words, countries, selectors, ways
from korgoo.offers.enums import SETTLED, Channel, ReportState
from korgoo.offers.forms import ANSWER, CheckForm, ReportForm, answered
from korgoo.offers.reading import Reading, read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from korgoo.countrypack.api import OfferSign
    from korgoo.offers.models import OfferReport
    from korgoo.offers.services import Opened
    from korgoo.offers.told import Told

Words = dict[str, Any]
GROUP = 5  # questions under one heading
TONES = {ReportState.NEW: "waiting", ReportState.SEEN: "active"}


def questions(form: CheckForm) -> Words:
    """Group the questions, so that one sees on a telephone how far one is."""
    names = [ANSWER + sign.key for sign in form.signs]
    groups = [
        {
            "first": first + 1,
            "last": min(first + GROUP, len(names)),
            "names": list(enumerate(names[first : first + GROUP], first + 1)),
        }
        for first in range(0, len(names), GROUP)
    ]
    return {"form": form, "groups": groups, "total": len(names), **_marks(form.signs)}


def result(form: CheckForm, typed: "Mapping[str, str]") -> Words:
    """Say in words what the answers say."""
    found: Reading[OfferSign] = read(form.signs, form.replies)
    data = form.cleaned_data
    return {
        "found": found,
        "grave": [_sign(sign) for sign in found.grave],
        "other": [_sign(sign) for sign in found.other],
        "unknown": [_sign(sign) for sign in found.unknown],
        "agency": data["agency"],
        "country": data["country"],
        "country_name": countries.name(data["country"]),
        "typed": [(name, typed[name]) for name in form.fields if typed.get(name)],
        **_marks(form.signs),
        **_onwards(data["agency"], data["country"]),
    }


def report_page(form: ReportForm) -> Words:
    """Show the first page of a report, or say that nobody takes reports yet."""
    to = selectors.receiver()
    return {"form": form, "receiver": to.name if to else "", "help_way": ways.help_way()}


def look_through(told: "Told", typed: "Mapping[str, str]", *, receiver: str) -> Words:
    """Show what somebody is about to send, line by line."""
    names = [name for name in ReportForm.base_fields if typed.get(name)]
    return {
        "facts": facts(told),
        "typed": [(name, typed[name]) for name in names],
        "receiver": receiver,
        "help_way": ways.help_way(),
    }


def thanks(told: "Told", *, receiver: str) -> Words:
    """Say what happens now, and where to go on."""
    return {"receiver": receiver, "told": told, **_onwards(told.agency, told.country)}


def facts(told: "Told") -> list[Words]:
    """List what was told under the questions that were asked; what is empty is left out."""
    data = told.as_data() | {
        "country": countries.name(told.country),
        "channel": str(Channel(told.channel).label) if told.channel in Channel.values else "",
    }
    fields = ReportForm.base_fields
    order = [name for name in ReportForm().fields if data[name]]
    return [{"name": str(fields[name].label), "value": data[name]} for name in order]


def line(row: "OfferReport") -> Words:
    """Describe a report for a list; nothing of it is opened."""
    state = ReportState(row.state)
    return {
        "id": row.pk,
        "day": row.day,
        "country": countries.name(row.country) or pgettext("country of a job", "not said"),
        "has_picture": row.has_picture,
        "state": state.label,
        "tone": TONES.get(state, "closed"),
        "is_new": state == ReportState.NEW,
        "is_settled": state in SETTLED,
    }


def opened(found: "Opened") -> Words:
    """Describe a report that was opened."""
    row = found.row
    return {
        "line": line(row),
        "facts": facts(found.told),
        "written_in": _language_name(found.told.language),
        "note": found.note,
        "seen": row.state,
    }


def blank(signs: "tuple[OfferSign, ...]", typed: "Mapping[str, str] | None" = None) -> CheckForm:
    """Make the form of questions, unsent; filled in with what was typed before."""
    return CheckForm(signs=signs, initial=answered(typed or {}))


def _sign(sign: "OfferSign") -> dict[str, str]:
    language = get_language() or ""
    parts = ("question", "sign", "why", "ask", "act")
    return {part: getattr(sign, part).in_language(language) for part in parts}


def _onwards(agency: str, country: str) -> Words:
    return {
        "register": agency_words.about(agency, country),
        "help_way": ways.help_way(),
        "agencies_way": ways.agencies_way(),
        "rights_way": ways.rights_way(country),
        "rights_words": _rights_words(country),
    }


def _rights_words(country: str) -> str:
    place = countries.destination(country) if country else None
    if place is None:
        return _("Know your rights before you go")
    name = place.name.in_language(get_language() or "")
    return _("What to know about work there: %(place)s") % {"place": name}


def _marks(signs: "tuple[OfferSign, ...]") -> Words:
    statuses = {sign.provenance.status for sign in signs}
    return {"status": "needs_review" if "needs_review" in statuses else "in_use"}


def _language_name(code: str) -> str:
    known = packs.current().language_details.get(code)
    return known.own_name if known else code

"""A card to carry: signs, a silent code, whom to call. Nothing is entered on it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs
from korgoo.countrypack import api as packs
from korgoo.identification import editions, explanation
from korgoo.lib.errors import NotFound


@require_safe
@needs(Permission.GUIDELINE_VIEW)
def pocket(request: MemberRequest, view: str) -> HttpResponse:
    guideline = editions.current().data
    described = guideline.views.get(view)
    if described is None or described.pocket is None:
        raise NotFound(_("We found no such card."))
    language, card = explanation.language(), described.pocket
    signs = {
        s.code: s for key in described.catalogues for s in guideline.catalogues[key].indicators
    }
    words = {
        "title": described.title.in_language(language),
        "intro": described.intro.in_language(language),
        "status": described.provenance.status,
        "signs": [signs[code].title.in_language(language) for code in card.signs],
        "steps": [step.in_language(language) for step in card.steps],
        "silent_code": card.silent_code.in_language(language) if card.silent_code else "",
        "call": [line for line in packs.current().hotlines if line.key in card.call],
        "language": language,
    }
    return render(request, "identification/pocket.html", words)

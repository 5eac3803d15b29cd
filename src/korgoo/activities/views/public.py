"""The pages for everybody: the same for all readers, drawn once, without a cookie or a tracker."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from korgoo.access.http import public
from korgoo.activities import api
from korgoo.activities.presentation import public as presentation
from korgoo.lib.drawn import drawn_once


@public
@require_safe
@drawn_once(api.version)
def index(request: HttpRequest) -> HttpResponse:
    return render(request, "activities/public_index.html", presentation.index_page())


@public
@require_safe
@drawn_once(api.version)
def campaign(request: HttpRequest, key: str) -> HttpResponse:
    return render(request, "activities/public_campaign.html", presentation.campaign_page(key))


@public
@require_safe
@drawn_once(api.version)
def week(request: HttpRequest, key: str, week: int) -> HttpResponse:
    return render(request, "activities/public_week.html", presentation.week_page(key, week))


@public
@require_safe
@drawn_once(api.version)
def region(request: HttpRequest, key: str, code: str) -> HttpResponse:
    return render(request, "activities/public_region.html", presentation.region_page(key, code))


@public
@require_safe
@drawn_once(api.version)
def photos(request: HttpRequest, key: str) -> HttpResponse:
    return render(request, "activities/public_photos.html", presentation.photos_page(key))


@public
@require_safe
def photo(request: HttpRequest, key: str, photo_id: UUID) -> HttpResponse:
    found = presentation.photo(key, photo_id)
    return HttpResponse(bytes(found.content), content_type=found.media_type)

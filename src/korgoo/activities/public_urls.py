"""Pages for everybody. The language stands in the address, so that they can be kept and copied."""

from django.urls import path

from korgoo.activities.views import public

app_name = "activities_public"
urlpatterns = [
    path("", public.index, name="index"),
    path("<slug:key>/", public.campaign, name="campaign"),
    path("<slug:key>/week/<int:week>/", public.week, name="week"),
    path("<slug:key>/region/<str:code>/", public.region, name="region"),
    path("<slug:key>/photos/", public.photos, name="photos"),
    path("<slug:key>/photos/<uuid:photo_id>.jpg", public.photo, name="photo"),
]

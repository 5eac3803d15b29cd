"""Pages for everybody. The language stands in the address, so that they can be kept and copied."""

from django.urls import path

from korgoo.commitments.views import public

app_name = "commitments_public"
urlpatterns = [path("", public.listed, name="list")]

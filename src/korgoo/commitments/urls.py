from django.urls import path

from korgoo.commitments.views import stub

app_name = "commitments"
urlpatterns = [path("<uuid:commitment_id>/", stub.stub, name="commitment")]

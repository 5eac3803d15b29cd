from django.urls import path

from korgoo.public.views import worker

app_name = "public_files"
# At the root: a worker reaches only what lies beneath its own address.
urlpatterns = [path("sw.js", worker.worker, name="worker")]

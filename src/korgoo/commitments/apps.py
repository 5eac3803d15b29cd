from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommitmentsConfig(AppConfig):
    name = "korgoo.commitments"

    def ready(self) -> None:
        from korgoo.commitments import inbox
        from korgoo.library import api as library

        library.register_inbox("commitments", _("Promises"), inbox.find)

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    name = "korgoo.library"

    def ready(self) -> None:
        from korgoo.library import inbox
        from korgoo.library.inboxes import register_inbox

        register_inbox("announcements", _("Announcements"), inbox.announcements)
        register_inbox("consultations", _("Consultations and notices"), inbox.consultations)

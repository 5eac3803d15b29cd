from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CampaignConfig(AppConfig):
    name = "korgoo.campaign"

    def ready(self) -> None:
        """Tell missions below what waits here, and what may be known of promises made here."""
        from korgoo.campaign import own_facts, pledging, waiting
        from korgoo.commitments import api as commitments
        from korgoo.library import api as library

        own_facts.register()
        library.register_inbox("campaigns", _("Campaigns"), waiting.find)
        commitments.register_origin(
            pledging.KIND, _("Campaign"), keeps=pledging.keeps, reads=pledging.reads
        )

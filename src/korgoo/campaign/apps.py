from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class CampaignConfig(AppConfig):
    name = "korgoo.campaign"

    def ready(self) -> None:
        """Tell missions below what waits here, and what may be known of promises made here."""
        from korgoo.campaign import own_facts, plan_sources, pledging, waiting
        from korgoo.commitments import api as commitments
        from korgoo.library import api as library

        own_facts.register()
        plan_sources.register()
        library.register_inbox("campaigns", pgettext_lazy("campaign", "Campaigns"), waiting.find)
        commitments.register_origin(
            pledging.KIND,
            pgettext_lazy("campaign", "Campaign"),
            keeps=pledging.keeps,
            reads=pledging.reads,
        )

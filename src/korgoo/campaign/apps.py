from django.apps import AppConfig


class CampaignConfig(AppConfig):
    name = "korgoo.campaign"

    def ready(self) -> None:
        """Show what campaigns look up themselves before a launch."""
        from korgoo.campaign import own_facts

        own_facts.register()

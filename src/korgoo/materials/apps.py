from django.apps import AppConfig


class MaterialsConfig(AppConfig):
    name = "korgoo.materials"

    def ready(self) -> None:
        """Let campaigns show before a launch how many materials are approved."""
        from korgoo.materials.api import register_with_campaigns

        register_with_campaigns()

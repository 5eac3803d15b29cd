from django.apps import AppConfig


class LawbookConfig(AppConfig):
    name = "korgoo.lawbook"

    def ready(self) -> None:
        from korgoo.consultation import subjects
        from korgoo.lawbook import dependents
        from korgoo.lawbook.subject import PACKAGES

        subjects.register(PACKAGES)
        dependents.register(dependents.of_pack)

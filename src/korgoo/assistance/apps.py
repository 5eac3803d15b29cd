from django.apps import AppConfig


class AssistanceConfig(AppConfig):
    name = "korgoo.assistance"

    def ready(self) -> None:
        from korgoo.assistance.presentation import of_case
        from korgoo.casework import panels

        panels.register("assistance/_of_case.html", of_case)

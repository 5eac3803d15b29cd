from django.apps import AppConfig


class MypageConfig(AppConfig):
    name = "korgoo.mypage"

    def ready(self) -> None:
        from korgoo.casework import panels
        from korgoo.mypage.presentation import of_case

        panels.register("mypage/_of_case.html", of_case)

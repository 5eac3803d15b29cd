from django.apps import AppConfig


class MypageConfig(AppConfig):
    name = "korgoo.mypage"

    def ready(self) -> None:
        from korgoo.casework import erasers, panels
        from korgoo.mypage.presentation import of_case
        from korgoo.mypage.services.erasing import destroy

        erasers.register("mypage", erasers.RECORDS, destroy)
        first = "mypage/_first_of_case.html"
        panels.register("mypage/_of_case.html", of_case, first=first)

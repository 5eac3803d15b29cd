from django.apps import AppConfig


class MypageConfig(AppConfig):
    name = "korgoo.mypage"

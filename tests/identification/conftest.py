from tests.casework.conftest import _english, enter, people, words_of

__all__ = ["_english", "enter", "people", "words_of"]

from tests.casework.conftest import _english, _people, enter, people, words_of

__all__ = ["_english", "_people", "enter", "people", "words_of"]

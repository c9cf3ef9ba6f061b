"""Names in Latin letters a to z, for ids: close to how English papers write them, and never a letter that ids have not.

Ukrainian after the national system of 2010, Russian after the usage of newspapers (BGN/PCGN without its marks), Greek
after ELOT 743. A script that is not here has no spelling that one could propose.
"""

from __future__ import annotations

import re
import unicodedata

_COMMON = {
    **dict(zip("абвгґдеєжзиіїйклмнопрстуфхцчшщъыьэюяё", (
        "a", "b", "v", "g", "g", "d", "e", "ye", "zh", "z", "i", "i", "yi", "y", "k", "l", "m", "n", "o", "p", "r",
        "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya", "e",
    ), strict=True)),
    "ў": "u", "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz", "ѓ": "gj", "ќ": "kj", "ѕ": "dz",
    **dict(zip("αβγδεζηθικλμνξοπρστυφχψως", (
        "a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s", "t", "y", "f",
        "ch", "ps", "o", "s",
    ), strict=True)),
    "ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h",
    "'": "", "’": "", "ʼ": "", "ʹ": "", "`": "",
}  # fmt: skip
_UKRAINIAN = {"г": "h", "и": "y", "є": "ie", "ї": "i", "й": "i", "ю": "iu", "я": "ia"}
_UKRAINIAN_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_ONLY_UKRAINIAN = re.compile("[ґєії]|ськ")
_RUSSIAN_ENDING = re.compile(r"(?:ий|ый)\b")


def romanise(text: str, language: str | None = None) -> str:
    """The text in small Latin letters; letters of other scripts stay as they are.

    `language` is a language tag. Without one, Cyrillic that only Ukrainian writes so is read as Ukrainian.
    """
    lowered = unicodedata.normalize("NFC", text).lower()
    ukrainian = language == "uk" or (language is None and bool(_ONLY_UKRAINIAN.search(lowered)))
    if not ukrainian:
        lowered = _RUSSIAN_ENDING.sub("y", lowered)
    return "".join(_word(part, ukrainian=ukrainian) for part in re.split(r"(\W+)", lowered))


def _word(word: str, *, ukrainian: bool) -> str:
    letters = _COMMON | _UKRAINIAN if ukrainian else _COMMON
    written = []
    for number, sign in enumerate(word):
        if ukrainian and number == 0 and sign in _UKRAINIAN_FIRST:
            written.append(_UKRAINIAN_FIRST[sign])
        elif ukrainian and sign == "г" and word[number - 1 : number] == "з":
            written.append("gh")
        else:
            written.append(letters[sign] if sign in letters else _plain(sign, letters))
    return "".join(written)


def _plain(sign: str, letters: dict[str, str]) -> str:
    """A letter without its marks: 'é' is e, 'ή' is i."""
    base = "".join(one for one in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(one))
    return "".join(letters.get(one, one) for one in base)

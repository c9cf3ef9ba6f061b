"""Words as the search compares them: without case, diacritics and script.

The browser folds what a reader types in the same way, in assets/scripts/search/words.js; tests/search/folding.json
holds both to it. Cyrillic becomes Latin close to how English papers write names, `y` becomes `i` and a doubled letter
single, so that most transliterations of a name meet: Сирський, Syrskyi and Syrsky are all `sirski`.
"""

from __future__ import annotations

import re
import sys
import unicodedata

_LETTERS = str.maketrans(
    {
        **dict(zip("абвгґдеєэзиіыјклмнопрстуф", "abvggdeeeziiiiklmnoprstuf", strict=True)),
        "ж": "zh", "љ": "l", "њ": "n", "ћ": "ch", "ђ": "d", "х": "kh", "ц": "ts", "ч": "ch", "џ": "dzh", "ш": "sh",
        "щ": "shch", "ъ": "", "ь": "", "ю": "iu", "я": "ia",
        "ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "y": "i",
        "'": "", "’": "", "ʼ": "",
    }
)  # fmt: skip
_DIACRITICS = dict.fromkeys(range(0x300, 0x370))
_POSSESSIVE = re.compile(r"['’]s$")
_DOUBLED = re.compile(r"([a-z])\1+")
_MARKS = re.escape("".join(c for c in map(chr, range(0x300, sys.maxunicode)) if unicodedata.category(c)[0] == "M"))
_LETTER = rf"(?:[^\W_]|[{_MARKS}])"
_WORD = re.compile(
    rf"[0-9]{{4}}-[0-9]{{2}}(?:-[0-9]{{2}})?(?!{_LETTER})|[0-9]{{1,3}}(?:,[0-9]{{3}})+(?![0-9])"
    rf"|{_LETTER}+(?:['’ʼ]{_LETTER}+)*"
)


def fold(word: str) -> str:
    """Return a word as it is compared; empty where nothing of it counts."""
    plain = unicodedata.normalize("NFKD", word.lower()).translate(_DIACRITICS)
    return _DOUBLED.sub(r"\1", _POSSESSIVE.sub("", plain).translate(_LETTERS)).replace(",", "")


def words(text: str) -> list[str]:
    """Return the folded words of a text, in its order; a date such as 2025-03-13 or a figure such as 1,294 is one."""
    return [folded for match in _WORD.finditer(text) if (folded := fold(match[0]))]

"""Whether words that were quoted from a page are still on it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence

FEWEST_WORDS = 40
"""On a page that has fewer, scripts write the text, or something else stands in its place: nothing is compared."""
_LONG = 20
"""Letters of a quotation that is also looked for without regard to where its words begin and end."""
_OMISSION = re.compile(r"\[(?:…|\.{3})\]|\(\.{3}\)|…|\.{3,}")
_INSERTION = re.compile(r"\[[^\]]*\]")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_WORD = re.compile(r"\w+")


class PageWords:
    """The words of a page, for looking quotations up in them.

    Punctuation, quotation marks, white space, capitals and the way in which letters are encoded make no difference.
    """

    def __init__(self, text: str) -> None:
        """`text` as `page_text` returns it."""
        words = _words(text)
        self.count = len(words)
        self._spaced = f" {' '.join(words)} "
        self._joined = "".join(words)

    def have(self, quotation: str) -> bool:
        """Whether a quotation is there; where it leaves something out, its parts one after the other."""
        spaced = joined = 0
        for part in _parts(quotation):
            words = _words(part)
            found = self._spaced.find(f" {' '.join(words)} ", spaced)
            letters = "".join(words)
            elsewhere = self._joined.find(letters, joined) if found < 0 and len(letters) >= _LONG else -1
            if found < 0 and elsewhere < 0:
                return False
            spaced, joined = max(found, spaced), max(elsewhere, joined)
        return True


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text.translate(_INVISIBLE)).casefold())


def _parts(quotation: str) -> list[str]:
    """The parts between which a quotation leaves words out, or puts others in: 'he [the general] said … no'."""
    parts = [part for kept in _OMISSION.split(quotation) for part in _INSERTION.split(kept)]
    return [part for part in parts if _WORD.search(part)]


def digest(quotations: Sequence[str]) -> str:
    """A short name for a set of quotations: it tells whether others were looked for the last time."""
    if not quotations:
        return ""
    return hashlib.blake2b("\0".join(sorted(quotations)).encode(), digest_size=4).hexdigest()

"""A title or summary that no longer says whose word it is, while what it tells is contested or has a single source."""

from __future__ import annotations

from chronology.model.chronology import EventView
from chronology.model.entities.settings import Settings
from chronology.model.standing import Standing
from chronology.review.attribution import Attribution
from chronology.review.loaded import is_english, loaded_words
from chronology.review.prose import Sentence, own_words, sentences

_UNSURE = (Standing.CONTESTED, Standing.SINGLE_SOURCE)


def lost_attribution(before: str, after: str, now: EventView, settings: Settings) -> str | None:
    """What to look at in a text of an event that attributed what it now states; None where it attributes as it did.

    The words that attribute are those of the check, and English.
    """
    if before == after or not is_english(settings) or (standing := _unsure(now)) is None:
        return None
    attribution = Attribution(loaded_words(settings))
    was, bare_before = _parted(before, attribution)
    still, bare = _parted(after, attribution)
    stated = {one.text.strip() for one in bare_before}
    new = [one for one in bare if one.text.strip() not in stated]
    if not any(len(still) < len(was) or _stood_in(one, was) for one in new if was):
        return None
    return f"say whose word it is, as before: the event is {standing.value}"


def _unsure(view: EventView) -> Standing | None:
    """Contested where any question is, else single-source."""
    found = {view.standing, *(question.standing for question in view.questions)}
    return next((one for one in _UNSURE if one in found), None)


def _parted(text: str, attribution: Attribution) -> tuple[list[Sentence], list[Sentence]]:
    """The sentences that tell who says so, and those that do not."""
    found: tuple[list[Sentence], list[Sentence]] = ([], [])
    for one in sentences(own_words(text)):
        found[not attribution.given_in(one)].append(one)
    return found


def _stood_in(bare: Sentence, attributed: list[Sentence]) -> bool:
    """Whether a sentence is a piece of one that told whose word it was."""
    mine = {word.text.casefold() for word in bare.words()}
    return any(mine <= {word.text.casefold() for word in one.words()} for one in attributed)

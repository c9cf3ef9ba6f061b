"""Why a question has its standing: one sentence, made from the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from chronology.model import date_words
from chronology.model.chronology import ClaimView, QuestionView
from chronology.model.standing import Standing
from chronology.pages.book import Book
from chronology.pages.typography import listing, sentence, typeset
from chronology.pages.words import reports

MOST_ANSWERS = 3
"""How many rival answers the sentence tells; of more, it tells that there are others."""


def why(book: Book, question: QuestionView) -> str:
    """Return the sentence: `Russia’s Defence Ministry says Russia; DeepState says neither in full. 5 reports, …`."""
    if question.reports == 1 and len(question.origins) == 1 and question.standing is Standing.SINGLE_SOURCE:
        return "Known from one report."
    if question.standing is Standing.OPEN:
        told = "Every answer was withdrawn" if question.claims else "No answer is known to us"
    else:
        told = _TELLERS[question.standing](book, question)
    counted = reports(question.reports, len(question.origins)) if question.claims else ""
    return " ".join(sentence(part) for part in (told, counted) if part)


def _contested(book: Book, question: QuestionView) -> str:
    rivals = [claim for claim in question.claims if claim.state == "stands" and claim.rivals]
    answers = _by_answer(book, question, rivals)
    told = [_says(book, claims, words) for words, claims in answers[:MOST_ANSWERS]]
    more = len(answers) - MOST_ANSWERS
    if more > 0:
        told.append("one other differs" if more == 1 else f"{more} others differ")
    return "; ".join(told)


def _settled(book: Book, question: QuestionView) -> str:
    standing = [claim for claim in question.claims if claim.state == "stands"]
    given_up = [claim for claim in question.claims if claim.state != "stands"]
    left = [_left(book, question, claim) for claim in given_up if _answer(book, question, claim)]
    answers = _by_answer(book, question, _not_by(standing, given_up) or standing)
    return "; ".join([*(_says(book, claims, words, past=True) for words, claims in answers[:2]), *left[:2]])


def _not_by(standing: Iterable[ClaimView], given_up: Iterable[ClaimView]) -> list[ClaimView]:
    """Leave out the later words of those who gave an answer up: the sentence tells them with the answer."""
    turned = {claim.claim.by for claim in given_up}
    return [claim for claim in standing if claim.claim.by not in turned]


def _left(book: Book, question: QuestionView, claim: ClaimView) -> str:
    told = f"{_names(book, [claim])} said {_answer(book, question, claim)}"
    if claim.state == "withdrawn":
        date = claim.claim.withdrawn.date if claim.claim.withdrawn else None
        return f"{told}, and withdrew it" + (f" {_on(date_words.in_words(date))}" if date else "")
    later = next((other for other in question.claims if other.claim.number == claim.revised_by), None)
    if later is None:
        return told
    year = book.event_date(claim.event).year_month()[0]
    day = f" {_on(date_words.short(later.said, year))}" if later.said else " later"
    return f"{told}, and{day} said {_answer(book, question, later)}"


def _on(words: str) -> str:
    return f"on {words}" if words[:1].isdigit() else words


def _agreed(book: Book, question: QuestionView) -> str:
    standing = [claim for claim in question.claims if claim.state == "stands"]
    told = [_says(book, claims, words) for words, claims in _by_answer(book, question, standing) if len(claims) > 1]
    if told:
        return "; ".join(told[:2])
    names = list(dict.fromkeys(_names(book, [claim]) for claim in standing))
    return f"{listing(names)} say the same" if len(names) > 1 else ""


def _single(book: Book, question: QuestionView) -> str:
    standing = [claim for claim in question.claims if claim.state == "stands"]
    if book.is_counted(question.question) and len({claim.as_of.text for claim in standing}) > 1:
        return "Counts for different days are not compared"
    if len(question.origins) == 1:
        return f"{'Both' if question.reports == 2 else 'All'} reports rest on {_origin(book, question.origins[0])}"
    if question.question.many or len(_by_answer(book, question, standing)) < 2:
        return "Each says something else, and none denies another"
    return "Each answer has one origin, and none rules out another"


def _origin(book: Book, key: str) -> str:
    side = book.side_title(key)
    if side:
        return f"the {book.proper.inside(side)}" if side.lower().endswith(" side") else side
    return book.title("actor", key) if key in book.titles["actor"] else typeset(_publisher(book, key))


def _publisher(book: Book, source: str) -> str:
    return book.chronology.sources[source].source.publisher


_TELLERS: dict[Standing, Callable[[Book, QuestionView], str]] = {
    Standing.CONTESTED: _contested,
    Standing.SETTLED: _settled,
    Standing.AGREED: _agreed,
    Standing.SINGLE_SOURCE: _single,
}


def _by_answer(book: Book, question: QuestionView, claims: Iterable[ClaimView]) -> list[tuple[str, list[ClaimView]]]:
    """Return the answers in words, each with the claims that give it, by the first of them."""
    found: dict[str, list[ClaimView]] = {}
    for claim in claims:
        words = _answer(book, question, claim)
        if words:
            found.setdefault(words, []).append(claim)
    return list(found.items())


def _answer(book: Book, question: QuestionView, claim: ClaimView) -> str:
    given = claim.claim
    if given.quantity:
        return book.stated(given.quantity)
    if given.date:
        return date_words.in_words(given.date)
    if given.answer in question.question.answers:
        return book.proper.inside(typeset(question.question.answers[str(given.answer)]))
    return ""


def _says(book: Book, claims: list[ClaimView], words: str, *, past: bool = False) -> str:
    names = list(dict.fromkeys(_names(book, [claim]) for claim in claims))
    shown = listing(names if len(names) < 4 else [*names[:2], f"{len(names) - 2} others"])
    plural = len(names) > 1 or len(book.claimants(claims[0].claim)) > 1
    verb = "said" if past else "say" if plural else "says"
    if claims[0].claim.quantity:
        verb = "gave" if past else "give" if plural else "gives"
    return f"{shown} {verb} {words}"


def _names(book: Book, claims: list[ClaimView]) -> str:
    names = dict.fromkeys(typeset(who.name) for claim in claims for who in book.claimants(claim.claim))
    return listing(list(names))

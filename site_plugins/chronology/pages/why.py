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
    if question.reports == 1 and question.standing is Standing.CONTESTED:
        counted = "All of it is known from one report"
    return " ".join(sentence(part) for part in (told, counted) if part)


def _contested(book: Book, question: QuestionView) -> str:
    standing = _standing(question)
    rivals = [claim for claim in standing if claim.rivals]
    answers = dict(_by_answer(book, question, standing))
    chosen = _answers_of_rivals(book, question, rivals)[:MOST_ANSWERS]
    told = [_says(book, answers[words], words) for words in chosen]
    more = len({_answer(book, question, claim) for claim in rivals} - set(chosen))
    if more:
        told.append("one other differs" if more == 1 else f"{more} others differ")
    return "; ".join(told)


def _answers_of_rivals(book: Book, question: QuestionView, rivals: list[ClaimView]) -> list[str]:
    """Return the rival answers in words: first one of each side, then what else a side says."""
    sides: set[tuple[str, ...]] = set()
    first: list[str] = []
    later: list[str] = []
    for claim in rivals:
        side = claim.sides or claim.origins
        (later if side in sides else first).append(_answer(book, question, claim))
        sides.add(side)
    return [words for words in dict.fromkeys((*first, *later)) if words]


def _standing(question: QuestionView) -> list[ClaimView]:
    return [claim for claim in question.claims if claim.state == "stands"]


def _settled(book: Book, question: QuestionView) -> str:
    standing = _standing(question)
    given_up = [claim for claim in question.claims if claim.state != "stands"]
    left = [_left(book, question, claim) for claim in given_up if _answer(book, question, claim)]
    answers = _by_answer(book, question, _not_by(book, standing, given_up) or standing)
    return "; ".join([*(_says(book, claims, words, past=True) for words, claims in answers[:2]), *left[:2]])


def _not_by(book: Book, standing: Iterable[ClaimView], given_up: Iterable[ClaimView]) -> list[ClaimView]:
    """Leave out the later words of those who gave an answer up: the sentence tells them with the answer."""
    turned = {_names(book, [claim]) for claim in given_up}
    return [claim for claim in standing if _names(book, [claim]) not in turned]


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
    standing = _standing(question)
    answers = _by_answer(book, question, standing)
    if answers:
        return "; ".join(_says(book, claims, words) for words, claims in answers[:MOST_ANSWERS])
    names = dict.fromkeys(typeset(who.name) for claim in standing for who in book.claimants(claim.claim))
    return f"{listing(list(names))} say the same" if len(names) > 1 else ""


def _single(book: Book, question: QuestionView) -> str:
    standing = _standing(question)
    counted = book.is_counted(question.question)
    if counted and len({claim.as_of.text for claim in standing}) > 1:
        return "Counts for different days are not compared"
    answers = _by_answer(book, question, standing)
    if len(question.origins) == 1:
        return _one_origin(book, question, answers)
    if question.question.many or not answers:
        return "Each says something else, and none denies another"
    if len(answers) == 1:
        return f"{_says(book, answers[0][1], answers[0][0])}; claims about different times are not compared"
    return "Each answer has one origin, and none rules out another"


def _one_origin(book: Book, question: QuestionView, answers: list[tuple[str, list[ClaimView]]]) -> str:
    origin = _origin(book, question.origins[0])
    told = [_says(book, claims, words) for words, claims in answers[:MOST_ANSWERS]]
    if len(told) > 1 and not question.question.many:
        return f"{'; '.join(told)}. All of it rests on {origin}"
    return f"{'Both' if question.reports == 2 else 'All'} reports rest on {origin}"


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
    names = list(dict.fromkeys(typeset(who.name) for claim in claims for who in book.claimants(claim.claim)))
    shown = listing(names if len(names) < 4 else [*names[:2], f"{len(names) - 2} others"])
    plural = len(names) > 1
    verb = "said" if past else "say" if plural else "says"
    if claims[0].claim.quantity:
        verb = "gave" if past else "give" if plural else "gives"
    return f"{shown} {verb} {words}"


def _names(book: Book, claims: list[ClaimView]) -> str:
    names = dict.fromkeys(typeset(who.name) for claim in claims for who in book.claimants(claim.claim))
    return listing(list(names))

"""What of a chronology can be found."""

from __future__ import annotations

from chronology.model.chronology import Chronology
from chronology.search.documents import KINDS, SearchDocument, documents, plain_text
from tests.search.conftest import address_of

Found = dict[str, SearchDocument]


def test_everything_is_found_by_kind_in_their_order(small: Chronology, found: Found):
    kinds = [document.kind for document in documents(small, address_of)]
    assert kinds == sorted(kinds, key=list(KINDS).index)
    assert set(kinds) == set(KINDS) - {"page"}
    assert len(found) == len(kinds)  # keys are unique


def test_a_place_has_all_its_names_once(found: Found):
    assert found["place:sudzha"].names == ("Суджа", "Sudscha", "Suja")
    assert found["place:sudzha"].label == "Town"
    assert found["actor:deepstate"].names == ("Deep State",)


def test_an_actor_is_shown_with_its_role_or_else_its_kind(found: Found):
    assert found["actor:deepstate"].label == "Battle map project"
    assert found["actor:russia-mod"].label == "Military"


def test_an_event_is_found_by_its_places_and_by_all_who_act_or_claim(found: Found):
    event = found["event:sudzha-retaken"]
    assert event.linked == ("place:sudzha", "actor:russia-mod", "actor:deepstate")
    assert event.text == "The recapture was announced. The map of that day showed less."
    assert event.words == "Territorial change"
    assert event.date is not None
    assert event.date.text == "2025-03-13"


def test_a_claim_is_its_answer_under_its_question_with_what_is_quoted(found: Found):
    claim = found["claim:sudzha-retaken#control-1"]
    assert (claim.title, claim.text) == ("Russia", "“we took it”")
    assert claim.address == "events/sudzha-retaken/#control-1"
    assert claim.part_of == "question:sudzha-retaken#control"
    assert claim.by == ("actor:russia-mod",)
    assert found["question:sudzha-retaken#control"].part_of == "event:sudzha-retaken"


def test_a_claim_that_no_longer_stands_says_so(found: Found):
    assert found["claim:sudzha-retaken#control-2"].label == "Revised"
    assert found["claim:sudzha-retaken#control-3"].label == ""


def test_a_quantity_is_written_out_and_its_question_is_its_series(found: Found):
    assert found["claim:sudzha-retaken#area-1"].title == "about 1,100 to 1,294 km²"
    assert found["question:sudzha-retaken#area"].title == "Land held"


def test_without_claimants_the_source_speaks(found: Found):
    assert found["claim:sudzha-retaken#area-1"].by == ("source:report",)


def test_a_source_is_found_by_its_publisher_author_and_origin(found: Found):
    source = found["source:report"]
    assert (source.label, source.words) == ("The Paper", "Ann Author")
    assert "actor:russia-mod" in source.linked


def test_markdown_is_searched_without_its_marks():
    text = "## Head\n\n> quoted `code`\n\n* [Sudzha](place:sudzha) is **not** [here](x)\n1. one\n"
    assert plain_text(text) == "Head quoted code Sudzha is not here one"
    assert plain_text("5 - 3 and a_b - c") == "5 - 3 and ab - c"

"""What is kept of a review depends on, besides the records: this generator's code under it."""

from __future__ import annotations

from chronology.records.code import digest_of_code


def digest_of_review() -> bytes:
    """A digest (16 bytes) of all that a verdict, a remark or a sentence of the history is made by."""
    return digest_of_code("model", "records", "review")

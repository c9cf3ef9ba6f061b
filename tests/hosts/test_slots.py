"""A slot in an unsafe place fails the build; a value that looks like a slot is only text."""

from __future__ import annotations

import pytest

from chronology.hosts import slots
from chronology.hosts.slots import Shell, UnsafeSlotError

SAFE = f'<title>{slots.TITLE}</title><meta content="{slots.DESCRIPTION}"><main>{slots.BODY}</main>'


def test_a_shell_is_filled_per_record() -> None:
    shell = Shell.cut(SAFE)
    html = shell.fill({slots.TITLE: "A", slots.DESCRIPTION: "b", slots.BODY: "<p>c</p>"})
    assert html == '<title>A</title><meta content="b"><main><p>c</p></main>'


def test_a_value_that_looks_like_a_slot_is_only_text() -> None:
    html = Shell.cut(SAFE).fill({slots.TITLE: slots.BODY, slots.DESCRIPTION: "", slots.BODY: "x"})
    assert html.startswith(f"<title>{slots.BODY}</title>")


@pytest.mark.parametrize(
    "unsafe,place",
    [
        (f"<p title={slots.TITLE}>", "in the tag <p> outside a quoted attribute"),
        (f"<p {slots.TITLE}>", "in the tag <p> outside a quoted attribute"),
        (f"<a onclick=\"go('{slots.TITLE}')\">", "in the attribute onclick"),
        (f'<p style="--t: {slots.TITLE}">', "in the attribute style"),
        (f"<p title='{slots.TITLE}'>", "in the single-quoted attribute title"),
        (f'<p title="{slots.BODY}">', "in the attribute title"),
        (f"<script>var t = '{slots.TITLE}'</script>", "inside <script>"),
        (f"<style>.a::after {{content: '{slots.TITLE}'}}</style>", "inside <style>"),
        (f"<!-- {slots.TITLE} -->", "in a comment"),
        (f"<script type='application/ld+json'>{slots.TITLE}</script>", "inside linked data"),
        (f"<script>{slots.LINKED_DATA}</script>", "in text"),
        (f'<p title="{slots.LINKED_DATA}">', "in the attribute title"),
    ],
)
def test_a_slot_in_an_unsafe_place_fails(unsafe: str, place: str) -> None:
    with pytest.raises(UnsafeSlotError) as error:
        Shell.cut(unsafe + SAFE)
    assert place in str(error.value)


def test_linked_data_may_stand_in_a_script_for_it() -> None:
    html = Shell.cut(f'<script type="application/ld+json">{slots.LINKED_DATA}</script>{SAFE}').fill(
        {slots.LINKED_DATA: "{}", slots.TITLE: "", slots.DESCRIPTION: "", slots.BODY: ""}
    )
    assert html.startswith('<script type="application/ld+json">{}</script>')


def test_a_theme_that_loses_a_slot_fails() -> None:
    with pytest.raises(UnsafeSlotError, match="the theme shows no body of a record"):
        Shell.cut(f"<title>{slots.TITLE}</title>")

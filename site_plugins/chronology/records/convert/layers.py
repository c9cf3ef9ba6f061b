"""The layer of a record."""

from __future__ import annotations

from chronology.model.dates import parse
from chronology.model.entities.layers import Layer, LayerState
from chronology.model.entities.record import Where
from chronology.records.convert.record import uses
from chronology.records.geography import Files
from chronology.records.schema.layers import LayerRecord


def layer(record: LayerRecord, own_id: str, where: Where, files: Files) -> Layer:
    """The layer of a record, its states in order of time; `files` has their shapes."""
    states = [
        LayerState(parse(one.date), one.file, uses(one.sources), files["layers", own_id][one.file])
        for one in record.states
    ]
    return Layer(
        id=own_id,
        where=where,
        title=record.title,
        by=tuple(record.by),
        sources=uses(record.sources),
        licence=record.licence,
        states=tuple(sorted(states, key=lambda state: state.date.sort_key)),
        caution=record.caution,
    )

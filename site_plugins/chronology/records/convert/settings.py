"""The chronology's settings, of the record in chronology.yml."""

from __future__ import annotations

from chronology.model.entities.settings import Licence, MapSettings, Settings, Side, Tiles, Unit, Wording
from chronology.records.schema.settings import ChronologyRecord, MapRecord


def settings(record: ChronologyRecord) -> Settings:
    """The chronology's settings."""
    return Settings(
        title=record.title,
        scope=record.scope,
        name=record.name,
        period=record.period,
        headline=record.headline,
        language=record.language,
        zone=record.zone,
        types=record.types,
        actor_kinds=record.actor_kinds,
        place_kinds=record.place_kinds,
        source_kinds=record.source_kinds,
        sides={key: Side(key, one.title, tuple(one.actors)) for key, one in record.sides.items()},
        units={key: Unit(key, one.one, one.many, one.symbol, one.to, one.factor) for key, one in record.units.items()},
        licence=Licence(record.licence.name, record.licence.url) if record.licence else None,
        wording=Wording(record.wording.loaded) if record.wording else Wording(),
        map=_map(record.map) if record.map else MapSettings(),
    )


def _map(record: MapRecord) -> MapSettings:
    tiles = record.tiles
    return MapSettings(
        record.viewpoint,
        Tiles(tiles.url, tiles.name, tiles.attribution, tiles.attribution_url, tiles.deepest) if tiles else None,
    )

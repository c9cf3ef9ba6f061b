"""Names in Latin letters, for ids."""

from __future__ import annotations

import pytest

from chronology.records.romanise import romanise


@pytest.mark.parametrize(
    "text, language, written",
    [
        ("Суджа", None, "sudzha"),
        ("Рыльский район", "ru", "rylsky rayon"),
        ("Щёкино", None, "shchekino"),
        ("Сирський", None, "syrskyi"),
        ("Згурський", "uk", "zghurskyi"),
        ("Єнакієве, Юнаківка", None, "yenakiieve, yunakivka"),
        ("Глушково", "ru", "glushkovo"),
        ("Глушкове", "uk", "hlushkove"),
        ("Αθήνα", None, "athina"),
        ("Łódź, Ångström, Straße, Þórður", None, "lodz, angstrom, strasse, thordur"),
        ("北京", None, "北京"),
        ("", None, ""),
    ],
)
def test_romanise(text: str, language: str | None, written: str) -> None:
    assert romanise(text, language) == written

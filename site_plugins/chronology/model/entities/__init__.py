"""The entities of a chronology, as the records gave them: typed, frozen, nothing derived.

`records/` makes them, `model/chronology.py` derives from them, everything downstream reads them.
Ids are the records' file names; a reference to another record is that record's id, already checked.
"""

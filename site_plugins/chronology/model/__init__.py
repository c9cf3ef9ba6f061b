"""What a chronology is: its entities, its dates, and everything that is derived from them. Standard library only."""

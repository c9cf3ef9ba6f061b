"""The sub-commands of `chronology`, a module for each."""

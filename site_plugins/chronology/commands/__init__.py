"""The sub-commands of `chronology`, one module each: `add` says what it takes, `run` does it.

They import little at the top, so that `--help` answers at once: what a command needs is imported when it runs.
"""

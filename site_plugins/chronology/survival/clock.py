"""The time, as something that tests can set."""

from __future__ import annotations

import time
from datetime import UTC, datetime


class Clock:
    """This machine's clock."""

    def now(self) -> float:
        """Seconds, only good for differences."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)

    def today(self) -> str:
        """The day in UTC, as ISO 8601."""
        return datetime.now(UTC).date().isoformat()

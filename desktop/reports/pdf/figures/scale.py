"""Where a value lies on an axis."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Scale:
    """Maps values from ``low`` to ``high`` onto points from ``start`` to ``end``."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Where ``value`` lies, kept inside the axis."""
        width = self.high - self.low
        share = (value - self.low) / width if width else 0.5
        return self.start + min(max(share, 0.0), 1.0) * (self.end - self.start)

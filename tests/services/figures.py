"""Durations, and what is told of them."""

from __future__ import annotations


class Figures:
    """Collects seconds; ``at(0.99)`` is the duration that 99 of 100 did not exceed."""

    def __init__(self):
        self.seconds: list[float] = []

    def add(self, seconds: float) -> None:
        self.seconds.append(seconds)

    def at(self, share: float) -> float:
        return sorted(self.seconds)[min(int(len(self.seconds) * share), len(self.seconds) - 1)]

    def __str__(self) -> str:
        return (
            f"{len(self.seconds)} answers, median {self.at(0.5) * 1000:.0f} ms, "
            f"p99 {self.at(0.99) * 1000:.0f} ms, longest {max(self.seconds) * 1000:.0f} ms"
        )

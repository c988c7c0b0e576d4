"""How long answers take: by the clock on the wall, and of the process that asks."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Answered:
    """Milliseconds that a question took, by the clock on the wall and of this process."""

    kind: str
    taken: float
    cpu: float


def timed(kind: str, ask: Callable, *arguments) -> Answered:
    began, cpu = time.monotonic(), time.process_time()
    ask(*arguments)
    return Answered(kind, 1000 * (time.monotonic() - began), 1000 * (time.process_time() - cpu))


def tell(answers: list[Answered], readers: int, allowed: Callable[[str], float]) -> bool:
    """Print the figures; whether one of them is worse than allowed, in 95 of 100 questions."""
    failed = False
    print(f"load         {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    print(f"{len(answers):,} questions of {readers} readers, in ms; cpu: of the asking process")
    print(f"{'':26}{'median':>9}{'p95':>9}{'worst':>9}{'cpu':>9}{'cpu p95':>9}")
    for kind in dict.fromkeys(answer.kind for answer in answers):
        taken = sorted(answer.taken for answer in answers if answer.kind == kind)
        cpu = sorted(answer.cpu for answer in answers if answer.kind == kind)
        p95 = _p95(taken)
        failed = failed or p95 > allowed(kind)
        told = [statistics.median(taken), p95, taken[-1], statistics.median(cpu), _p95(cpu)]
        print(f"{kind:26}{''.join(f'{figure:9.1f}' for figure in told)}{' !' * (p95 > allowed(kind))}")
    return failed


def _p95(ordered: list[float]) -> float:
    return ordered[int(0.95 * (len(ordered) - 1))]

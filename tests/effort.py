"""What a call costs a processor, whatever else the machine is doing."""

import gc
import time
from collections.abc import Callable


def processor_seconds(call: Callable, *arguments, attempts: int = 3, **options) -> float:
    """The least of a few attempts: the first also reads tables and compiles patterns, and any may be disturbed."""
    spent = []
    for _attempt in range(attempts):
        # The rubbish of the tests before is not this call's.
        gc.collect()
        begun = time.process_time()
        call(*arguments, **options)
        spent.append(time.process_time() - begun)
    return min(spent)

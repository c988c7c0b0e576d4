"""What a call costs a processor, and a page the database, whatever else the machine is doing."""

import gc
import time
from collections.abc import Callable

from django.db import connection
from django.test.utils import CaptureQueriesContext


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


def queries_of(client, address: str) -> int:
    """How many queries a page asks when it is visited again: the first visit fills what is kept between requests."""
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200, address
    return len(captured)

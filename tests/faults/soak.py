"""Eight people save for a minute without a pause, each an article of their own and all of them one more.

    python -m tests.faults.soak [seconds]

Prepares a portal of its own, and prints how many saves it took and how long they lasted. Any answer but a saved form
or a conflict screen ends it.
"""

import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.services.databases import drop_databases
from tests.services.desk import Desk
from tests.services.figures import Figures
from tests.services.portal import running_portal

WRITERS = 8


def main(seconds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        shared, own = Path(folder), Path(folder) / "own"
        own.mkdir()
        try:
            with running_portal(shared, own) as portal:
                _soak(portal, seconds)
                log = (own / "serve.log").read_text()
        finally:
            drop_databases(shared)
    assert "locked" not in log and "Traceback" not in log, log[-4000:]


def _soak(portal, seconds: int) -> None:
    names = [f"soaker-{number}" for number in range(WRITERS)]
    portal.call("tests.faults.stage:make_people", names=names, group="editor", password=portal.password)
    slugs = ["soak-of-all", *(f"soak-{number}" for number in range(WRITERS))]
    keys = [portal.call("tests.faults.stage:make_article", slug=slug, mark="zqsoak") for slug in slugs]
    desks = [Desk(portal.url).log_in(name, portal.password) for name in names]
    figures, conflicts, end = Figures(), [], time.monotonic() + seconds

    def write(number: int) -> None:
        lap = 0
        while time.monotonic() < end:
            lap += 1
            key = keys[0] if lap % 3 == 0 else keys[number + 1]
            path = f"/admin/articles/article/{key}/change/"
            answer = desks[number].post(path, desks[number].form(path) | {"headline_en": f"{number}-{lap}"})
            assert answer.status == 302, answer.text
            figures.add(answer.seconds)
            conflicts.extend([key] if "_made_from" in answer.location else [])

    with ThreadPoolExecutor(WRITERS) as people:
        list(people.map(write, range(WRITERS)))
    print(f"{WRITERS} writers, {seconds} s: {len(conflicts)} asked; {figures}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 60)

"""Does one deed in processes of which each is killed one step later than the one before it.

    python -m tests.faults.cut_short <deed> <key>

A step is a statement that may write, or a commit: between two statements that read, nothing of the data differs.
Prints the number of the step at which a killed process first left something else than the old data behind. Whether
that is wholly the new data is for the caller to see.
"""

import hashlib
import json
import os
import signal
import sys
from collections.abc import Callable
from functools import partial

import django
from django.db import connection, connections
from django.urls import reverse
from django.utils.translation import override

from bilingual.languages import LANGUAGES

#: Beyond this many steps the harness itself must be wrong.
MOST_STEPS = 2000


def main(deed: str, key: str) -> int:
    deeds = _deeds()
    # Asked for any address, Django reads them all, and the words of the language. What is read here no child
    # has to read again.
    for language in LANGUAGES:
        with override(language):
            reverse("admin:index")
    before = fingerprint()
    for step in range(1, MOST_STEPS):
        is_done = _in_a_process(partial(deeds[deed], key), step)
        if fingerprint() != before:
            return step
        assert not is_done, f"{deed} changed nothing"
    raise AssertionError(f"{deed} never came to its end")


def _in_a_process(deed: Callable[[], object], step: int) -> bool:
    """Whether a deed came to its end in a process that kills itself at a step."""
    # A connection must not be shared by two processes.
    connections.close_all()
    child = os.fork()
    if child == 0:
        # Whatever happens, this process never goes on into its parent's work.
        try:
            _die_before(step)
            deed()
            os._exit(0)
        except BaseException:  # noqa: BLE001
            sys.excepthook(*sys.exc_info())
            os._exit(1)
    _pid, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return False
    assert os.WEXITSTATUS(status) == 0, f"failed by itself at step {step}"
    return True


def _die_before(step: int) -> None:
    taken = 0

    def count() -> None:
        nonlocal taken
        taken += 1
        if taken == step:
            os.kill(os.getpid(), signal.SIGKILL)

    def counted(execute, sql, params, many, context):
        if not sql.startswith("SELECT"):
            count()
        return execute(sql, params, many, context)

    commit = connection._commit

    def counted_commit() -> None:
        count()
        commit()
        count()

    connection.ensure_connection()
    connection.execute_wrappers.append(counted)
    connection._commit = counted_commit


def _deeds() -> dict:
    from articles.models import Article
    from publishing.models import Release
    from publishing.publication.actions import publish, withdraw
    from publishing.release import releasing
    from publishing.schedule import clock, once

    # It would be given up after a few attempts, and here every one is killed.
    once.TRIES = MOST_STEPS

    def article(key):
        return Article.objects.get(pk=key)

    return {
        "publish": lambda key: publish(article(key), language="en"),
        "withdraw": lambda key: withdraw(article(key), language="en"),
        "release": lambda key: releasing.release_now(Release.objects.get(pk=key)),
        "undo": lambda key: releasing.undo(Release.objects.get(pk=key)),
        "tick": lambda key: clock.tick(),
    }


#: The apps whose rows a publication may change.
TOUCHED = {"publishing", "articles", "enterprises", "translation_desk", "admin", "django_tasks_database"}


def fingerprint() -> str:
    """Of every row that a publication may change; only how often something was tried is no part of it."""
    from django.apps import apps

    found = {}
    for model in apps.get_models(include_auto_created=True):
        if model._meta.app_label not in TOUCHED:
            continue
        columns = [field.attname for field in model._meta.concrete_fields if field.name != "attempts"]
        rows = model._base_manager.order_by("pk").values_list(*columns)
        found[model._meta.label] = list(rows)
    return hashlib.sha256(json.dumps(found, default=str, sort_keys=True).encode()).hexdigest()


if __name__ == "__main__":
    django.setup()
    print(main(*sys.argv[1:]))

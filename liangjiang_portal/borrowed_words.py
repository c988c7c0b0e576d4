"""Messages of packages that staff meet and that no package says in Chinese: named here, translated by us.

Django looks in our catalogue before that of any package, so a message with the same words is found there.
"""

from django.utils.translation import gettext_noop, pgettext_lazy

BORROWED = [
    # django.contrib.auth
    gettext_noop("After you’ve created a user, you’ll be able to edit more user options."),
    # django_tasks
    pgettext_lazy("Task", "Ready"),
    pgettext_lazy("Task", "Running"),
    pgettext_lazy("Task", "Failed"),
    pgettext_lazy("Task", "Successful"),
    # django_tasks_db
    gettext_noop("Task Result"),
    gettext_noop("Task Results"),
    gettext_noop("args kwargs"),
    gettext_noop("backend name"),
    gettext_noop("enqueued at"),
    gettext_noop("exception class path"),
    gettext_noop("finished at"),
    gettext_noop("priority"),
    gettext_noop("queue name"),
    gettext_noop("return value"),
    gettext_noop("run after"),
    gettext_noop("started at"),
    gettext_noop("task path"),
    gettext_noop("traceback"),
    gettext_noop("worker id"),
]

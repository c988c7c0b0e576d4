"""Every command of our own can be loaded: nothing else imports them, so a name that moved away is seen only here."""

from django.core.management import get_commands, load_command_class

from .test_layers import LEVEL


def test_every_command_can_be_loaded():
    ours = {name: app for name, app in get_commands().items() if app in LEVEL}
    assert len(ours) >= 10
    for name, app in ours.items():
        assert load_command_class(app, name).help, name

"""The pictures themselves, one module a theme. Importing this package registers them all."""

from . import city, devices, factories, ports, power, rivers  # noqa: F401

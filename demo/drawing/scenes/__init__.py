"""The pictures themselves, one module a theme. Importing this package registers them all."""

from . import city, devices, factories, living, ports, power, rivers, tables  # noqa: F401

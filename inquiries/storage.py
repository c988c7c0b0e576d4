"""Where files of senders lie: on this machine, outside the folder of public files, readable by the portal alone."""

from __future__ import annotations

import os

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.utils.deconstruct import deconstructible


@deconstructible(path="inquiries.storage.PrivateStorage")
class PrivateStorage(FileSystemStorage):
    """Files below PRIVATE_ROOT. They have no address: a view with a permission hands them out."""

    def __init__(self):
        super().__init__(file_permissions_mode=0o600, directory_permissions_mode=0o700)

    @property
    def base_location(self):
        return settings.PRIVATE_ROOT

    @property
    def location(self) -> str:
        return os.path.abspath(self.base_location)

    def url(self, name):
        raise ValueError("Files of senders have no address.")

from .directory import Official, Organisation, Place
from .menu import MenuItem
from .page import Page
from .site import SiteSettings

__all__ = ["MenuItem", "Official", "Organisation", "Page", "Place", "SiteSettings"]

from .publishable import Part, Publishable
from .revision import Revision

__all__ = ["Part", "Publishable", "Revision"]

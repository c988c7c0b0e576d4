from .preview_link import PreviewLink
from .publishable import Part, Publishable
from .review_remark import ReviewRemark
from .revision import Revision

__all__ = ["Part", "PreviewLink", "Publishable", "ReviewRemark", "Revision"]

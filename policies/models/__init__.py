from .benefit import Benefit
from .policy import Attachment, Policy, PolicyDesignation

__all__ = ["Attachment", "Benefit", "Policy", "PolicyDesignation"]

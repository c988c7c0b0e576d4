from .plan import Plan
from .rules import HealthRules

__all__ = ["HealthRules", "Plan"]

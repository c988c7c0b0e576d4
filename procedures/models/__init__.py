from .procedure import Procedure, Step
from .situation import Situation

__all__ = ["Procedure", "Situation", "Step"]

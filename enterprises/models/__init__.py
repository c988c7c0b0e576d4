from .change import DirectoryChange
from .designation import Award, Batch, Level, Scheme
from .enterprise import Enterprise, EnterpriseName, Facility, Listing, Metric, Product
from .industry import Industry, IndustryCode
from .park import Park, ParkFact, ParkName

__all__ = [
    "Award",
    "Batch",
    "DirectoryChange",
    "Enterprise",
    "EnterpriseName",
    "Facility",
    "Industry",
    "IndustryCode",
    "Level",
    "Listing",
    "Metric",
    "Park",
    "ParkFact",
    "ParkName",
    "Product",
    "Scheme",
]

from .chain import ChainLink, ChainPlace
from .change import DirectoryChange
from .designation import Award, Batch, Level, Scheme
from .enterprise import Enterprise, EnterpriseName, Facility, Listing, Metric, Product
from .industry import Industry, IndustryCode
from .park import Park, ParkFact, ParkName, ParkTerm
from .tie import Tie
from .transport import NODE_KINDS, TransportLink

__all__ = [
    "Award",
    "Batch",
    "ChainLink",
    "ChainPlace",
    "DirectoryChange",
    "Enterprise",
    "EnterpriseName",
    "Facility",
    "Industry",
    "IndustryCode",
    "Level",
    "Listing",
    "Metric",
    "NODE_KINDS",
    "Park",
    "ParkFact",
    "ParkName",
    "ParkTerm",
    "Product",
    "Scheme",
    "Tie",
    "TransportLink",
]

from .case_study import CaseResult, CaseStudy
from .event import AgendaItem, Event, Speaker
from .opportunity import Opportunity
from .project import Milestone, Project, ProjectInvestor, ProjectOutput, Realisation, Stage
from .registration import Registration

__all__ = [
    "AgendaItem",
    "CaseResult",
    "CaseStudy",
    "Event",
    "Milestone",
    "Opportunity",
    "Project",
    "ProjectInvestor",
    "ProjectOutput",
    "Realisation",
    "Registration",
    "Speaker",
    "Stage",
]

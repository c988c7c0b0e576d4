from .event import Event
from .project import Milestone, Project, ProjectInvestor, ProjectOutput

__all__ = ["Event", "Milestone", "Project", "ProjectInvestor", "ProjectOutput"]

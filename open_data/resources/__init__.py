"""All that is open, in the order in which it is offered.

To open another kind of record, describe it in a module of its own and name it here: the list, the address of one
record, both files, the description, the catalogue and the reference page follow.
"""

from __future__ import annotations

from ..resource import Resource
from .articles import ARTICLES
from .designations import DESIGNATIONS, SCHEMES
from .documents import DOCUMENTS
from .enterprises import ENTERPRISES
from .events import EVENTS
from .figures import FIGURES
from .opportunities import OPPORTUNITIES
from .places import INDUSTRIES, PARKS
from .policies import POLICIES
from .procedures import PROCEDURES
from .projects import PROJECTS
from .stories import STORIES

RESOURCES: dict[str, Resource] = {
    resource.key: resource
    for resource in (
        ENTERPRISES,
        DESIGNATIONS,
        SCHEMES,
        PARKS,
        INDUSTRIES,
        PROJECTS,
        EVENTS,
        OPPORTUNITIES,
        STORIES,
        POLICIES,
        PROCEDURES,
        FIGURES,
        DOCUMENTS,
        ARTICLES,
    )
}

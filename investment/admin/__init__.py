from . import case_studies, events, opportunities, projects, registrations  # noqa: F401

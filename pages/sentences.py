"""What one gets behind an address of the menus, in one sentence.

Pages that staff write have a summary and need none; the lists of this site are the same for everybody.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

#: By path, without language.
SENTENCES = {
    "about/development-zones/": _("The zones of the area: what each is for and where it is."),
    "about/officials/": _("Leading posts in the area, in order of rank, with their duties."),
    "about/departments/": _("Who is responsible for what, with telephone numbers and addresses."),
    "living/food/": _("Where to eat, with addresses, opening hours and price bands."),
    "living/hotels/": _("Where to stay, and which languages are spoken there."),
    "living/travel/": _("What to see between two rivers, and how to get there."),
    "living/leisure/": _("What to do after work and at weekends."),
    "living/education/": _("Schools for the children of those who come to work here."),
    "living/clinics/": _("Where to see a doctor, and in which language."),
    "industries/": _("What each industry makes here, and which enterprises work at each step of its chain."),
    "figures/": _("Every number with its date and source, including where two sources differ."),
    "documents/": _("Plans, brochures and maps in both languages, to read or download."),
    "investing/success-stories/": _("How others began, what they measured, and what it took."),
    "enterprises/": _("Filter by industry, designation, park and origin; each profile gives its evidence."),
    "parks/": _("Land, utilities, terms and minutes to port, airport and rail, side by side."),
    "investing/opportunities/": _("Land, space, ventures and technology on offer, each with its last day."),
    "investing/projects/": _(
        "What has been signed, what is being built and what is in operation, stage by stage."
    ),
    "investing/events/": _("Roadshows, open days and signings, with what was promised at each."),
    "investing/policies/": _(
        "What is in force, for whom and until when. Policies that have ended are marked."
    ),
    "investing/policies/finder/": _(
        "Tell us what you plan, and see which benefits fit, which do not, and why."
    ),
    "designations/": _("What each title means, who awards it and how long it lasts."),
    "designations/ledger/": _(
        "Who holds which title today, or held it on any given day, with candidates listed separately."
    ),
    "investing/procedures/": _("Steps, authority, time, cost and documents for each procedure."),
    "investing/procedures/planner/": _(
        "Choose what you want to set up and get every step with its date on the Chinese working calendar."
    ),
    "shortlist/": _(
        "Save up to 24 records without an account and turn them into a dossier, as a page or a PDF."
    ),
    "enterprises/compare/": _("Compare up to four enterprises side by side, with the differences first."),
    "parks/compare/": _("Up to four parks side by side: land, terms, utilities, distances."),
    "inquiries/new/": _("Tell us what you plan, and a person answers in your language."),
    "inquiries/track/": _("Use its number to see where your message stands and read the answer."),
    "subscriptions/": _("Get an e-mail when something new joins a list, as often as you choose."),
    "open-data/": _("All public data on this site, as files and for programs, free of charge."),
}

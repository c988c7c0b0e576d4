"""What one gets behind an address of the menus, in one sentence.

Pages that staff write have a summary and need none; the lists of this site are the same for everybody.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

#: By path, without language.
SENTENCES = {
    "about/development-zones/": _("The quarters of the area: what each is for, and where it lies."),
    "about/officials/": _("The offices of the area in order of rank, with their duties."),
    "about/departments/": _("Who is in charge of what, with telephone and address."),
    "living/food/": _("Where to eat, with address, hours and price band."),
    "living/hotels/": _("Where to stay, and which languages are spoken there."),
    "living/travel/": _("What to see between two rivers, and how to get there."),
    "living/leisure/": _("What to do after work and at weekends."),
    "living/education/": _("Schools for the children of those who come to work here."),
    "living/clinics/": _("Where to see a doctor, and in which language."),
    "industries/": _("What each industry makes here, and who stands at which step of its chain."),
    "figures/": _("Every number with its date and source, and where two sources differ."),
    "documents/": _("Plans, brochures and maps in both languages, to read or to take away."),
    "investing/success-stories/": _("How others began, what they measured, and what it took."),
    "enterprises/": _("By industry, designation, park and origin; each profile with its evidence."),
    "parks/": _("Land, utilities, terms and minutes to port, airport and rail, side by side."),
    "investing/opportunities/": _(
        "Land, space, ventures and technology that can be taken up, each until a date."
    ),
    "investing/projects/": _("What was signed, what is being built and what runs, stage by stage."),
    "investing/events/": _("Roadshows, open days and signings, with what was promised at each."),
    "investing/policies/": _("What is in force, for whom and until when; what has ended says so."),
    "investing/policies/finder/": _("Say what you plan; see which benefits fit, which do not, and why."),
    "designations/": _("What each title means, who awards it and how long it lasts."),
    "designations/ledger/": _("Who holds which title today or held it on any day; candidates kept apart."),
    "investing/procedures/": _("Steps, authority, time, cost and documents of what has to be done."),
    "investing/procedures/planner/": _(
        "Choose what you set up; get every step with its day on the Chinese calendar."
    ),
    "shortlist/": _(
        "Keep up to 24 records without an account, and make a dossier of them as a page or a PDF."
    ),
    "enterprises/compare/": _("Up to four enterprises side by side; what tells them apart comes first."),
    "parks/compare/": _("Up to four parks side by side: land, terms, utilities, distances."),
    "inquiries/new/": _("Say what you plan, and a person answers in your language."),
    "inquiries/track/": _("See by its number where your message stands, and read the answer."),
    "subscriptions/": _("Hear by mail when something new joins a list, as rarely as you like."),
    "open-data/": _("Everything that is public here, as files and for programs, free of charge."),
}

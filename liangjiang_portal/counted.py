"""How many there are of a kind, in whole words: Chinese counts articles in 篇, enterprises in 家.

The one place that knows the measure word of each kind, and the words of kinds whose plural names a list ("glossary").
"""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import ngettext

#: By the label of the model: a phrase with ``%(count)s`` for a number.
PHRASES: dict[str, Callable[[int], str]] = {
    "search.Miss": lambda n: ngettext(
        "%(count)s search without results", "%(count)s searches without results", n
    ),
    "newsroom.Plan": lambda n: ngettext("%(count)s planned item", "%(count)s planned items", n),
    "newsroom.HealthRules": lambda n: ngettext(
        "%(count)s set of health rules", "%(count)s sets of health rules", n
    ),
    "articles.Series": lambda n: ngettext("%(count)s series", "%(count)s series", n),
    "articles.Special": lambda n: ngettext("%(count)s special", "%(count)s specials", n),
    "articles.SpecialSection": lambda n: ngettext("%(count)s section", "%(count)s sections", n),
    "articles.Column": lambda n: ngettext("%(count)s column", "%(count)s columns", n),
    "articles.Author": lambda n: ngettext("%(count)s author", "%(count)s authors", n),
    "articles.Quote": lambda n: ngettext("%(count)s quote", "%(count)s quotes", n),
    "articles.Article": lambda n: ngettext("%(count)s article", "%(count)s articles", n),
    "articles.Byline": lambda n: ngettext("%(count)s byline", "%(count)s bylines", n),
    "articles.Correction": lambda n: ngettext("%(count)s correction", "%(count)s corrections", n),
    "articles.GalleryPicture": lambda n: ngettext(
        "%(count)s gallery picture", "%(count)s gallery pictures", n
    ),
    "investment.CaseStudy": lambda n: ngettext("%(count)s success story", "%(count)s success stories", n),
    "investment.CaseResult": lambda n: ngettext("%(count)s result", "%(count)s results", n),
    "investment.Event": lambda n: ngettext("%(count)s event", "%(count)s events", n),
    "investment.AgendaItem": lambda n: ngettext("%(count)s agenda item", "%(count)s agenda items", n),
    "investment.Speaker": lambda n: ngettext("%(count)s speaker", "%(count)s speakers", n),
    "investment.Opportunity": lambda n: ngettext("%(count)s opportunity", "%(count)s opportunities", n),
    "investment.Project": lambda n: ngettext("%(count)s project", "%(count)s projects", n),
    "investment.ProjectInvestor": lambda n: ngettext("%(count)s investor", "%(count)s investors", n),
    "investment.ProjectOutput": lambda n: ngettext(
        "%(count)s planned output", "%(count)s planned outputs", n
    ),
    "investment.Realisation": lambda n: ngettext(
        "%(count)s realised amount", "%(count)s realised amounts", n
    ),
    "investment.Milestone": lambda n: ngettext("%(count)s milestone", "%(count)s milestones", n),
    "investment.Registration": lambda n: ngettext("%(count)s registration", "%(count)s registrations", n),
    "policies.Policy": lambda n: ngettext("%(count)s policy", "%(count)s policies", n),
    "policies.PolicyDesignation": lambda n: ngettext(
        "%(count)s qualifying designation", "%(count)s qualifying designations", n
    ),
    "policies.Attachment": lambda n: ngettext("%(count)s attachment", "%(count)s attachments", n),
    "policies.Benefit": lambda n: ngettext("%(count)s benefit", "%(count)s benefits", n),
    "procedures.Procedure": lambda n: ngettext("%(count)s procedure", "%(count)s procedures", n),
    "procedures.Step": lambda n: ngettext("%(count)s step", "%(count)s steps", n),
    "procedures.Situation": lambda n: ngettext("%(count)s situation", "%(count)s situations", n),
    "documents.Document": lambda n: ngettext("%(count)s library document", "%(count)s library documents", n),
    "documents.DocumentFile": lambda n: ngettext("%(count)s document file", "%(count)s document files", n),
    "inquiries.Inquiry": lambda n: ngettext("%(count)s inquiry", "%(count)s inquiries", n),
    "inquiries.ReplyTemplate": lambda n: ngettext("%(count)s reply template", "%(count)s reply templates", n),
    "pages.Organisation": lambda n: ngettext("%(count)s organisation", "%(count)s organisations", n),
    "pages.Official": lambda n: ngettext("%(count)s official", "%(count)s officials", n),
    "pages.Place": lambda n: ngettext("%(count)s place", "%(count)s places", n),
    "pages.MenuItem": lambda n: ngettext("%(count)s menu item", "%(count)s menu items", n),
    "pages.Page": lambda n: ngettext("%(count)s page", "%(count)s pages", n),
    "pages.SiteSettings": lambda n: ngettext(
        "%(count)s set of site settings", "%(count)s sets of site settings", n
    ),
    "figures.Indicator": lambda n: ngettext("%(count)s common indicator", "%(count)s common indicators", n),
    "figures.Figure": lambda n: ngettext("%(count)s figure", "%(count)s figures", n),
    "enterprises.Industry": lambda n: ngettext("%(count)s industry", "%(count)s industries", n),
    "enterprises.IndustryCode": lambda n: ngettext(
        "%(count)s classification", "%(count)s classifications", n
    ),
    "enterprises.ChainLink": lambda n: ngettext(
        "%(count)s link in the chain", "%(count)s links in the chain", n
    ),
    "enterprises.ChainPlace": lambda n: ngettext(
        "%(count)s place in a chain", "%(count)s places in chains", n
    ),
    "enterprises.Scheme": lambda n: ngettext(
        "%(count)s designation scheme", "%(count)s designation schemes", n
    ),
    "enterprises.Level": lambda n: ngettext("%(count)s level", "%(count)s levels", n),
    "enterprises.Batch": lambda n: ngettext("%(count)s batch", "%(count)s batches", n),
    "enterprises.Award": lambda n: ngettext("%(count)s designation", "%(count)s designations", n),
    "enterprises.Enterprise": lambda n: ngettext("%(count)s enterprise", "%(count)s enterprises", n),
    "enterprises.EnterpriseName": lambda n: ngettext("%(count)s name", "%(count)s names", n),
    "enterprises.Listing": lambda n: ngettext("%(count)s listing", "%(count)s listings", n),
    "enterprises.Facility": lambda n: ngettext("%(count)s facility", "%(count)s facilities", n),
    "enterprises.Product": lambda n: ngettext("%(count)s product", "%(count)s products", n),
    "enterprises.Metric": lambda n: ngettext("%(count)s figure", "%(count)s figures", n),
    "enterprises.Park": lambda n: ngettext("%(count)s park", "%(count)s parks", n),
    "enterprises.ParkName": lambda n: ngettext(
        "%(count)s former or other name", "%(count)s former and other names", n
    ),
    "enterprises.ParkFact": lambda n: ngettext("%(count)s figure", "%(count)s figures", n),
    "enterprises.ParkTerm": lambda n: ngettext(
        "%(count)s land, rent or utility price", "%(count)s land, rent and utility prices", n
    ),
    "enterprises.Tie": lambda n: ngettext(
        "%(count)s customer, supplier or partner", "%(count)s customers, suppliers and partners", n
    ),
    "enterprises.TransportLink": lambda n: ngettext("%(count)s distance", "%(count)s distances", n),
    "media_library.Tag": lambda n: ngettext("%(count)s tag", "%(count)s tags", n),
    "media_library.Image": lambda n: ngettext("%(count)s image", "%(count)s images", n),
    "media_library.Document": lambda n: ngettext("%(count)s document", "%(count)s documents", n),
    "media_library.Film": lambda n: ngettext("%(count)s video", "%(count)s videos", n),
    "publishing.AuditEntry": lambda n: ngettext(
        "%(count)s audit log entry", "%(count)s audit log entries", n
    ),
    "publishing.Redirect": lambda n: ngettext("%(count)s redirect", "%(count)s redirects", n),
    "publishing.Release": lambda n: ngettext("%(count)s release", "%(count)s releases", n),
    "publishing.ReviewRequest": lambda n: ngettext("%(count)s review", "%(count)s reviews", n),
    "publishing.ScheduledPublication": lambda n: ngettext(
        "%(count)s scheduled change", "%(count)s scheduled changes", n
    ),
    "publishing.Scope": lambda n: ngettext("%(count)s area of work", "%(count)s areas of work", n),
    "workdays.HolidayYear": lambda n: ngettext(
        "%(count)s holiday calendar", "%(count)s holiday calendars", n
    ),
    "workdays.SpecialDay": lambda n: ngettext("%(count)s special day", "%(count)s special days", n),
    "translation_desk.GlossaryTerm": lambda n: ngettext("%(count)s term", "%(count)s terms", n),
    "translation_desk.TranslationTask": lambda n: ngettext(
        "%(count)s translation to do", "%(count)s translations to do", n
    ),
    "link_checking.Link": lambda n: ngettext("%(count)s link", "%(count)s links", n),
    "subscriptions.Subscription": lambda n: ngettext("%(count)s subscription", "%(count)s subscriptions", n),
    "evidence.Source": lambda n: ngettext("%(count)s source", "%(count)s sources", n),
    "django_tasks_database.DBTaskResult": lambda n: ngettext("%(count)s task", "%(count)s tasks", n),
    "auth.Group": lambda n: ngettext("%(count)s group", "%(count)s groups", n),
    "auth.User": lambda n: ngettext("%(count)s user", "%(count)s users", n),
}

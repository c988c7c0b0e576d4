"""The newsroom: the admin site with its models grouped by what people come to do."""

from __future__ import annotations

from django.contrib.admin import AdminSite
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.views import shortcut
from django.http import Http404
from django.urls import path
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.i18n import JavaScriptCatalog

from articles.models import Article
from bilingual.languages import CHINESE, ENGLISH
from newsroom.home import home_for
from newsroom.search_page import may_search, search_page
from publishing.rights.permissions import can
from search.misses import most_missed

from .borrowed_words import CHOSEN, SCRIPTS

#: The left rail. What no group names, such as accounts, stands in the last one.
GROUPS = [
    ("write", _("Write"), ["articles.Article", "articles.Special", "articles.Series", "pages.Page"]),
    ("translate", _("Translate"), ["translation_desk.TranslationTask", "translation_desk.GlossaryTerm"]),
    ("review", _("Review"), ["publishing.ReviewRequest"]),
    ("schedule", _("Schedule"), ["newsroom.Plan", "publishing.ScheduledPublication", "publishing.Release"]),
    (
        "directory",
        _("Directory"),
        [
            "enterprises.Enterprise",
            "enterprises.Park",
            "enterprises.Industry",
            "enterprises.Scheme",
            "investment.Event",
            "investment.Project",
            "investment.Opportunity",
            "investment.CaseStudy",
            "policies.Policy",
            "procedures.Procedure",
            "procedures.Situation",
            "figures.Figure",
            "figures.Indicator",
            "documents.Document",
            "pages.Organisation",
            "pages.Official",
            "pages.Place",
        ],
    ),
    (
        "desk",
        _("Investment desk"),
        [
            "inquiries.Inquiry",
            "inquiries.ReplyTemplate",
            "investment.Registration",
            "subscriptions.Subscription",
        ],
    ),
    (
        "media",
        _("Media"),
        ["media_library.Image", "media_library.Film", "media_library.Document", "media_library.Tag"],
    ),
    (
        "reference",
        _("Reference"),
        [
            "articles.Column",
            "articles.Author",
            "articles.Quote",
            "evidence.Source",
            "link_checking.Link",
            "pages.MenuItem",
            "publishing.Redirect",
            "search.Miss",
        ],
    ),
    (
        "settings",
        _("Settings and accounts"),
        ["pages.SiteSettings", "publishing.AuditEntry", "auth.User", "auth.Group"],
    ),
]
#: As each language calls itself, so that nobody has to read the other one to find their own.
LANGUAGE_CHOICES = [(ENGLISH, "en", "EN", "English"), (CHINESE, "zh-Hans", "中文", "简体中文")]


class ScriptWords(JavaScriptCatalog):
    """The words of the admin's scripts: Django's, and ours for what Django does not say in Chinese."""

    packages = ["django.contrib.admin"]

    def get_catalog(self):
        said = {text: gettext(text) for text in SCRIPTS} | {CHOSEN: ngettext(CHOSEN, CHOSEN, 1)}
        # English has no catalogue, and takes the words that the scripts bring.
        ours = {text: words for text, words in said.items() if words != text}
        return super().get_catalog() | {
            text: [words] if text == CHOSEN else words for text, words in ours.items()
        }


class NewsroomSite(AdminSite):
    site_title = _("Liangjiang newsroom")
    site_header = _("Liangjiang newsroom")
    index_title = _("Newsroom")

    def each_context(self, request):
        return {
            **super().each_context(request),
            "language_choices": LANGUAGE_CHOICES,
            "may_search": may_search(request.user),
        }

    def i18n_javascript(self, request, extra_context=None):
        return ScriptWords.as_view()(request)

    def get_urls(self):
        """As the stock site's; the address of a record on the site is told to those who may see the record."""
        guarded = path(
            "r/<path:content_type_id>/<path:object_id>/",
            self.admin_view(self.view_on_site),
            name="view_on_site",
        )
        # Forms of models can be made only when every app has said what it translates.
        from prose import link_search, pasted

        of_texts = [
            path("links/", self.admin_view(link_search.search), name="links"),
            path("pasted-picture/", self.admin_view(pasted.paste), name="pasted_picture"),
            path("picture-words/", self.admin_view(pasted.picture_words), name="picture_words"),
        ]
        searching = path("search/", self.admin_view(search_page), name="search")
        return [guarded, searching, *of_texts, *super().get_urls()]

    def view_on_site(self, request, content_type_id, object_id):
        kind = ContentType.objects.filter(pk=content_type_id).first() if content_type_id.isdecimal() else None
        model = kind.model_class() if kind else None
        model_admin = self._registry.get(model)
        record = model_admin.get_object(request, object_id) if model_admin else None
        if record is None or not model_admin.has_view_permission(request, record):
            raise Http404
        return shortcut(request, content_type_id, object_id)

    def get_app_list(self, request, app_label=None):
        apps = super().get_app_list(request, app_label)
        if app_label:
            return apps
        models = {
            f"{app['app_label']}.{model['object_name']}": model for app in apps for model in app["models"]
        }
        groups = []
        for key, name, labels in GROUPS:
            groups.append(
                {
                    "name": name,
                    "app_label": key,
                    "app_url": "",
                    "has_module_perms": True,
                    "models": [models.pop(label) for label in labels if label in models],
                }
            )
        groups[-1]["models"] += models.values()
        return [group for group in groups if group["models"]]

    def index(self, request, extra_context=None):
        home = home_for(request.user, request.GET.get("from"))
        misses = most_missed() if can(request.user, "view", Article) else []
        return super().index(request, {"home": home, "misses": misses, **(extra_context or {})})

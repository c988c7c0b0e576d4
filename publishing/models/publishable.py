"""What every public record shares: an address, and a moment from which each language edition is live."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.core import checks
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modeltranslation.translator import translator

from bilingual.languages import LANGUAGES, active_language, column

from ..querysets import PublishableQuerySet


class Publishable(models.Model):
    """A record whose English and Chinese editions are each published on their own.

    The row is the live version. An edition is visible while ``live_from <= now < live_until``; both moments are
    decided when the row is read, so a first publication needs no job and cannot be late.
    """

    #: Translated fields (base names) without which an edition cannot be published.
    required_to_publish: tuple[str, ...] = ()
    #: How many reviews, 0 to 3, a version needs before it can be published. A model may make it a property.
    review_steps: int = 0
    #: Name of the relation that is the area of a record: people can be limited to some areas. Empty: it has none.
    scope_field: str = ""

    slug = models.SlugField(
        _("address"),
        max_length=120,
        unique=True,
        help_text=_("English words or pinyin, joined by hyphens; shared by both languages."),
    )
    live_from_en = models.DateTimeField(_("English live from"), null=True, blank=True, editable=False)
    live_until_en = models.DateTimeField(_("English live until"), null=True, blank=True, editable=False)
    live_from_zh_hans = models.DateTimeField(_("Chinese live from"), null=True, blank=True, editable=False)
    live_until_zh_hans = models.DateTimeField(_("Chinese live until"), null=True, blank=True, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("responsible person"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    review_by = models.DateField(_("review by"), null=True, blank=True)
    verified_on = models.DateField(_("last verified"), null=True, blank=True)
    to_confirm = models.TextField(
        _("to confirm"),
        blank=True,
        help_text=_("What still has to be checked. Only staff see this."),
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True, editable=False)
    changed_at = models.DateTimeField(_("changed"), auto_now=True, editable=False)

    objects = PublishableQuerySet.as_manager()

    class Meta:
        abstract = True
        default_permissions = ("add", "change", "delete", "view", "review", "publish")

    def is_live(self, language: str | None = None, at=None) -> bool:
        """Whether the edition in a language (default: the active one) is visible at a moment (default: now)."""
        at = at or timezone.now()
        begin = getattr(self, column("live_from", language))
        end = getattr(self, column("live_until", language))
        return begin is not None and begin <= at and (end is None or at < end)

    @property
    def was_ever_public(self) -> bool:
        """Whether any edition is, was or will be live."""
        return any(getattr(self, column("live_from", language)) for language in LANGUAGES)

    def live_languages(self, at=None) -> list[str]:
        return [language for language in LANGUAGES if self.is_live(language, at)]

    def missing_for(self, language: str) -> list[str]:
        """Base names of required fields that are still empty in a language."""
        return [name for name in self.required_to_publish if not getattr(self, column(name, language))]

    #: Columns that ``prepare_to_publish`` fills in where nobody did: no draft holds them, and none takes them back.
    set_by_publication: tuple[str, ...] = ()

    def prepare_to_publish(self, moment) -> list[str]:
        """Set what a first publication fixes (such as a printed date); return the names of the columns set."""
        return []

    def forget_publication(self, moment) -> list[str]:
        """Undo what ``prepare_to_publish`` set for a moment that did not come; return the columns set."""
        return []

    @property
    def published_at(self):
        """Moment from which the edition in the active language is live, or None."""
        return getattr(self, column("live_from", active_language()))

    @classmethod
    def check(cls, **kwargs):
        errors = super().check(**kwargs)
        if not cls._meta.abstract and cls not in translator.get_registered_models():
            errors.append(
                checks.Error(
                    f"{cls.__name__} can be published but is not translated.",
                    hint="Register it in the app's translation.py.",
                    obj=cls,
                    id="publishing.E001",
                )
            )
        return errors


class Part(models.Model):
    """A row that is edited inline and lives and dies with its parent.

    The key is a UUID, so that rows which exist only in a working copy already have their final identity.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        abstract = True
        ordering = ["position", "id"]

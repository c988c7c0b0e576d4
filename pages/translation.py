from modeltranslation.translator import TranslationOptions, register

from . import models


@register(models.Page)
class PageTranslation(TranslationOptions):
    fields = ("title", "summary", "body")


@register(models.Organisation)
class OrganisationTranslation(TranslationOptions):
    fields = ("name", "duties", "address")


@register(models.Official)
class OfficialTranslation(TranslationOptions):
    fields = ("title", "name", "duties")


@register(models.Place)
class PlaceTranslation(TranslationOptions):
    fields = ("name", "summary", "body", "address", "hours", "languages_spoken")


@register(models.MenuItem)
class MenuItemTranslation(TranslationOptions):
    fields = ("label",)


@register(models.SiteSettings)
class SiteSettingsTranslation(TranslationOptions):
    fields = ("site_name", "slogan", "description", "sponsor", "operator", "address", "desk_hours")

from modeltranslation.translator import TranslationOptions, register

from . import models


@register(models.Industry)
class IndustryTranslation(TranslationOptions):
    fields = ("name", "summary", "policy_focus", "body")


@register(models.IndustryCode)
class IndustryCodeTranslation(TranslationOptions):
    fields = ("label",)


@register(models.Park)
class ParkTranslation(TranslationOptions):
    fields = ("name", "summary", "body", "operator", "address")


@register(models.ParkName)
class ParkNameTranslation(TranslationOptions):
    fields = ("name",)


@register(models.ParkFact)
class ParkFactTranslation(TranslationOptions):
    fields = ("label",)


@register(models.ParkTerm)
class ParkTermTranslation(TranslationOptions):
    fields = ("label", "note")


@register(models.TransportLink)
class TransportLinkTranslation(TranslationOptions):
    fields = ("measured_from",)


@register(models.ChainLink)
class ChainLinkTranslation(TranslationOptions):
    fields = ("name", "description")


@register(models.Enterprise)
class EnterpriseTranslation(TranslationOptions):
    fields = (
        "legal_name",
        "short_name",
        "activity",
        "description",
        "markets",
        "certifications",
        "public_contact",
        "location",
    )


@register(models.EnterpriseName)
class EnterpriseNameTranslation(TranslationOptions):
    fields = ("name",)


@register(models.Facility)
class FacilityTranslation(TranslationOptions):
    fields = ("name", "address", "description")


@register(models.Product)
class ProductTranslation(TranslationOptions):
    fields = ("name", "category", "claim")


@register(models.Tie)
class TieTranslation(TranslationOptions):
    fields = ("note",)


@register(models.Metric)
class MetricTranslation(TranslationOptions):
    fields = ("label",)


@register(models.Scheme)
class SchemeTranslation(TranslationOptions):
    fields = ("name", "body_name", "summary", "body", "review_rule", "criteria_version")


@register(models.Level)
class LevelTranslation(TranslationOptions):
    fields = ("name",)


@register(models.Batch)
class BatchTranslation(TranslationOptions):
    fields = ("name",)


@register(models.Award)
class AwardTranslation(TranslationOptions):
    fields = ("note",)

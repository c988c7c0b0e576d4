from modeltranslation.translator import TranslationOptions, register

from . import models


@register(models.Policy)
class PolicyTranslation(TranslationOptions):
    fields = ("title", "summary", "body", "interpretation", "issuers")


@register(models.Benefit)
class BenefitTranslation(TranslationOptions):
    fields = ("name", "condition")


@register(models.Attachment)
class AttachmentTranslation(TranslationOptions):
    fields = ("name",)

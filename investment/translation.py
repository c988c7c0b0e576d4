from modeltranslation.translator import TranslationOptions, register

from . import models


@register(models.Event)
class EventTranslation(TranslationOptions):
    fields = ("name", "series", "venue", "organiser", "summary", "body", "fields_covered")


@register(models.Project)
class ProjectTranslation(TranslationOptions):
    fields = ("name", "summary")


@register(models.ProjectInvestor)
class ProjectInvestorTranslation(TranslationOptions):
    fields = ("name", "origin")


@register(models.ProjectOutput)
class ProjectOutputTranslation(TranslationOptions):
    fields = ("label",)


@register(models.Milestone)
class MilestoneTranslation(TranslationOptions):
    fields = ("note",)

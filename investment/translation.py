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


@register(models.Realisation)
class RealisationTranslation(TranslationOptions):
    fields = ("note",)


@register(models.AgendaItem)
class AgendaItemTranslation(TranslationOptions):
    fields = ("title", "text")


@register(models.Speaker)
class SpeakerTranslation(TranslationOptions):
    fields = ("name", "title", "organisation", "topic")


@register(models.Opportunity)
class OpportunityTranslation(TranslationOptions):
    fields = ("name", "summary", "body", "planning_status", "promoter", "desk")


@register(models.CaseStudy)
class CaseStudyTranslation(TranslationOptions):
    fields = ("name", "summary", "challenge", "measures", "outcome", "quote", "speaker")


@register(models.CaseResult)
class CaseResultTranslation(TranslationOptions):
    fields = ("label",)

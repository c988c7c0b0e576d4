from modeltranslation.translator import TranslationOptions, register

from . import models


@register(models.Procedure)
class ProcedureTranslation(TranslationOptions):
    fields = (
        "name",
        "summary",
        "authority",
        "legal_basis",
        "applicants",
        "conditions",
        "result",
        "place",
        "hours",
        "complaints",
    )


@register(models.Step)
class StepTranslation(TranslationOptions):
    fields = ("name", "authority", "documents", "result")


@register(models.Situation)
class SituationTranslation(TranslationOptions):
    fields = ("name", "summary")

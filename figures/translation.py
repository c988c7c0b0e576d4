from modeltranslation.translator import TranslationOptions, register

from .models import Figure, Indicator


@register(Indicator)
class IndicatorTranslation(TranslationOptions):
    fields = ("name", "summary", "differences")


@register(Figure)
class FigureTranslation(TranslationOptions):
    fields = ("indicator", "note", "superseded_because")

from modeltranslation.translator import TranslationOptions, register

from .models import Figure


@register(Figure)
class FigureTranslation(TranslationOptions):
    fields = ("indicator", "note")

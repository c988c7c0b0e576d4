from modeltranslation.translator import TranslationOptions, register

from .models import Document, Film, Image, Tag


@register(Image)
class ImageTranslation(TranslationOptions):
    fields = ("title", "alt", "caption", "credit_person", "credit_organisation")


@register(Document)
class DocumentTranslation(TranslationOptions):
    fields = ("title",)


@register(Film)
class FilmTranslation(TranslationOptions):
    fields = ("title", "captions", "transcript")


@register(Tag)
class TagTranslation(TranslationOptions):
    fields = ("name",)

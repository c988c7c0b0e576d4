from modeltranslation.translator import TranslationOptions, register

from . import models


@register(models.Column)
class ColumnTranslation(TranslationOptions):
    fields = ("name", "description", "keywords")


@register(models.Author)
class AuthorTranslation(TranslationOptions):
    fields = ("name", "organisation")


@register(models.Quote)
class QuoteTranslation(TranslationOptions):
    fields = ("text", "speaker", "speaker_title")


@register(models.Series)
class SeriesTranslation(TranslationOptions):
    fields = ("title", "lead")


@register(models.Special)
class SpecialTranslation(TranslationOptions):
    fields = ("title", "lead", "body")


@register(models.SpecialSection)
class SpecialSectionTranslation(TranslationOptions):
    fields = ("title", "text")


@register(models.Article)
class ArticleTranslation(TranslationOptions):
    fields = ("headline", "list_headline", "subtitle", "summary", "body", "dateline", "keywords")


@register(models.Correction)
class CorrectionTranslation(TranslationOptions):
    fields = ("text",)


@register(models.GalleryPicture)
class GalleryPictureTranslation(TranslationOptions):
    fields = ("caption",)

from .exemption import Exemption
from .glossary_term import GlossaryTerm
from .translation_record import TranslationRecord
from .translation_task import TranslationTask

__all__ = ["Exemption", "GlossaryTerm", "TranslationRecord", "TranslationTask"]

"""Addresses: made from names, and tidied when people write them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from django import forms
from django.urls import resolve
from django.utils.text import slugify
from pypinyin import lazy_pinyin

LENGTH = 80
_GAPS = re.compile(r"[\s_]+")


def slug_from(english: str | None, chinese: str | None) -> str:
    """An ASCII slug of at most LENGTH characters: English words, or pinyin where there is only a Chinese name.

    Cut at a hyphen; empty when neither name has letters.
    """
    slug = slugify(english or "") or slugify(" ".join(lazy_pinyin(chinese or "")))
    if len(slug) <= LENGTH:
        return slug
    return slug[: LENGTH + 1].rpartition("-")[0] or slug[:LENGTH]


def free_slug(model, wanted: str) -> str:
    """``wanted``, or with the first number behind it that no row of the model has yet."""
    taken = set(model.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    slug, number = wanted, 2
    while slug in taken:
        slug, number = f"{wanted}-{number}", number + 1
    return slug


def is_shadowed(record) -> bool:
    """Whether a page of the portal itself answers at the address of a record, which nobody could then ever open."""
    if not hasattr(record, "get_absolute_url"):
        return False
    path = urlsplit(record.get_absolute_url()).path
    return path.endswith(f"/{record.slug}/") and record.slug not in resolve(path).kwargs.values()


class AddressField(forms.SlugField):
    """A slug as a person types it: capitals and spaces are tidied away, so that they cannot hide a twin."""

    def to_python(self, value):
        return _GAPS.sub("-", super().to_python(value).strip()).lower()

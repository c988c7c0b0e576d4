"""Pictures that a text names by key."""

from django import template

register = template.Library()


@register.filter
def get_picture(pictures: dict, key: str):
    """The picture with a key, None when it is gone."""
    return pictures.get(key)

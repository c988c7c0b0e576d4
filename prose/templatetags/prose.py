from django import template

from ..rendering import render_prose

register = template.Library()
register.filter("prose", render_prose)

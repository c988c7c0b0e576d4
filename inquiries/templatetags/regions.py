"""``{% load regions %}{{ inquiry.country_or_region|region }}``"""

from __future__ import annotations

from django import template

from bilingual.regions import region_name

register = template.Library()
register.filter("region", region_name)

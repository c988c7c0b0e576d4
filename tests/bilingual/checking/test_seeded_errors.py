import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from bilingual.checking import BLOCK, check_pair
from tests.bilingual.checking.errors import NAMES, PAIRS, TERMS, seeded_errors

DEMO = Path(settings.BASE_DIR, "demo", "content")


def test_the_true_pairs_are_clean():
    findings = {
        english: [
            (found.rule, found.excerpt) for found in check_pair(english, chinese, names=NAMES, terms=TERMS)
        ]
        for english, chinese in PAIRS
    }
    assert not {english: found for english, found in findings.items() if found}


def test_of_two_hundred_errors_at_least_95_in_a_hundred_are_found_by_the_right_rule():
    errors = seeded_errors(200)
    missed = []
    for error in errors:
        findings = check_pair(error.english, error.chinese, names=NAMES, terms=TERMS)
        if not error.families & {found.family for found in findings}:
            missed.append(f"{error.kind}: {error.english} | {error.chinese} → {[f.rule for f in findings]}")
    share = 100 * (len(errors) - len(missed)) / len(errors)
    assert len(errors) == len({(error.english, error.chinese) for error in errors}) == 200
    assert share >= 95, f"{share:.1f}% found; missed:\n" + "\n".join(missed)


def test_the_errors_are_the_same_each_time_and_of_many_kinds():
    assert seeded_errors(40) == seeded_errors(40)
    assert len(Counter(error.kind for error in seeded_errors(200))) >= 30


@pytest.mark.parametrize("severity", ["block", "any"])
def test_fewer_than_2_in_a_hundred_demo_texts_raise_a_false_alarm(severity):
    texts = alarms = 0
    told = []
    for where, english, chinese in demo_texts():
        findings = check_pair(english, chinese, names=NAMES, terms=TERMS)
        counted = [found for found in findings if severity == "any" or found.severity == BLOCK]
        texts += 1
        alarms += bool(counted)
        told += [f"{where} {found.rule}: {found.explanation}" for found in counted]
    share = 100 * alarms / texts
    assert texts > 900
    assert share < 2, f"{share:.2f}% of {texts} texts, severity {severity}:\n" + "\n".join(told)


def demo_texts() -> Iterator[tuple[str, str, str]]:
    """(file and field, English, Chinese) of every pair of columns of the demo."""
    for path in sorted(DEMO.rglob("*.toml")):
        yield from _columns(tomllib.loads(path.read_text(encoding="utf-8")), path.stem)


def _columns(value: object, where: str) -> Iterator[tuple[str, str, str]]:
    if isinstance(value, list):
        for item in value:
            yield from _columns(item, where)
    elif isinstance(value, dict):
        for key, item in value.items():
            name = key.removesuffix("_en")
            chinese = value.get(f"{name}_zh_hans")
            if name != key and isinstance(item, str) and isinstance(chinese, str):
                yield f"{where}.{name}", item, chinese
            yield from _columns(item, f"{where}.{key}")

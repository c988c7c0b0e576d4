"""Every template compiles and asks nothing of a browser that our content policy refuses."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.template.loader import get_template

COMMENT = re.compile(r"{#.*?#}|{% comment .*?endcomment %}|<!--.*?-->", re.S)
TAG = re.compile(r"{%.*?%}|{{.*?}}", re.S)
REFUSED = {
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.I),
    "an inline handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.I),
    "a style element": re.compile(r"<style\b", re.I),
    "a script written into the page": re.compile(
        r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/(?:ld\+)?json\")(?![^>]*nonce=)", re.I
    ),
    "a javascript: address": re.compile(r"[\"'=]\s*javascript:", re.I),
    "a part from another host": re.compile(
        r"(?:\b(?:src|srcset|poster|action|data)=|<link\b[^>]*\bhref=)[\"']?\s*(?:https?:)?//", re.I
    ),
}
FOREIGN_STYLE = re.compile(r"(?:url\(|@import)\s*[\"']?\s*(?:https?:)?//", re.I)
FOREIGN_SCRIPT = re.compile(r"(?:import|fetch|from)\s*\(?\s*[\"'`](?:https?:)?//", re.I)


def template_folders() -> list[Path]:
    ours = [Path(config.path) / "templates" for config in apps.get_app_configs()]
    ours = [folder for folder in ours if folder.is_relative_to(settings.BASE_DIR)]
    ours = [folder for folder in ours if ".venv" not in folder.parts]
    return [settings.BASE_DIR / "templates", *ours]


def our_templates() -> list[tuple[str, Path]]:
    """(name for the loader, path) of each template of ours."""
    return [
        (path.relative_to(folder).as_posix(), path)
        for folder in template_folders()
        for path in sorted(folder.rglob("*"))
        if path.suffix in {".html", ".txt", ".xml"}
    ]


def faults_of(text: str) -> list[str]:
    text = TAG.sub("tag", COMMENT.sub("", text))
    return [name for name, pattern in REFUSED.items() if pattern.search(text)]


def test_every_template_compiles():
    names = [name for name, _ in our_templates()]
    assert len(names) >= 30
    for name in names:
        get_template(name)


def test_no_template_needs_more_than_the_content_policy_allows():
    found = {name: faults for name, path in our_templates() if (faults := faults_of(path.read_text("utf-8")))}
    assert found == {}


def test_styles_and_scripts_come_from_this_host_alone():
    files = [
        path
        for path in sorted((settings.BASE_DIR / "static").rglob("*"))
        if path.suffix in {".css", ".js", ".svg"} and "vendor" not in path.parts
    ]
    assert len(files) >= 10
    found = []
    for path in files:
        text = path.read_text(encoding="utf-8")
        pattern = FOREIGN_SCRIPT if path.suffix == ".js" else FOREIGN_STYLE
        if pattern.search(text):
            found.append(str(path.relative_to(settings.BASE_DIR)))
    assert found == []


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ('<p style="color: red">', ["a style attribute"]),
        ('<a onclick="go()">', ["an inline handler"]),
        ("<script>go()</script>", ["a script written into the page"]),
        ('<script type="module" src="{% static \'js/site.js\' %}"></script>', []),
        ('<script type="application/ld+json">{}</script>', []),
        ('<img src="//cdn.example/x.png">', ["a part from another host"]),
        ('<link rel="stylesheet" href="https://cdn.example/x.css">', ["a part from another host"]),
        ('<a href="https://beian.miit.gov.cn/">', []),
        ('{# <p style="x"> #}', []),
    ],
)
def test_the_sweep_sees_what_it_looks_for(text, faults):
    assert faults_of(text) == faults

"""Gathers date, byline and source into the article, from printed lines and from the document's own header."""

from articles.importing.article import Person
from articles.importing.dates import find_date
from articles.importing.metalines import EDITOR, REPORTER
from articles.importing.names import people
from articles.importing.report import Note, Reason

FACT_ROLES = {"author": REPORTER, "editor": EDITOR}


def take_facts(article, facts):
    """Put what front matter or meta tags say into `article` (a ParsedArticle). Printed lines come later and
    only add what is still missing, because the header is what the newsroom's system stored.
    """
    article.subtitle = facts.get("subtitle", "")
    article.summary = facts.get("summary", "")
    article.source = facts.get("source", "")
    article.column = facts.get("column", "")
    for name, label in (("date", "published"), ("updated", "updated")):
        date = find_date(facts.get(name, ""))
        if date:
            take_date(article, label, date, facts[name])
    for name, role in FACT_ROLES.items():
        if facts.get(name):
            names = people(facts[name])
            take_persons(article, [(person, role) for person in names])
            if not names:
                article.unplaced.append(Note(Reason.UNREAD_PERSON, facts[name]))


def take_line(article, line, text):
    """Put one MetaLine into `article`; `text` is the line as printed, for the notes."""
    article.unplaced.extend(line.notes)
    for label, date in line.dates:
        take_date(article, label, date, text)
    take_persons(article, line.persons)
    if line.source and article.source and line.source != article.source:
        article.unplaced.append(Note(Reason.SECOND_SOURCE, line.source))
    article.source = article.source or line.source


def take_date(article, label, date, text):
    if date.on is None:
        return
    if article.printed_on is None:
        article.printed_on, article.printed_clock, article.printed_as = date.on, date.clock, label
    elif date.on == article.printed_on:
        article.printed_clock = article.printed_clock or date.clock
    elif article.updated_on is None and {label, article.printed_as} == {"updated", "published"}:
        if label == "updated":
            article.updated_on = date.on
        else:
            article.updated_on = article.printed_on
            article.printed_on, article.printed_clock, article.printed_as = date.on, date.clock, label
    elif date.on != article.updated_on:
        article.unplaced.append(Note(Reason.SECOND_DATE, text))


def take_persons(article, persons):
    """Add names to the byline, each once in each role."""
    for name, role in persons:
        person = Person(name, role)
        if person not in article.persons:
            article.persons.append(person)

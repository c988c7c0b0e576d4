"""Who may open and do what in the newsroom, as people decided it. test_permission_matrix.py holds the code to it.

A new page of the newsroom gets its line here first.
"""

ADMIN = {"admin"}
PUBLISHERS = {"publisher", *ADMIN}
AUTHORS = {"editor", *PUBLISHERS}
ALL_WRITERS = {"translator", *AUTHORS}
ONE_LANGUAGE = {"translator-en", "translator-zh-hans"}
WRITERS = ALL_WRITERS | ONE_LANGUAGE
READERS = WRITERS | {"reviewer"}
DESK = {"desk", *ADMIN}
#: ``staff`` is a colleague without any role; ``visitor`` is nobody, ``former`` an account that is no colleague's.
STAFF = READERS | {"desk", "staff"}
OUTSIDE = {"visitor", "former"}
ROLES = sorted(STAFF | OUTSIDE)
NOBODY: set[str] = set()

#: The kinds of models that have the same rules. What is not named is a ``record`` when it can be published.
KINDS = {
    "articles.author": "words",
    "articles.column": "words",
    "articles.quote": "words",
    "evidence.source": "words",
    "link_checking.link": "links",
    "newsroom.plan": "plans",
    "search.miss": "misses",
    "newsroom.healthrules": "limits",
    "media_library.document": "words",
    "media_library.film": "words",
    "media_library.image": "words",
    "media_library.tag": "words",
    "pages.menuitem": "words",
    "pages.sitesettings": "settings",
    "inquiries.inquiry": "messages",
    "inquiries.replytemplate": "replies",
    "investment.registration": "registrations",
    "subscriptions.subscription": "subscribers",
    "publishing.auditentry": "trail",
    "publishing.redirect": "redirects",
    "publishing.scheduledpublication": "trail",
    "publishing.release": "releases",
    "publishing.reviewrequest": "reviews",
    "publishing.scope": "accounts",
    "translation_desk.glossaryterm": "glossary",
    "translation_desk.translationtask": "translations",
    "workdays.holidayyear": "calendars",
    "auth.user": "accounts",
    "auth.group": "accounts",
    "django_tasks_database.dbtaskresult": "machinery",
}

#: (kind of model, page): who may open it, and who may send something to it.
RULES: dict[tuple[str, str], tuple[set[str], set[str]]] = {
    ("record", "changelist"): (READERS, READERS),
    ("record", "add"): (AUTHORS, AUTHORS),
    ("record", "change"): (READERS, WRITERS),
    ("record", "delete"): (PUBLISHERS, PUBLISHERS),
    ("record", "history"): (READERS, NOBODY),
    ("record", "versions"): (READERS, NOBODY),
    ("record", "comparison"): (READERS, NOBODY),
    ("record", "blame"): (READERS, NOBODY),
    ("record", "preview"): (READERS, WRITERS),
    ("record", "preview_page"): (READERS, NOBODY),
    ("record", "preview_revoke"): (NOBODY, WRITERS),
    ("record", "discard"): (NOBODY, WRITERS),
    ("record", "schedule"): (PUBLISHERS, PUBLISHERS),
    ("record", "review"): (READERS, {"reviewer", *PUBLISHERS}),
    ("record", "evidence"): (READERS, NOBODY),
    # What is sent is for English: see SENT.
    ("record", "translation"): (READERS, WRITERS - {"translator-zh-hans"}),
    ("record", "translation_exchange"): (READERS, WRITERS),
    ("record", "export"): (READERS, READERS),
    ("record", "import"): (WRITERS, WRITERS),
    ("record", "import_template"): (WRITERS, NOBODY),
    # A file that was sent in is its sender's alone: nobody opens a made-up one.
    ("record", "import_check"): (NOBODY, NOBODY),
    ("record", "import_report"): (NOBODY, NOBODY),
    # Unsaved text is its writer's alone: nobody opens a made-up one.
    ("record", "kept"): (NOBODY, NOBODY),
    ("record", "scratch"): (WRITERS, WRITERS),
    ("record", "presence"): (NOBODY, WRITERS),
    ("words", "changelist"): (READERS, READERS),
    ("words", "add"): (AUTHORS, AUTHORS),
    ("words", "change"): (READERS, ALL_WRITERS),
    ("words", "delete"): (PUBLISHERS, PUBLISHERS),
    ("words", "history"): (READERS, READERS),
    ("words", "picker"): (READERS, NOBODY),
    ("words", "upload"): (NOBODY, AUTHORS),
    ("words", "mentions"): (READERS, READERS),
    ("words", "many"): (AUTHORS, AUTHORS),
    ("words", "sheet"): (ALL_WRITERS, ALL_WRITERS),
    ("words", "duplicates"): (READERS, NOBODY),
    # What is in use changes in public at once: see media_library.pages.replace.
    ("words", "replace"): (AUTHORS, PUBLISHERS),
    ("record", "plan"): (WRITERS, WRITERS),
    # What a record is about is shared by both languages.
    ("record", "named"): (WRITERS, ALL_WRITERS),
    ("record", "completeness"): (READERS, NOBODY),
    ("record", "lapsing"): (READERS, NOBODY),
    ("record", "contradictions"): (READERS, NOBODY),
    ("plans", "changelist"): (READERS, READERS),
    ("plans", "add"): (AUTHORS, AUTHORS),
    ("plans", "change"): (READERS, AUTHORS),
    ("plans", "delete"): (AUTHORS, AUTHORS),
    ("plans", "history"): (READERS, READERS),
    ("plans", "draft"): (NOBODY, AUTHORS),
    ("misses", "changelist"): (READERS, READERS),
    ("misses", "add"): (NOBODY, NOBODY),
    ("misses", "change"): (READERS, NOBODY),
    ("misses", "delete"): (ADMIN, ADMIN),
    ("misses", "history"): (READERS, READERS),
    ("limits", "changelist"): (ADMIN, ADMIN),
    ("limits", "add"): (NOBODY, NOBODY),
    ("limits", "change"): (ADMIN, ADMIN),
    ("limits", "delete"): (NOBODY, NOBODY),
    ("limits", "history"): (ADMIN, ADMIN),
    ("links", "changelist"): (READERS, READERS),
    ("links", "add"): (NOBODY, NOBODY),
    ("links", "change"): (READERS, NOBODY),
    ("links", "delete"): (NOBODY, NOBODY),
    ("links", "history"): (READERS, READERS),
    ("links", "ignore"): (NOBODY, WRITERS),
    ("links", "watch"): (NOBODY, WRITERS),
    ("links", "check"): (NOBODY, WRITERS),
    ("glossary", "changelist"): (READERS, READERS),
    ("glossary", "add"): (WRITERS, WRITERS),
    ("glossary", "change"): (READERS, WRITERS),
    ("glossary", "delete"): (PUBLISHERS, PUBLISHERS),
    ("glossary", "history"): (READERS, READERS),
    # Sending takes a task over; one that does not exist is nobody's to take.
    ("translations", "changelist"): (READERS, NOBODY),
    ("translations", "add"): (NOBODY, NOBODY),
    ("translations", "change"): (READERS, NOBODY),
    ("translations", "delete"): (NOBODY, NOBODY),
    ("translations", "history"): (READERS, READERS),
    ("settings", "changelist"): (READERS, READERS),
    ("settings", "add"): (NOBODY, NOBODY),
    ("settings", "change"): (READERS, ALL_WRITERS),
    ("settings", "delete"): (NOBODY, NOBODY),
    ("settings", "history"): (READERS, READERS),
    ("messages", "changelist"): (DESK, DESK),
    ("messages", "add"): (NOBODY, NOBODY),
    ("messages", "change"): (DESK, DESK),
    ("messages", "delete"): (ADMIN, ADMIN),
    ("messages", "history"): (DESK, DESK),
    ("messages", "export"): (NOBODY, DESK),
    # A file is found by its own key; nobody downloads a made-up one.
    ("messages", "file"): (NOBODY, NOBODY),
    ("registrations", "changelist"): (DESK, DESK),
    ("registrations", "add"): (NOBODY, NOBODY),
    ("registrations", "change"): (DESK, DESK),
    ("registrations", "delete"): (ADMIN, ADMIN),
    ("registrations", "history"): (DESK, DESK),
    ("registrations", "export"): (NOBODY, DESK),
    # Numbers only: no row of it is anybody's to open.
    ("subscribers", "changelist"): (DESK, NOBODY),
    ("subscribers", "add"): (NOBODY, NOBODY),
    ("subscribers", "change"): (NOBODY, NOBODY),
    ("subscribers", "delete"): (NOBODY, NOBODY),
    ("subscribers", "history"): (NOBODY, NOBODY),
    ("replies", "changelist"): (DESK, DESK),
    ("replies", "add"): (ADMIN, ADMIN),
    ("replies", "change"): (DESK, DESK),
    ("replies", "delete"): (ADMIN, ADMIN),
    ("replies", "history"): (DESK, DESK),
    ("calendars", "changelist"): (ADMIN, ADMIN),
    ("calendars", "add"): (ADMIN, ADMIN),
    ("calendars", "change"): (ADMIN, ADMIN),
    ("calendars", "delete"): (NOBODY, NOBODY),
    ("calendars", "history"): (ADMIN, ADMIN),
    ("trail", "changelist"): (PUBLISHERS, PUBLISHERS),
    ("trail", "add"): (NOBODY, NOBODY),
    ("trail", "change"): (PUBLISHERS, NOBODY),
    ("trail", "delete"): (NOBODY, NOBODY),
    ("trail", "history"): (PUBLISHERS, PUBLISHERS),
    ("redirects", "changelist"): (PUBLISHERS, PUBLISHERS),
    ("redirects", "add"): (ADMIN, ADMIN),
    ("redirects", "change"): (PUBLISHERS, NOBODY),
    ("redirects", "delete"): (ADMIN, ADMIN),
    ("redirects", "history"): (PUBLISHERS, PUBLISHERS),
    ("machinery", "changelist"): (ADMIN, ADMIN),
    ("machinery", "add"): (NOBODY, NOBODY),
    ("machinery", "change"): (ADMIN, NOBODY),
    ("machinery", "delete"): (NOBODY, NOBODY),
    ("machinery", "history"): (ADMIN, ADMIN),
    ("releases", "changelist"): (PUBLISHERS, PUBLISHERS),
    ("releases", "add"): (PUBLISHERS, PUBLISHERS),
    ("releases", "change"): (PUBLISHERS, PUBLISHERS),
    ("releases", "delete"): (PUBLISHERS, PUBLISHERS),
    ("releases", "history"): (PUBLISHERS, PUBLISHERS),
    ("releases", "gather"): (NOBODY, NOBODY),
    ("reviews", "changelist"): (READERS, NOBODY),
    ("reviews", "profile"): (NOBODY, READERS),
    ("accounts", "changelist"): (ADMIN, ADMIN),
    ("accounts", "add"): (ADMIN, ADMIN),
    ("accounts", "change"): (ADMIN, ADMIN),
    ("accounts", "delete"): (ADMIN, ADMIN),
    ("accounts", "history"): (ADMIN, ADMIN),
    ("accounts", "password_change"): (ADMIN, ADMIN),
}

#: What is sent to a page; to the others nothing is, and getting as far as the complaint is being let in.
#: ``<key>`` stands for that of the record.
SENT = {
    "translation": {"language": "en"},
    "presence": {"form": "6f1f3f0e-2b4c-4f55-9d0b-0b6a4c1c9e11", "record": "<key>"},
}

#: Addresses that belong to no model: who may open them.
SITE_RULES: dict[str, set[str]] = {
    "index": STAFF,
    "login": OUTSIDE,
    "logout": NOBODY,
    "password_change": STAFF,
    "password_change_done": STAFF,
    "jsi18n": STAFF,
    "autocomplete": NOBODY,
    "view_on_site": READERS,
    "links": READERS,
    "search": READERS,
    # The first takes what is sent, the second is about a picture that it names: see test_pasted_pictures.py.
    "pasted_picture": NOBODY,
    "picture_words": NOBODY,
}

#: Public addresses that show what is not public.
PUBLIC_RULES = {"publishing:shared_preview": "whoever holds the token"}

"""What the fuzzer cannot know: which cursors are ours. Altered ones are tested in test_paging.py."""

import schemathesis


@schemathesis.hook
def filter_case(context, case):
    return "cursor" not in (case.query or {})

import pytest

from enterprises.sheets import ENTERPRISES
from spreadsheets.importing import uploads


@pytest.fixture
def author(make_member):
    """A colleague who may write everything and publish nothing."""
    return make_member("editor")


@pytest.fixture
def send(author):
    """A function that sends in a text file of rows: ``send([["slug", "origin"], ["x", "CN"]])``; returns the upload."""

    def send_one(rows, sheet=ENTERPRISES, user=author, table=""):
        content = "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows).encode()
        return uploads.receive(sheet, name="file.csv", content=content, user=user, table=table)

    return send_one


@pytest.fixture
def write(send, author):
    """A function that sends in a file as ``send`` does and carries it out; returns the upload."""

    def write_one(rows, sheet=ENTERPRISES, user=author, table=""):
        upload = send(rows, sheet, user, table)
        uploads.carry_out(sheet, upload, by=user)
        return upload

    return write_one


def changes_of(upload):
    """(heading, before, after) of every change that the dry run tells."""
    return [
        (change["heading"], change["old"], change["new"])
        for group in upload.told["groups"]
        for row in group["rows"]
        for change in row["changes"]
    ]


def faults_of(upload):
    """(row, heading, sentence) of every error that the dry run tells."""
    return [
        (row["line"], fault["heading"], fault["text"])
        for group in upload.told["groups"]
        for row in group["rows"]
        for fault in row["faults"]
    ]


def numbers_of(upload):
    """The counts that are not zero."""
    return {state: number for state, number in upload.told["counts"].items() if number}

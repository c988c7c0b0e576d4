"""Files of the media library are served as what they are, and nothing else is."""

import pytest


@pytest.fixture
def stored(media_root):
    """A function that puts a file into the upload folder."""

    def store(name, content=b"0123456789"):
        path = media_root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return f"/media/{name}"

    return store


def body(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


def test_a_picture_is_shown_and_may_be_kept_for_a_year(client, stored):
    response = client.get(stored("renditions/ab12.avif"))
    assert response.headers["Content-Type"] == "image/avif"
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert body(response) == b"0123456789"


@pytest.mark.parametrize("name", ["page.html", "drawing.svg", "script.js", "table.xlsx", "bare"])
def test_a_file_that_could_carry_script_is_only_ever_downloaded(client, stored, name):
    response = client.get(stored(name))
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert response.headers["Content-Disposition"] == "attachment"
    assert body(response)


@pytest.mark.parametrize(
    "name", ["../portal.sqlite3", "..%2fsecret-key", "%2e%2e/secret-key", ".hidden/a.png", "a%00.png", ""]
)
def test_nothing_outside_the_folder_exists(visitor, stored, media_root, name):
    stored(".hidden/a.png")
    (media_root.parent / "secret-key").write_text("hush")
    assert visitor.get(f"/media/{name}").status_code == 404


def test_a_file_that_the_browser_has_is_not_sent_again(client, stored):
    address = stored("a.png")
    first = client.get(address)
    assert body(first)
    again = client.get(address, headers={"if-modified-since": first.headers["Last-Modified"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    ("wanted", "expected", "content"),
    [
        ("bytes=2-4", "bytes 2-4/10", b"234"),
        ("bytes=7-", "bytes 7-9/10", b"789"),
        ("bytes=-3", "bytes 7-9/10", b"789"),
        ("bytes=5-99", "bytes 5-9/10", b"56789"),
    ],
)
def test_a_player_may_ask_for_a_part_of_a_video(client, stored, wanted, expected, content):
    response = client.get(stored("film.mp4"), headers={"range": wanted})
    assert response.status_code == 206
    assert response.headers["Content-Range"] == expected
    assert body(response) == content


@pytest.mark.parametrize("wanted", ["bytes=10-", "bytes=6-5"])
def test_a_part_that_does_not_exist_is_refused(client, stored, wanted):
    response = client.get(stored("film.mp4"), headers={"range": wanted})
    assert response.status_code == 416
    assert response.headers["Content-Range"] == "bytes */10"


@pytest.mark.parametrize("wanted", ["bytes=-", "lines=1-2", "bytes=1-2,4-5", "bytes=" + "9" * 40 + "-"])
def test_a_range_that_cannot_be_read_gives_the_whole_file(client, stored, wanted):
    response = client.get(stored("film.mp4"), headers={"range": wanted})
    assert response.status_code == 200
    assert body(response) == b"0123456789"

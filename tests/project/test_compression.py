import gzip

import pytest

from tests.factories import make_article


@pytest.mark.parametrize("path", ["/en/news/", "/zh-hans/news/feed/", "/sitemap-articles.xml"])
def test_text_is_compressed_for_browsers_that_take_it(visitor, path):
    make_article()
    plain = visitor.get(path)
    packed = visitor.get(path, headers={"accept-encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content)[:200] == plain.content[:200]
    assert "Content-Encoding" not in plain
    assert "Accept-Encoding" in packed["Vary"]


def test_an_upload_is_sent_as_it_is_stored(visitor, db, media_root):
    (media_root / "images").mkdir(parents=True)
    (media_root / "images" / "one.png").write_bytes(b"\x89PNG" + bytes(4000))
    answer = visitor.get("/media/images/one.png", headers={"accept-encoding": "gzip"})
    assert b"".join(answer.streaming_content).startswith(b"\x89PNG")
    assert "Content-Encoding" not in answer

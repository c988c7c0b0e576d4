"""Pictures in the folder beside a saved page."""

from urllib.parse import unquote, urlsplit

from articles.importing.sniffing import BYTES_LIMIT

PICTURE_LIMIT = 4 * BYTES_LIMIT


def companion_of(path):
    """A function from a relative address in the page at `path` to the bytes of that file, or None.

    Only files inside the page's own folder are read, so that a page cannot point at other files of the machine.
    """
    folder = path.resolve().parent

    def read(address):
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or "\x00" in unquote(parts.path):
            return None
        target = (folder / unquote(parts.path)).resolve()
        if not target.is_relative_to(folder) or not target.is_file() or target.stat().st_size > PICTURE_LIMIT:
            return None
        return target.read_bytes()

    return read

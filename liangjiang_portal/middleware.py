"""What every answer carries, and what no request may carry."""

from django.core.exceptions import RequestDataTooBig
from django.middleware.gzip import GZipMiddleware
from django.utils.deprecation import MiddlewareMixin

PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "autoplay",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
)

# A form of the public site is text and fits easily. Files come from staff, and a few with a message to the desk.
STAFF_PREFIX = "/admin/"
PUBLIC_BODY_LIMIT = 256 * 1024
MESSAGE_SUFFIX = "/inquiries/new/"
#: Three files of the size that the desk takes, twice over, so that a larger one can be refused in words.
MESSAGE_BODY_LIMIT = 32 * 1024 * 1024
STAFF_BODY_LIMIT = 320 * 1024 * 1024


class SecurityHeadersMiddleware(MiddlewareMixin):
    """Adds the headers that neither Django nor django-csp sets."""

    def process_response(self, request, response):
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response


class TextCompressionMiddleware(GZipMiddleware):
    """Compresses pages, feeds, calendars and sitemaps. Pictures and films are compressed already.

    Django adds random bytes and masks its form tokens, so that the length of an answer tells nothing of either.
    """

    def process_response(self, request, response):
        kind = response.headers.get("Content-Type", "").partition(";")[0]
        return super().process_response(request, response) if is_text(kind) else response


def is_text(content_type: str) -> bool:
    return content_type.startswith("text/") or content_type.endswith(("/json", "/xml", "+xml", "+json"))


class BodyLimitMiddleware(MiddlewareMixin):
    """Refuses a request whose body is larger than its address can need, before a byte of it is read."""

    def process_request(self, request):
        limit = _limit(request.path_info)
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdigit() or int(length) > limit:
            raise RequestDataTooBig("The body of the request is larger than this address accepts.")


def _limit(path: str) -> int:
    if path.startswith(STAFF_PREFIX):
        return STAFF_BODY_LIMIT
    return MESSAGE_BODY_LIMIT if path.endswith(MESSAGE_SUFFIX) else PUBLIC_BODY_LIMIT

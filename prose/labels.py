"""What the editor says, in the language of the person."""

from __future__ import annotations

from django.utils.translation import gettext as _

from media_library.incoming.pictures import MAX_BYTES

from .lengths import MOST


def editor_labels() -> dict[str, str]:
    """The words of the editor, by the name that its script uses. ``{…}`` is filled in by the script."""
    return _tools() | _links() | _pictures() | _pasting()


def _tools() -> dict[str, str]:
    return {
        "tools": _("Formatting"),
        "paragraph": _("Text"),
        "heading2": _("Heading"),
        "heading3": _("Small heading"),
        "style": _("Kind of paragraph"),
        "bold": _("Bold"),
        "italic": _("Italic"),
        "subscript": _("Subscript"),
        "superscript": _("Superscript"),
        "bullets": _("List"),
        "numbers": _("Numbered list"),
        "quote": _("Quotation"),
        "saying": _("Quotation with speaker"),
        "speaker": _("Who said it"),
        "role": _("Office or title at the time"),
        "rule": _("Line across"),
        "link": _("Link"),
        "picture": _("Picture"),
        "table": _("Table"),
        "rowAdd": _("Add row"),
        "rowRemove": _("Remove row"),
        "columnAdd": _("Add column"),
        "columnRemove": _("Remove column"),
        "headerRow": _("Header row"),
        "tableRemove": _("Remove table"),
        "undo": _("Undo"),
        "redo": _("Redo"),
    }


def _links() -> dict[str, str]:
    return {
        "linkTitle": _("Where the words lead"),
        "linkSearch": _("Name of a record of this site, or an address"),
        "linkHint": _("A link to a record follows it to its page in each language."),
        "linkNone": _("No record has this name. A complete address can be set as it is."),
        "linkOutside": _("Address outside: {address}"),
        "linkClosed": _("Not published in the language of this text: readers see the words without a link."),
        "linkGone": _("What this links to no longer exists: readers see the words without a link."),
        "linkWrong": _("This is no address. It begins with https://, mailto:, tel: or /."),
        "linkFound": _("Records found: {number}"),
        "set": _("Set link"),
        "unset": _("Remove link"),
        "cancel": _("Cancel"),
    }


def _pictures() -> dict[str, str]:
    return {
        "caption": _("Caption (empty: the caption in the library)"),
        "change": _("Choose another picture"),
        "choose": _("Choose from the library"),
        "upload": _("Upload a file"),
        "words": _("Alternative and credit"),
        "remove": _("Remove"),
        "retry": _("Try again"),
        "pending": _("A picture still has to be supplied here."),
        "foreign": _("This picture stands on another site and could not be brought along. Supply it here."),
        "gone": _("This picture is no longer in the library."),
        "captionOfLibrary": _("Caption of the library: {caption}"),
        "alt": _("Alternative: {alt}"),
        "altIsCaption": _("The alternative says the same as the caption."),
        "noAlt": _("No alternative in this language yet"),
        "credit": _("Credit: {credit}"),
        "noCredit": _("No credit yet"),
        "uploading": _("Uploading: {percent} %"),
        "waiting": _("Waiting to be uploaded"),
        "uploadFailed": _("The picture did not arrive. It is kept here until you try again."),
        "uploadForbidden": _("You may not add pictures to the library."),
        "wordsForbidden": _("You may not change the words of pictures."),
        "uploadTooBig": _("This picture is larger than %(megabytes)s MB.") % {"megabytes": MAX_BYTES >> 20},
        "uploadsRunning": _("Pictures are still being uploaded. The form is sent when they have arrived."),
        "failed": _("The media library does not answer. Please try again."),
    }


def _pasting() -> dict[str, str]:
    numbers = {"most": f"{MOST:,}"}
    return {
        "pasteTooLong": _(
            "This is too long to be pasted: with it the text would have {count} characters of at most %(most)s. "
            "Nothing was changed. Paste it in parts, or as an attached document."
        )
        % numbers,
        "onlyPictures": _(
            "Only pictures can be dropped into a text. Other files belong into the media library."
        ),
        "tooLong": _(
            "This text has {count} characters and fits no editor; at most %(most)s can be kept. Shorten it here."
        )
        % numbers,
        "close": _("Close this message"),
    }

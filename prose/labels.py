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
        "heading3": _("Subheading"),
        "style": _("Paragraph style"),
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
        "rule": _("Divider"),
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
        "linkTitle": _("Link destination"),
        "linkSearch": _("Name of a record on this site, or an address"),
        "linkHint": _("In each language, a link to a record leads to its page in that language."),
        "linkNone": _("No record has this name. A complete address can be linked as it is."),
        "linkOutside": _("External address: {address}"),
        "linkClosed": _("Not published in the language of this text: readers see the words without a link."),
        "linkGone": _("The linked content no longer exists: readers see the words without a link."),
        "linkWrong": _("This is not an address. Start it with https://, mailto:, tel: or /."),
        "linkFound": _("Records found: {number}"),
        "set": _("Set link"),
        "unset": _("Remove link"),
        "cancel": _("Cancel"),
    }


def _pictures() -> dict[str, str]:
    return {
        "caption": _("Caption (leave empty to use the library caption)"),
        "change": _("Choose another picture"),
        "choose": _("Choose from the library"),
        "upload": _("Upload a file"),
        "words": _("Alternative text and credit"),
        "remove": _("Remove"),
        "retry": _("Try again"),
        "pending": _("A picture still has to be supplied here."),
        "foreign": _("This picture is on another site and could not be copied with the text. Add it here."),
        "gone": _("This picture is no longer in the library."),
        "captionOfLibrary": _("Library caption: {caption}"),
        "alt": _("Alternative text: {alt}"),
        "altIsCaption": _("The alternative text is the same as the caption."),
        "noAlt": _("No alternative text in this language yet"),
        "credit": _("Credit: {credit}"),
        "noCredit": _("No credit yet"),
        "uploading": _("Uploading: {percent} %"),
        "waiting": _("Waiting to be uploaded"),
        "uploadFailed": _("The picture was not uploaded. It is kept here so that you can try again."),
        "uploadForbidden": _("You do not have permission to add pictures to the library."),
        "wordsForbidden": _("You do not have permission to change the text of pictures."),
        "uploadTooBig": _("This picture is larger than %(megabytes)s MB.") % {"megabytes": MAX_BYTES >> 20},
        "uploadsRunning": _("Pictures are still being uploaded. The form is sent when they have arrived."),
        "failed": _("The media library is not responding. Try again."),
    }


def _pasting() -> dict[str, str]:
    numbers = {"most": f"{MOST:,}"}
    return {
        "pasteTooLong": _(
            "This is too long to paste. The text would have {count} characters, and the limit is "
            "%(most)s. Nothing was changed. Paste it in parts, or attach it as a document."
        )
        % numbers,
        "onlyPictures": _(
            "Only pictures can be dropped into a text. Other files belong in the media library."
        ),
        "tooLong": _(
            "This text has {count} characters and is too long for the editor; at most %(most)s can be "
            "saved. Shorten it here."
        )
        % numbers,
        "close": _("Close this message"),
    }

"""Why a file cannot be imported at all."""


class ImportRefused(Exception):
    """A file that holds no article we can read.

    `code` is a short stable word for programs; the message is a translated sentence for the person who
    brought the file.
    """

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code
        self.message = message

    def __str__(self):
        return str(self.message)

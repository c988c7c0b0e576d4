"""How the portal's own files (styles, scripts, drawings) are stored for serving."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class PortalStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Names carry a hash of the content, also inside ``import`` lines of script modules, so that
    browsers may keep every file for ever; each is stored compressed as well."""

    support_js_module_import_aggregation = True

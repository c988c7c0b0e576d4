"""How the portal's own files (styles, scripts, drawings) are stored for serving."""

from pathlib import Path

from whitenoise.storage import CompressedManifestStaticFilesStorage

from liangjiang_portal.stylesheets import flattened


class PortalStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Names carry a hash of the content, also inside ``import`` lines of script modules, so that
    browsers may keep every file for ever; each is stored compressed as well. Our stylesheets that import
    others have them written in."""

    support_js_module_import_aggregation = True
    #: A name changes with the names it imports; a chain of modules may be deeper than five.
    max_post_process_passes = 20

    def post_process(self, paths, dry_run=False, **options):
        def read(name: str) -> str:
            # From the source: what was collected the last time is one sheet already.
            storage, path = paths[name]
            with storage.open(path) as file:
                return file.read().decode("utf-8")

        if not dry_run:
            ours = [name for name in paths if name.startswith("css/") and name.endswith(".css")]
            sheets = {name: flattened(name, read) for name in ours if "@import" in read(name)}
            for name, text in sheets.items():
                Path(self.path(name)).write_text(text, encoding="utf-8")
            paths = {**paths, **{name: (self, name) for name in sheets}}
        yield from super().post_process(paths, dry_run=dry_run, **options)

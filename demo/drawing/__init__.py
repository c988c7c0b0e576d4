"""Draw the demo's illustrations: parametric SVG scenes, rendered to the rasters in demo/pictures.

A development tool. ``python -m demo.drawing`` redraws the whole series, ``python -m demo.drawing SLUG…``
a part of it. The running site never imports this package; it only reads the rasters.
"""

"""The light a picture stands in: a sky, a mist and a few tones, all mixed from the site's own colours."""

from dataclasses import dataclass

JIALING = "#0d6b68"
YANGTZE = "#a8641b"
INK = "#14212b"


def mix(first: str, second: str, share: float) -> str:
    """Return the colour that lies `share` (0–1) of the way from `first` to `second`, both "#rrggbb"."""
    share = min(1.0, max(0.0, share))
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@dataclass(frozen=True)
class Light:
    """One hour of the day. `tones` run from the farthest ridge to the nearest object."""

    name: str
    sky: tuple[tuple[float, str], ...]
    mist: str
    tones: tuple[str, str, str, str, str, str]
    jialing: str
    yangtze: str
    glow: str
    lamp: str
    sun: str

    def tone(self, depth: float) -> str:
        """Return the tone at `depth`, 0 for the farthest and 1 for the nearest."""
        place = min(1.0, max(0.0, depth)) * (len(self.tones) - 1)
        low = min(int(place), len(self.tones) - 2)
        return mix(self.tones[low], self.tones[low + 1], place - low)

    @property
    def is_dark(self) -> bool:
        """Whether windows and lamps are lit."""
        return self.name in {"night", "dusk", "hall"}


LIGHTS = {
    light.name: light
    for light in (
        Light(
            "dawn",
            ((0, "#b9d3cf"), (0.35, "#e2e3d6"), (0.7, "#f8dfbd"), (1, "#f6cf9f")),
            "#f7e2c6",
            ("#d9d2bd", "#a9bdb0", "#6f9c95", "#3d7672", "#1e5355", "#13333b"),
            "#1f7d78",
            "#c27a2c",
            "#fff1d8",
            "#ffe3ac",
            "#fff8e8",
        ),
        Light(
            "day",
            ((0, "#a9cfcc"), (0.5, "#d8e6df"), (1, "#f4f1e4")),
            "#f1f1e6",
            ("#cdd9d0", "#9dbdb7", "#6a9c97", "#377874", "#17575c", "#14333d"),
            "#1b807b",
            "#bd7a2e",
            "#fffdf4",
            "#fff0c9",
            "#ffffff",
        ),
        Light(
            "dusk",
            ((0, "#22404d"), (0.4, "#6e6a66"), (0.72, "#d08f58"), (1, "#f3c481")),
            "#dfa873",
            ("#c08c66", "#8d756a", "#5b6365", "#374d55", "#21363f", "#131f29"),
            "#2b7c7a",
            "#d8924a",
            "#ffd9a0",
            "#ffd692",
            "#ffe6b5",
        ),
        Light(
            "night",
            ((0, "#0b161e"), (0.5, "#14303a"), (1, "#2f5f62")),
            "#2d5a5e",
            ("#386a6b", "#2a545a", "#1f434b", "#17333d", "#10252f", "#0a1820"),
            "#3fa39c",
            "#d8954c",
            "#9fd0c8",
            "#ffd28a",
            "#f5ead0",
        ),
        Light(
            "fog",
            ((0, "#e9e6da"), (0.5, "#f3efe4"), (1, "#f8f4ea")),
            "#f6f2e8",
            ("#dcddd2", "#bccbc4", "#8fada8", "#588783", "#2c6263", "#173f46"),
            "#3a8783",
            "#c1873f",
            "#fffdf6",
            "#ffedc4",
            "#fffaf0",
        ),
        Light(
            "bright",
            ((0, "#dfe3d9"), (0.6, "#efece0"), (1, "#f7f3e8")),
            "#f5f1e6",
            ("#dedfd5", "#b5c8c1", "#7ea6a1", "#417f7b", "#1c565a", "#14313a"),
            "#12736f",
            "#c17a29",
            "#fffdf6",
            "#ffeec6",
            "#ffffff",
        ),
        Light(
            "hall",
            ((0, "#0e1d26"), (0.6, "#17343d"), (1, "#245053")),
            "#3a6f70",
            ("#4f8784", "#34656a", "#234a52", "#18353f", "#10252f", "#0a1820"),
            "#3ba19a",
            "#d98f3e",
            "#bfe6da",
            "#ffd086",
            "#fff0cf",
        ),
    )
}

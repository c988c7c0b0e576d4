"""What a picture looks like, in 64 bits: the difference hash, by which the same motif is known again.

The picture is reduced to nine by eight tones of grey; each bit says whether a tone is brighter than its right
neighbour. Another size, quality or format of the same picture changes few of the bits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from PIL import Image as Pillow

ACROSS, DOWN = 9, 8
#: Pictures that differ in at most so many of the 64 bits are taken for the same motif.
NEAR = 5
#: Below this span of grey (of 255) a picture has no features to be known by.
FLAT = 12


def likeness(picture: Pillow.Image) -> str:
    """Sixteen hexadecimal digits, or "" for a picture without features. See-through parts count as white."""
    if picture.mode == "RGBA":
        white = Pillow.new("RGBA", picture.size, "white")
        picture = Pillow.alpha_composite(white, picture)
    small = picture.convert("L").resize((ACROSS, DOWN), Pillow.Resampling.BOX)
    tones = small.tobytes()
    if max(tones) - min(tones) < FLAT:
        return ""
    bits = 0
    for row in range(DOWN):
        for place in range(ACROSS - 1):
            left = row * ACROSS + place
            bits = bits << 1 | (tones[left] > tones[left + 1])
    return f"{bits:016x}"


def difference(one: str, other: str) -> int:
    """In how many bits two likenesses differ. Raises ValueError for what is no likeness."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


def groups_of(known: Iterable[tuple[int, str]]) -> list[list[int]]:
    """Keys of pictures that look alike, in groups of two and more, each in the order given.

    ``known`` are (key, likeness). Two that differ in at most NEAR bits have at least one of NEAR + 1 stretches of bits
    in common, so that only those are compared which share one: 10,000 pictures take well under a second.
    """
    bits = {key: int(value, 16) for key, value in known if value}
    leader = {key: key for key in bits}

    def led_by(key: int) -> int:
        while leader[key] != key:
            leader[key] = leader[leader[key]]
            key = leader[key]
        return key

    for shift, mask in _stretches():
        shelves = defaultdict(list)
        for key, value in bits.items():
            shelves[value >> shift & mask].append(key)
        for shelf in shelves.values():
            # One of each value is compared with the others; the same value again joins it at once.
            firsts: dict[int, int] = {}
            for key in shelf:
                if bits[key] in firsts:
                    leader[led_by(key)] = led_by(firsts[bits[key]])
                    continue
                for value, other in firsts.items():
                    if (value ^ bits[key]).bit_count() <= NEAR:
                        leader[led_by(key)] = led_by(other)
                firsts[bits[key]] = key
    groups = defaultdict(list)
    for key in bits:
        groups[led_by(key)].append(key)
    return [group for group in groups.values() if len(group) > 1]


def _stretches() -> list[tuple[int, int]]:
    """(shift, mask) of NEAR + 1 stretches that together cover the 64 bits."""
    edges = [round(64 * place / (NEAR + 1)) for place in range(NEAR + 2)]
    return [(low, (1 << high - low) - 1) for low, high in zip(edges, edges[1:], strict=False)]

"""Shows signs that cannot be seen, or that turn the text around them, as what they are.

Turns text of articles into text that plays no trick on a page or in a picture. What stands in
the store, in exports and in the API is left as it was read.
"""

from __future__ import annotations

import re

#: Signs that change how other text looks, or that cannot be seen: shown as what they are.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e007f]"
)


def show_signs(text: str) -> str:
    """Text whose hidden signs are told by their number, so that none plays a trick on a page.

    >>> show_signs("aman\u202ekecoh")
    'aman‹U+202E›kecoh'
    """
    return _HIDDEN.sub(lambda found: f"‹U+{ord(found.group()):04X}›", text)

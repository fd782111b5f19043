"""Vietnamese typed in the fonts of before Unicode: the letters are there, but they are other letters.

TCVN3 (fonts named .VnTime …) and VNI (VNI-Times …) put Vietnamese shapes in the places of Western
letters and signs. Copied into a Unicode sheet, "Nguyễn Văn" becomes "NguyÔn V¨n" or "Nguyeãn Vaên".
Guessing it back would now and then store a wrong name, so such sheets are refused with advice.
"""

import re
from collections.abc import Iterable

#: Signs that TCVN3 uses as letters, touching a letter; or a Western capital inside a small-letter word.
_TCVN3 = re.compile(
    "[^\\W\\d_][¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾×÷]"
    "|[¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾×÷][^\\W\\d_]"
    "|[a-z][ÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞß](?![A-Z])"
)
#: VNI writes a vowel and then its mark as a second letter; Vietnamese never has these pairs.
_VNI = re.compile(
    "a[âêùøûõïáàåãäéèúüë]|e[âùøûõïáàåãä]|o[âùøûõïåä]|u[ùøûõï]|ö[ôùøûõïn]|\\bñ[aeioöuô]",
    re.IGNORECASE,
)
#: Letters that only real Vietnamese Unicode has.
_UNICODE = re.compile("[\u1ea0-\u1ef9ăđơưĂĐƠƯ]")


def looks_legacy(text: str) -> str | None:
    """The old font whose signs the text carries, "tcvn3" or "vni", else None."""
    if text.isascii() or _UNICODE.search(text):
        return None
    if _VNI.search(text):
        return "vni"
    return "tcvn3" if _TCVN3.search(text) else None


def legacy_font(texts: Iterable[str]) -> str | None:
    """The old font most of these texts are typed in; a lone odd cell among Vietnamese is no font."""
    counts = {"tcvn3": 0, "vni": 0}
    vietnamese = 0
    for text in texts:
        font = looks_legacy(text)
        if font:
            counts[font] += 1
        elif _UNICODE.search(text):
            vietnamese += 1
    font, hits = max(counts.items(), key=lambda item: item[1])
    return font if hits >= 2 and hits > vietnamese else None

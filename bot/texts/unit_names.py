"""A unit as it is spoken of in mid-sentence."""

from bot.domain.units import CLASS, Unit
from bot.texts.catalogue import Texts

#: Lists name a class "8A2", "Lớp 8A2" or "Nhóm trẻ 1": the last two say by themselves what they are.
_SAYS_IT = ("lớp ", "nhóm ")


def spoken(texts: Texts, unit: Unit) -> str:
    """A class with the word for it: "lớp 8A2"; every other unit by its name."""
    if unit.kind != CLASS:
        return unit.name
    if unit.name.lower().startswith(_SAYS_IT):
        return unit.name[0].lower() + unit.name[1:]
    return texts("class-name", name=unit.name)

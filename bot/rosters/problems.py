"""What is wrong with one row of a sheet, in words that the catalogue can say."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something about a row that a person has to look at.

    `key` names the sentence in `locales/`; `facts` fill it, together with row, column and sheet.
    """

    row: int  #: as the spreadsheet program numbers it; 0: the sheet as a whole
    key: str
    column: str = ""  #: heading of the column, as printed; "" where the whole row is meant
    sheet: str = ""  #: name of the sheet; "" for a text file
    kept: bool = False  #: the row was taken all the same; otherwise it was left out
    facts: Mapping[str, str | int] = field(default_factory=dict)

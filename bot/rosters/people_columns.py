"""The columns of people's lists: what their headings look like, and what their cells say."""

import re
from collections.abc import Mapping
from datetime import date

from bot.domain.people import Gender
from bot.rosters.cells import birthday_of, gender_of, yes_or_no
from bot.rosters.headings import Headings, Line, Table
from bot.rosters.lines import is_list_number

_OF_WHOM = (
    r"( (cua|va|giao vien|can bo|nhan vien|vien chuc|nguoi lao dong|hoc sinh|hoc vien|tre|chau|be|em"
    r"|gv|cb|nv|hs|cbgvnv|thanh vien|khai sinh))*"
)
PEOPLE_HEADINGS: Headings = {
    column: re.compile(pattern)
    for column, pattern in {
        "number": r"stt|so tt|tt|so thu tu|no|s t t",
        "name": rf"(ho va ten|ho ten|hoten|ho va chu dem ten|ho dem va ten|full name|name){_OF_WHOM}"
        r"|ten (giao vien|nhan vien|can bo|hoc sinh|hoc vien|gv|nv|cb|hs|tre|chau)",
        "family": r"ho|ho dem|ho va dem|ho va (ten|chu) (dem|lot)|ho ten (dem|lot)|ho (chu )?lot|ho va lot",
        "given": r"ten|ten goi",
        "code": r"ma|code|ma (so|dinh danh|gv|giao vien|nv|nhan vien|cb|can bo|cbgvnv|vien chuc|hs|hoc sinh"
        r"|hoc vien|hv|tre)( .*)?",
        "position": r"chuc vu( .*)?|vai tro",
        "title": r"chuc danh( .*)?|nhiem vu( .*)?|cong viec( .*)?|cong tac (duoc giao|dam nhiem)"
        r"|vi tri( .*)?|phan cong( .*)?",
        "group": r"to|to (cm|bo mon|cong tac|bo phan|khoi|van phong|cm bo phan)|to chuyen mon( .*)?"
        r"|bo phan( .*)?|phong ban|don vi( cong tac)?",
        "homeroom": r"(gv)?chu nhiem|lop (chu nhiem|cn)|(chu nhiem|cn|gvcn) lop|gvcn",
        "class": r"lop|lop hoc|ten lop|hoc lop|lop dang hoc",
        "gender": r"gioi tinh( .*)?|gioi|gt|phai|nam nu|gender|sex",
        "born": r"(ngay|thang|nam|ngay thang( nam)?) sinh( .*)?|sinh ngay|ntns",
        "male": r"nam",
        "female": r"nu",
        "smartphone": r".*(dien thoai( di dong)? thong minh|dttm|dt thong minh|smart ?phone).*",
    }.items()
}
#: Numbers of identity papers: twelve digits that begin with a province (Nghị định 137/2015/NĐ-CP,
#: Art. 13), or the older nine. The bot has no use for them.
_CITIZEN_NUMBER = re.compile(r"0\d{11}|\d{9}")


def names_people(columns: Mapping[str, int]) -> bool:
    """Whether these columns are enough for a list of people."""
    return "name" in columns or {"family", "given"} <= columns.keys()


class PeopleColumns:
    """Reads the lines of one table; knows what its columns as a whole tell about single cells."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._family, self._given = self._name_columns()
        self._unticked_smartphone = self._meaning_of_blank("smartphone")
        self._unticked_female = self._meaning_of_blank("female")

    def cell(self, line: Line, column: str) -> str:
        """The cell of a column, "" where the table has no such column."""
        return line.at(self.table.columns.get(column))

    def name(self, line: Line) -> str:
        """The full name as printed, from one column or two."""
        return f"{line.at(self._family)} {line.at(self._given)}".strip()

    def says_something(self, line: Line, *, besides_number: int) -> bool:
        """Whether at least so many columns that we know, the running number aside, are filled."""
        filled = sum(bool(self.cell(line, column)) for column in self.table.columns if column != "number")
        return filled >= besides_number

    def own_code(self, line: Line) -> str:
        """The code of an employee or pupil; never the number of an identity paper."""
        code = self.cell(line, "code").replace(" ", "")
        return "" if _CITIZEN_NUMBER.fullmatch(code) else code

    def gender(self, line: Line) -> Gender | None:
        """From "Giới tính", or from columns "Nam" and "Nữ" that hold a tick or the year of birth."""
        if "gender" in self.table.columns:
            return gender_of(self.cell(line, "gender"))
        if self.cell(line, "female"):
            return Gender.FEMALE
        if self.cell(line, "male") or self._unticked_female is False:
            return Gender.MALE
        return None

    def born(self, line: Line) -> tuple[date | None, str]:
        """The birthday, if it can be read, and the cell it was read from."""
        for column in ("born", "male", "female"):
            text = self.cell(line, column)
            born = birthday_of(text)
            if born or (text and column == "born"):
                return born, text
        return None, ""

    def has_smartphone(self, line: Line) -> bool | None:
        """Ticks, "có", "không"; in a column of ticks only, a blank cell is a no."""
        text = self.cell(line, "smartphone")
        return yes_or_no(text) if text else self._unticked_smartphone

    def _name_columns(self) -> tuple[int | None, int | None]:
        columns = self.table.columns
        if "name" not in columns:
            return columns["family"], columns["given"]
        name = columns["name"]
        # "Họ và tên" is often merged over two columns: "Nguyễn Thị Hồng" | "Nhung".
        beside = name + 1
        if beside in columns.values() or (beside < len(self.table.heading) and self.table.heading[beside]):
            return name, None
        lines = [line for line in self.table.lines if line.at(name)]
        # Headings of groups and signatures would blur the picture.
        lines = [line for line in lines if is_list_number(self.cell(line, "number"))] or lines
        words = sum(line.at(beside).isalpha() and line.at(beside)[0].isupper() for line in lines)
        return name, beside if words * 2 > len(lines) else None

    def _meaning_of_blank(self, column: str) -> bool | None:
        cells = {self.cell(line, column).casefold() for line in self.table.lines} - {""}
        return False if cells and cells <= {"x", "✓", "✔", "v"} else None

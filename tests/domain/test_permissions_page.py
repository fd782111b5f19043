"""`docs/permissions.md` says what the table says."""

from tests.domain.permissions_page import PAGE, page


def test_the_page_of_rights_is_up_to_date():
    assert PAGE.read_text(encoding="utf-8") == page(), "python -m tests.domain.permissions_page --rewrite"

"""The numbers and names that are written out are those of python-telegram-bot."""

from telegram.constants import (
    ChatMemberStatus,
    FileSizeLimit,
    FloodLimit,
    InlineKeyboardMarkupLimit,
    MessageAttachmentType,
    MessageLimit,
    UpdateType,
)

from bot.channels.telegram import limits


def test_numbers_are_those_of_the_library():
    assert (limits.TEXT, limits.CAPTION) == (MessageLimit.MAX_TEXT_LENGTH, MessageLimit.CAPTION_LENGTH)
    assert limits.PER_SECOND == FloodLimit.MESSAGES_PER_SECOND
    assert limits.PER_SECOND_IN_A_CHAT == FloodLimit.MESSAGES_PER_SECOND_PER_CHAT
    assert (limits.PICTURE, limits.FETCHED) == (
        FileSizeLimit.PHOTOSIZE_UPLOAD,
        FileSizeLimit.FILESIZE_DOWNLOAD,
    )
    assert limits.BUTTONS == InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER


def test_names_are_those_of_the_library():
    assert limits.WANTED == [
        UpdateType.MESSAGE,
        UpdateType.EDITED_MESSAGE,
        UpdateType.CALLBACK_QUERY,
        UpdateType.MY_CHAT_MEMBER,
    ]
    assert {*limits.MEDIA, "document"} == {kind.value for kind in MessageAttachmentType}
    assert {ChatMemberStatus.BANNED, ChatMemberStatus.LEFT} == limits.GONE

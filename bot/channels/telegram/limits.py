"""Numbers and names of the Bot API (core.telegram.org/bots/api); a test compares them with those that
python-telegram-bot keeps.
"""

#: Characters of a text, and of what is written under a file.
TEXT, CAPTION = 4096, 1024
#: Messages a second in all, and in one chat.
PER_SECOND, PER_SECOND_IN_A_CHAT = 30, 1
#: Bytes of a picture that is sent, and of a file that is fetched.
PICTURE, FETCHED = 10_000_000, 20_000_000
#: Buttons under a message.
BUTTONS = 100

#: The updates to ask Telegram for. All of a private chat's are understood by `updates.parse`.
WANTED = ["message", "edited_message", "callback_query", "my_chat_member"]
#: What else than a text or a document a message can hold.
MEDIA = frozenset(
    {
        "animation",
        "audio",
        "contact",
        "dice",
        "game",
        "invoice",
        "live_photo",
        "location",
        "paid_media",
        "passport_data",
        "photo",
        "poll",
        "sticker",
        "story",
        "successful_payment",
        "venue",
        "video",
        "video_note",
        "voice",
    }
)
#: What becomes of the bot in a chat when somebody blocks it.
GONE = frozenset({"kicked", "left"})

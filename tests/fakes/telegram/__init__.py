"""The rooms of the Telegram double; its door is `tests.fakes.telegram_server`."""

"""HTTP: the web chat, its pages, and the server that also takes the platforms' webhooks.

`server.py` makes the application and runs it in our loop, `landing.py` is the first page, `chat.py` is
the chat's routes, `history.py` turns stored rows into the conversation a page shows, `pages.py` serves
templates and static files.
Knows no handler and no channel: what it needs of them is passed in by `bot/app.py`.
"""

"""What the bot does with messages: conversations as data, and what must hold in all of them."""

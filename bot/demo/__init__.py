"""`khaibao demo`: a sample province, people to be, and a clock to move. Nothing real, nothing kept.

`stage.py` builds it, `control.py` moves it, `tour.py` tells it in the terminal, `routes.py` shows it.
"""

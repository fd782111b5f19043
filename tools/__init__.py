"""What `run.py` is made of: the environment (`environment`), the checks (`checks`), the words it knows
(`commands`). Standard library only, because it runs before anything is installed. Start with `commands`.
"""

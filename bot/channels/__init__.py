"""The platforms people write from: raw update → `Incoming`, `Reply` → API call, and what each can do.

One module or folder a platform; they do not know each other, only what they share.
"""

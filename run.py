#!/usr/bin/env python3
# -*- coding: utf-8 -*-
"""Start here: `python3 run.py demo`, `python3 run.py test`, `python3 run.py --help`.

Any other words go to the bot (`python -m bot ...`) inside `.venv`, which is made on first use.
This file is read by whatever Python a machine has, so it only asks that Python's age; the rest is
in `tools/`. It needs nothing that is not in the standard library.
"""

import sys

if sys.version_info < (3, 11):
    sys.stderr.write(
        "Khai báo cần Python 3.11 trở lên, máy này đang chạy Python %d.%d: hãy cài bản mới rồi chạy lại. "
        "(Python 3.11 or newer is needed.)\n" % sys.version_info[:2]
    )
    sys.exit(1)
if sys.platform == "win32":
    sys.stderr.write("Trên Windows xin chạy trong WSL (Ubuntu). (On Windows, run this inside WSL.)\n")
    sys.exit(1)

from tools.commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

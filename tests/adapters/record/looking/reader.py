"""A process whose children read one child's record over and over, telling each look once it was answered."""

from __future__ import annotations

import os
import sys
import threading
import time


def main(database: str, child: str, threads: int) -> None:
    """For each line of standard input a new process, told by its id; a line for each answer that left."""
    from heeded.bootstrap import live, looking  # noqa: PLC0415 - a process of its own

    live.connect_as_app(database)
    from heeded.casework.looking import Ask, open_record  # noqa: PLC0415 - after Django is set up
    from tests.casework.looking.staff import who, why  # noqa: PLC0415 - as above

    desk = looking.desk()
    for _ in sys.stdin:
        begins, begin = os.pipe()
        reading = os.fork()
        if reading == 0:
            os.read(begins, 1)
            break
        os.write(1, f"process {reading}\n".encode())
        os.write(begin, b"!")
        os.close(begins)
        os.close(begin)
        os.waitpid(reading, 0)
        os.write(1, b"ended\n")
    else:
        return
    telling = threading.Lock()

    def read() -> None:
        while True:
            now = int(time.time())
            answer = open_record(desk, Ask(actor=who("worker"), child=child, now=now, stated=why()))
            with telling:
                os.write(1, f"{answer.look}\n".encode())

    readers = [threading.Thread(target=read, daemon=True) for _ in range(threads)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))

"""What the two drivers in Python share: the protocol of engine.py."""

import json
import sys
import time
from collections.abc import Callable
from typing import Any, TypedDict


class Placed(TypedDict):
    """Where a word was put: its size in px, the start of its baseline."""

    text: str
    size: float
    x: float
    y: float
    angle: int


def serve(lay_out: Callable[[dict[str, Any]], Callable[[], list[Placed]]]) -> None:
    """Answers each line of standard input; what ``lay_out`` returns is called untimed."""
    for line in sys.stdin:
        request = json.loads(line)
        start = time.process_time()
        places = lay_out(request)
        seconds = time.process_time() - start
        print(json.dumps({"placed": places(), "cpu_seconds": seconds}), flush=True)

"""Coalition itself; the numbers given with the words are weights.

The time is what the library gives: shaping, measuring, finding the scale and placing.
"""

import json
import sys

from coalition import tag_cloud


def main() -> None:
    for line in sys.stdin:
        request = json.loads(line)
        size = (request["width"], request["height"])
        cloud = tag_cloud(request["words"], size=size, fonts=[request["font"]])
        placed = [
            {"text": w.text, "size": w.size, "x": w.x, "y": w.y, "angle": w.angle}
            for w in cloud.words
        ]
        print(json.dumps({"placed": placed, "cpu_seconds": cloud.cpu_seconds}), flush=True)


if __name__ == "__main__":
    main()

"""How much of a run git took, by its own trace (GIT_TRACE2_EVENT)."""

import json
from datetime import datetime


def milliseconds_of_git(trace):
    """The time during which a git process ran that heaplint started; those that git starts itself are within."""
    ran = []
    for line in trace.read_text().splitlines():
        event = json.loads(line)
        if event["event"] == "atexit" and "/" not in event["sid"]:
            ended = datetime.fromisoformat(event["time"].replace("Z", "+00:00")).timestamp()
            ran.append((ended - event["t_abs"], ended))
    total, until = 0.0, 0.0
    for began, ended in sorted(ran):
        total += max(0.0, ended - max(began, until))
        until = max(until, ended)
    return total * 1000

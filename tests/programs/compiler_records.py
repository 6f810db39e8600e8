"""What `go build -gcflags=-json=0,DIR` says about heap allocations, and the rule by which a named construct agrees with it.

The rule, for one line of source:

1. A record is a diagnostic with code `escape` or `escapes` and a message. It stands where its innermost `inlineLoc` stands, else
   at its own range, since a profile charges an inlined allocation to its original line.
2. Records of literal constants and of empty strings are dropped (`"text" escapes to heap`): the compiler lays such values out in
   read-only memory and allocates nothing.
3. A line is checked when heaplint names exactly one construct for everything that the line itself allocates, and the compiler has a
   record on the line. The named construct has its column there or the line is wrong.
4. They agree when the column lies in the construct's text, and the message speaks of the construct's kind: `make(...)` of a
   make, `&T{...}` of an addressed literal, `func literal` of a closure, and so on; KINDS has all of them.
5. Kinds that the compiler never reports (a map's growth, `make(chan)`, `go`, `defer`, the state of a range over a function, the
   runtime's cache of conversions) cannot be checked by it. They are counted apart, and so are concatenations and conversions that it
   reports not at all because they do not escape: the rule needs a record.
"""

import json
import re
from collections import defaultdict
from pathlib import Path
from urllib.parse import unquote, urlparse

# By heaplint's word for a construct: how the compiler's message about it begins, `escapes to heap` removed.
KINDS = {
    "make-slice": r"make\(",
    "make-map": r"make\(",
    "new": r"new\(",
    "addressed-literal": r"&",
    "slice-literal": r"\[\]|\[\.\.\.\]|.*\{",
    "map-literal": r"map\[|.*\{",
    "append": r"append\b",
    "concatenation": r".* \+ |.*\+",
    "conversion": r"string\(|\(*\[\](byte|rune|uint8|int32)\)*\(|.*\(",
    "closure": r"func literal",
    "method-value": r".*\.",
    "variadic-slice": r"\.\.\. argument",
    "boxing": r".",
    "moved-variable": r"[\w#.·~]+$",
    "moved-parameter": r"[\w#.·~]+$",
}
NEVER_REPORTED = {"make-chan", "map-write", "go", "defer", "range-over-func", "conversion-cache"}
CONSTANT = re.compile(r"""["`'\d]|-\d|true\b|false\b|nil\b""")
ENDING = " escapes to heap"


class Record:
    def __init__(self, column, message):
        self.column, self.message = column, message

    def __repr__(self):
        return f"{self.column}: {self.message}"


def read_records(folder):
    """Path of the source file -> line -> records, each distinct one once."""
    found = defaultdict(lambda: defaultdict(dict))
    for path in sorted(Path(folder).rglob("*.json")):
        with open(path, encoding="utf-8") as lines:
            own = json.loads(next(lines))["file"]
            for line in lines:
                diagnostic = json.loads(line)
                message = diagnostic.get("message", "")
                if diagnostic.get("code") not in ("escape", "escapes") or not message.endswith(ENDING):
                    continue
                file, start = own, diagnostic["range"]["start"]
                for related in diagnostic.get("relatedInformation") or []:
                    if related["message"] != "inlineLoc":
                        break
                    location = related["location"]
                    file, start = unquote(urlparse(location["uri"]).path), location["range"]["start"]
                message = message.removesuffix(ENDING)
                if not CONSTANT.match(message) or " + " in message:
                    found[file][start["line"]][start["character"], message] = Record(start["character"], message)
    return {file: {line: list(records.values()) for line, records in lines.items()} for file, lines in found.items()}


def agrees(construct, line, records):
    """Whether one of the compiler's records on a line is about this construct."""
    span, kind = construct["span"], construct["kind"]
    start, end = (span["start_line"], span["start_column"]), (span["end_line"], span["end_column"])
    return any(start <= (line, record.column) < end and re.match(KINDS[kind], record.message) for record in records)

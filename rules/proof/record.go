package proof

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"
)

// Record is one measured case, a line of the file that HEAPLINT_PROOF names.
type Record struct {
	Rule    string  `json:"rule"`
	Case    string  `json:"case"`
	Go      string  `json:"go"`    // runtime.Version()
	Claim   string  `json:"claim"` // allocates, faster, keeps, waits, wrong, refused
	Saved   bool    `json:"saved"` // beyond the spread
	Since   int     `json:"since,omitempty"`
	Until   int     `json:"until,omitempty"`
	By      string  `json:"by,omitempty"`      // of a wrong form: checkptr or result
	Objects *Pair   `json:"objects,omitempty"` // per operation
	Bytes   *Pair   `json:"bytes,omitempty"`   // allocated per operation
	Time    *Pair   `json:"ns,omitempty"`      // nanoseconds per operation
	Ratio   *Spread `json:"ratio,omitempty"`   // time of good as a share of that of bad
	Kept    *Pair   `json:"kept,omitempty"`    // bytes on the heap per result that is held
	Wait    *Pair   `json:"wait,omitempty"`    // nanoseconds that goroutines wait per operation
}

// measured is a case while it is measured.
type measured struct {
	t       testing.TB
	options options
	record  Record
}

// begin gives nil in a process that only runs one form of a case of Refused.
func begin(t testing.TB, claim, name string, settings []Option) *measured {
	if os.Getenv(childVariable) != "" {
		return nil
	}
	t.Helper()
	c := &measured{t: t, options: options{same: deepEqual}}
	for _, set := range settings {
		set(&c.options)
	}
	c.record = Record{
		Rule: callingRule(), Case: name, Go: strings.Fields(runtime.Version())[0], Claim: claim,
		Since: c.options.since, Until: c.options.until,
	}
	return c
}

// end writes the record, or judges it.
func (c *measured) end() {
	c.t.Helper()
	line, err := json.Marshal(c.record)
	if err != nil {
		c.t.Fatal(err)
	}
	if path := os.Getenv("HEAPLINT_PROOF"); path != "" {
		appendLine(c.t, path, line)
		return
	}
	c.t.Logf("%s: %s", c.record.Case, c.record.sentence())
	if !c.record.Saved && c.mustSave() {
		c.t.Errorf("%s: good saves nothing beyond the spread: %s", c.record.Case, line)
	}
}

func (r *Record) sentence() string {
	var text strings.Builder
	fmt.Fprintf(&text, "%s %v", r.Claim, r.Saved)
	for _, figure := range []struct {
		unit string
		pair *Pair
	}{{"objects", r.Objects}, {"bytes", r.Bytes}, {"ns", r.Time}, {"bytes kept", r.Kept}, {"ns waited", r.Wait}} {
		if figure.pair != nil {
			fmt.Fprintf(&text, "; %s %v -> %v", figure.unit, figure.pair.Bad.Median, figure.pair.Good.Median)
		}
	}
	if r.Ratio != nil {
		fmt.Fprintf(&text, "; ratio %v (%v to %v)", r.Ratio.Median, r.Ratio.Low, r.Ratio.High)
	}
	return text.String()
}

var (
	minorVersion = regexp.MustCompile(`^go1\.(\d+)`)
	heldFor      = regexp.MustCompile(`(?m)^go\s*=\s*\{(.*)\}`)
	bound        = regexp.MustCompile(`(since|until)\s*=\s*(\d+)`)
)

// mustSave says whether rule.toml and the case's own options claim a saving on this Go.
func (c *measured) mustSave() bool {
	found := minorVersion.FindStringSubmatch(c.record.Go)
	if found == nil {
		return true // A development version is newer than all.
	}
	minor, _ := strconv.Atoi(found[1])
	within := func(since, until int) bool { return minor >= since && (until == 0 || minor <= until) }
	if !within(c.options.since, c.options.until) {
		return false
	}
	text, err := os.ReadFile("rule.toml")
	if err != nil {
		c.t.Fatalf("the test runs in the rule's folder: %v", err)
	}
	if line := heldFor.FindSubmatch(text); line != nil {
		bounds := map[string]int{}
		for _, b := range bound.FindAllSubmatch(line[1], -1) {
			bounds[string(b[1])], _ = strconv.Atoi(string(b[2]))
		}
		return within(bounds["since"], bounds["until"])
	}
	return true
}

// callingRule is the folder of the file that calls this package.
func callingRule() string {
	callers := make([]uintptr, 16)
	frames := runtime.CallersFrames(callers[:runtime.Callers(1, callers)])
	for {
		frame, more := frames.Next()
		if folder := filepath.Base(filepath.Dir(frame.File)); folder != "proof" || !more {
			return folder
		}
	}
}

func appendLine(t testing.TB, path string, line []byte) {
	t.Helper()
	file, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		t.Fatal(err)
	}
	_, err = file.Write(append(line, '\n'))
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err != nil {
		t.Fatal(err)
	}
}

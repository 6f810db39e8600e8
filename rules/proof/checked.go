package proof

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

const (
	// childVariable asks a process for one form of one case of Refused: "name/bad".
	childVariable = "HEAPLINT_PROOF_CHILD"
	// checkedVariable names the test program built with -d=checkptr, where somebody has built it already.
	checkedVariable = "HEAPLINT_PROOF_CHECKED"
)

// child runs what the parent asks for, if this is a child. It says whether it is one.
func child(name string, bad, good func()) bool {
	switch os.Getenv(childVariable) {
	case "":
		return false
	case callingRule() + "/" + name + "/bad":
		bad()
	case callingRule() + "/" + name + "/good":
		good()
	}
	return true
}

// runChecked runs one form of the case in a program built with -d=checkptr: what it said, and whether checkptr ended it.
func (c *measured) runChecked(name, form string) (said string, refused bool) {
	c.t.Helper()
	program := os.Getenv(checkedVariable)
	if program == "" {
		program = filepath.Join(c.t.TempDir(), "checked.test")
		build := exec.Command("go", "test", "-c", "-vet=off", "-gcflags=-d=checkptr", "-o", program, ".")
		build.Env = append(os.Environ(), "GOTOOLCHAIN=local")
		if output, err := build.CombinedOutput(); err != nil {
			c.t.Fatalf("building with -d=checkptr: %v\n%s", err, output)
		}
	}
	var pattern []string
	for _, part := range strings.Split(c.t.Name(), "/") {
		pattern = append(pattern, "^"+regexp.QuoteMeta(part)+"$")
	}
	run := exec.Command(program, "-test.run", strings.Join(pattern, "/"))
	run.Env = append(os.Environ(), childVariable+"="+c.record.Rule+"/"+name+"/"+form)
	output, err := run.CombinedOutput()
	if err != nil && !strings.Contains(string(output), "checkptr") {
		c.t.Fatalf("%s %s fails, but not by checkptr: %v\n%s", name, form, err, output)
	}
	return string(output), err != nil
}

//go:build go1.26

package errorsastarget

import (
	"fmt"
	"io/fs"
	"os"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	err := fmt.Errorf("cannot start: %w", &fs.PathError{Op: "open", Path: "/etc/heaplint.toml", Err: fs.ErrNotExist})
	proof.Allocates(t, "Missing", func() string { return Missing(err) }, func() string { return MissingGood(err) })
	late := fmt.Errorf("cannot read: %w", os.ErrDeadlineExceeded)
	proof.Allocates(t, "Timeout", func() bool { return Timeout(late) }, func() bool { return TimeoutGood(late) })
}

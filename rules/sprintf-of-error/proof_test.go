package sprintfoferror

import (
	"errors"
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var results []error
	for i := range 20 {
		results = append(results, nil)
		if i%4 == 0 {
			results[i] = errors.New(strings.Repeat("no such file", 3))
		}
	}
	proof.Allocates(t, "Messages", func() []string { return Messages(results) }, func() []string { return MessagesGood(results) })
	text := strings.Repeat("none", 2)
	proof.Allocates(t, "Parse", func() Status { return Parse(text) }, func() Status { return ParseGood(text) })
}

package convertedthentrimmed

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	header := make([]byte, 512)
	copy(header, "home/user/notes/2026/november.txt")
	proof.Allocates(t, "Name", func() string { return Name(header) }, func() string { return NameGood(header) })
	output := []byte("\n        worktree clean, nothing to commit        \n\n")
	proof.Allocates(t, "Answer", func() string { return Answer(output) }, func() string { return AnswerGood(output) })
}

package appendtoliteral

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	proof.Allocates(t, "Command",
		func() []string { return Command("worker", "3") }, func() []string { return CommandGood("worker", "3") })
	proof.Allocates(t, "Line",
		func() Record { return Line(1, 2, "parser", "state") }, func() Record { return LineGood(1, 2, "parser", "state") })
}

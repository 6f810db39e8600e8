package randomcharacterbybigint

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	length := 4 * len(t.Name())
	code := func(f func(int) (string, error)) func() string {
		return func() string {
			code, err := f(length)
			if err != nil {
				panic(err)
			}
			return code
		}
	}
	// Random results are never the same: it is enough that they are as long.
	proof.Allocates(t, "Code", code(Code), code(CodeGood), proof.SameBy(func(bad, good string) bool { return len(bad) == len(good) }))
}

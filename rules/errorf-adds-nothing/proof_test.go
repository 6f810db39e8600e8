package errorfaddsnothing

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	text := t.Name()
	parse := func(parse func(string) (int, error)) func() string {
		return func() string {
			_, err := parse(text)
			return err.Error()
		}
	}
	proof.Allocates(t, "Parse", parse(Parse), parse(ParseGood))
	messages := []string{"no such file", "no such folder", "permission denied", "too many open files"}
	join := func(join func([]string) error) func() string {
		return func() string { return join(messages).Error() }
	}
	proof.Allocates(t, "Join", join(Join), join(JoinGood))
}

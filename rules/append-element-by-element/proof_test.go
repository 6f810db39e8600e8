package appendelementbyelement

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	users := make([]User, 200)
	numbers := make([]int, 200)
	for i := range users {
		users[i] = User{ID: i, Name: "somebody"}
		numbers[i] = i
	}
	few := users[:3:3]
	proof.Allocates(t, "Extend", func() []User { return Extend(few, users) }, func() []User { return ExtendGood(few, users) })
	proof.Allocates(t, "Merge", func() []int { return Merge(numbers, numbers) }, func() []int { return MergeGood(numbers, numbers) })
	team, other := &Team{Users: few}, Team{Users: users}
	proof.Allocates(t, "Join", func() *Team { return Join(team, other) }, func() *Team { return JoinGood(team, other) })
}

package mapwithoutsize

import (
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	users, ids := make([]User, 200), make(map[string]int)
	for i := range users {
		users[i] = User{ID: i, Name: "user" + strconv.Itoa(i), Team: "team"}
		ids[users[i].Name] = i
	}
	proof.Allocates(t, "ByID", func() map[int]User { return ByID(users) }, func() map[int]User { return ByIDGood(users) })
	proof.Allocates(t, "Names", func() int { return Names(users) }, func() int { return NamesGood(users) })
	proof.Allocates(t, "Invert", func() map[int]string { return Invert(ids) }, func() map[int]string { return InvertGood(ids) })
	proof.Allocates(t, "Known", func() set { return Known(users, true) }, func() set { return KnownGood(users, true) })
	proof.Allocates(t, "Distances", func() map[cell]int { return Distances(len(users)) }, func() map[cell]int { return DistancesGood(len(users)) })
}

package addressofloopvariable

import (
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	users := make([]User, 200)
	for i := range users {
		users[i] = User{ID: i, Name: "user" + strconv.Itoa(i), Age: i % 80}
	}
	proof.Allocates(t, "Adults", func() []*User { return Adults(users) }, func() []*User { return AdultsGood(users) })
	proof.Allocates(t, "ByName", func() map[string]*User { return ByName(users) }, func() map[string]*User { return ByNameGood(users) })
}

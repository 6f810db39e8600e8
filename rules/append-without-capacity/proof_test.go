package appendwithoutcapacity

import (
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	users, lines, ages := make([]User, 100), make([]string, 100), make(map[string]int)
	rows := make([][]string, 20)
	for i := range users {
		users[i] = User{Name: "user" + strconv.Itoa(i), Age: i}
		lines[i] = users[i].Name + " " + strconv.Itoa(i)
		ages[users[i].Name] = i
	}
	for i := range rows {
		rows[i] = lines[:8]
	}
	proof.Allocates(t, "Names", func() []string { return Names(users) }, func() []string { return NamesGood(users) })
	// A map says its keys in another order each time.
	proof.Allocates(t, "Keys", func() []string { return Keys(ages) }, func() []string { return KeysGood(ages) },
		proof.SameBy(func(bad, good []string) bool { return len(bad) == len(good) }))
	proof.Allocates(t, "Squares", func() []Power { return Squares(len(users)) }, func() []Power { return SquaresGood(len(users)) })
	proof.Allocates(t, "Cubes", func() []Power { return Cubes(len(users)) }, func() []Power { return CubesGood(len(users)) })
	proof.Allocates(t, "Parse",
		func() []*User { all, _ := Parse(lines); return all },
		func() []*User { all, _ := ParseGood(lines); return all })
	args := []string{"size=8", "color=green", "verbose=true"}
	proof.Allocates(t, "Setups", func() []Setup { return Setups(args) }, func() []Setup { return SetupsGood(args) })
	numbers := make([]int, 100)
	for i := range numbers {
		numbers[i] = i
	}
	proof.Allocates(t, "Last", func() []Power { return Last(numbers, 60) }, func() []Power { return LastGood(numbers, 60) })
	proof.Allocates(t, "Columns", func() [][]string { return Columns(rows, 8) }, func() [][]string { return ColumnsGood(rows, 8) })
}

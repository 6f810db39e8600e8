package mapwithoutsize

import (
	"bufio"
	"strings"
)

// Counting: nobody knows how many different words there are.
func counts(words []string) map[string]int {
	seen := make(map[string]int)
	for _, word := range words {
		seen[word]++
	}
	for _, word := range words {
		seen[word] += len(word)
	}
	return seen
}

func lengths(words []string) map[int]int {
	seen := map[int]int{}
	for _, word := range words {
		seen[len(word)]--
	}
	for i := range words {
		seen[i] = seen[i] + 1 // want element-read-to-write
	}
	return seen
}

func initials(words []string) map[string]int {
	seen := make(map[string]int)
	for _, word := range words {
		seen[word] = seen[word] + 1 // want element-read-to-write
	}
	return seen
}

// Grouping: there are fewer teams than users.
func byTeam(users []User) map[string][]User {
	teams := make(map[string][]User)
	for _, user := range users {
		teams[user.Team] = append(teams[user.Team], user) // want slices-grow-in-map
	}
	return teams
}

// Filtering: some turns write nothing.
func active(users []User) map[int]User {
	found := make(map[int]User)
	for _, user := range users {
		if user.Team != "" {
			found[user.ID] = user
		}
	}
	return found
}

func named(users []User) map[string]int {
	found := make(map[string]int)
	for i, user := range users {
		if user.Name == "" {
			continue
		}
		found[user.Name] = i
	}
	return found
}

// Nobody knows how many turns there will be.
func lines(input *bufio.Scanner) map[string]bool {
	found := make(map[string]bool)
	for input.Scan() {
		line := input.Text()
		found[line] = true
	}
	return found
}

func received(users <-chan User) map[int]User {
	found := make(map[int]User)
	for user := range users {
		found[user.ID] = user
	}
	return found
}

func yielded(users func(func(int, User) bool)) map[int]User {
	found := make(map[int]User)
	for id, user := range users {
		found[id] = user
	}
	return found
}

// The length of a call's result is not known before the call.
func fields(text string) map[string]bool {
	found := make(map[string]bool)
	for _, field := range strings.Fields(text) { // want split-in-range
		found[field] = true
	}
	return found
}

// A few entries fit into the room that every map has.
func weekdays(names [7]string) map[string]int {
	days := make(map[string]int)
	for i, name := range names {
		days[name] = i
	}
	return days
}

func squares() map[int]int {
	table := make(map[int]int)
	for i := 0; i < 8; i++ {
		table[i] = i * i
	}
	return table
}

// The loop ends with the first entry.
func first(users []User, team string) map[int]User {
	found := make(map[int]User)
	for _, user := range users {
		found[user.ID] = user
		break
	}
	return found
}

// The map is not empty when the loop starts: its room is anybody's guess.
func extended(known map[string]int, users []User) map[string]int {
	all := make(map[string]int)
	all[strings.ToLower("NOBODY")] = 0
	for _, user := range users {
		all[user.Name] = user.ID
	}
	for _, user := range users {
		known[user.Name] = user.ID
	}
	return all
}

// It has its size.
func sized(users []User) map[int]User {
	found := make(map[int]User, 2*len(users))
	for _, user := range users {
		found[user.ID] = user
	}
	return found
}

// A map of each turn's own.
func each(users []User) []map[string]string {
	rows := make([]map[string]string, 0, len(users))
	for _, user := range users {
		row := make(map[string]string)
		row["name"] = user.Name
		row[user.Team] = user.Name
		rows = append(rows, row)
	}
	return rows
}

// Inner loops: no single length tells how many entries there will be.
func pairs(teams map[string][]User) map[int]string {
	found := make(map[int]string)
	for team, users := range teams {
		for _, user := range users {
			found[user.ID] = team
		}
	}
	return found
}

// Slices are no maps.
func positions(users []User) []int {
	found := make([]int, 0)
	found = append(found, make([]int, len(users))...)
	for i, user := range users {
		found[i] = user.ID
	}
	return found
}

// Values of any type may be boxed on the same line.
func anything(users []User) map[string]any {
	found := make(map[string]any)
	for _, user := range users {
		found[user.Name] = user.ID
	}
	return found
}

// Few turns, by the loop's own words: a map has room for 8 entries from the start.
func fewUsers() map[string]User {
	found := make(map[string]User)
	users := []User{{Name: "a"}, {Name: "b"}, {Name: "c"}}
	for _, user := range users {
		found[user.Name] = user
	}
	for _, name := range []string{"d", "e"} {
		found[name] = User{Name: name}
	}
	return found
}

// The literal is given what it ranges over; where the map is made nobody knows how much that will be.
func sizesByName(groups [][]string) map[string]int {
	sizes := make(map[string]int)
	add := func(names []string) {
		for _, name := range names {
			sizes[name] = len(name)
		}
	}
	for _, group := range groups {
		add(group)
	}
	return sizes
}

type level string

const (
	low  level = "low"
	high level = "high"
)

// There are as many keys as the package names, whatever the length is. Without a profile nothing is said of it.
func levels(found []level) map[level]bool {
	seen := make(map[level]bool)
	for _, one := range found {
		seen[one] = true
	}
	return seen
}

// Arguments are a few, as a rule.
func setOf(names ...string) map[string]bool {
	all := make(map[string]bool)
	for _, name := range names {
		all[name] = true
	}
	return all
}

// The loop stops at the first repetition.
func untilRepeated(names []string) map[string]bool {
	seen := map[string]bool{}
	for _, name := range names {
		if seen[name] {
			break
		}
		seen[name] = true
	}
	return seen
}

// More entries follow: the first loop's length is not the map's.
func both(first, second []string) map[string]int {
	all := map[string]int{}
	for i, name := range first {
		all[name] = i
	}
	for i := 0; i < len(second); i++ {
		if second[i] != "" {
			all[second[i]] = i
		}
	}
	return all
}

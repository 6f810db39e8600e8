package mapwithoutsize

// User is somebody.
type User struct {
	ID   int
	Name string
	Team string
}

// ByID finds users by number.
func ByID(users []User) map[int]User {
	found := make(map[int]User) // want map-without-size
	for _, user := range users {
		found[user.ID] = user
	}
	return found
}

// Names is the set of all names.
func Names(users []User) int {
	names := map[string]struct{}{} // with a profile alone
	for i := 0; i < len(users); i++ {
		names[users[i].Name] = struct{}{}
	}
	return len(names)
}

// Invert swaps keys and values.
func Invert(ids map[string]int) map[int]string {
	var names = make(map[int]string, 0) // want map-without-size
	for name, id := range ids {
		names[id] = name
	}
	return names
}

type set map[string]bool

// Known is the set of users that are known already.
func Known(users []User, active bool) set {
	known := make(set) // want map-without-size
	for i := range users {
		user := &users[i]
		if user.Team == "" {
			user.Team = "none"
		}
		known[user.Name] = active
	}
	return known
}

type cell struct{ x, y int }

// Distances gives every cell of a diagonal its distance.
func Distances(n int) map[cell]int {
	distances := make(map[cell]int) // want map-without-size
	for i := range n {
		distances[cell{x: i, y: i}] = i * 2
	}
	return distances
}

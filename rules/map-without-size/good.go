package mapwithoutsize

// ByIDGood finds users by number.
func ByIDGood(users []User) map[int]User {
	found := make(map[int]User, len(users))
	for _, user := range users {
		found[user.ID] = user
	}
	return found
}

// NamesGood is the set of all names.
func NamesGood(users []User) int {
	names := make(map[string]struct{}, len(users))
	for i := 0; i < len(users); i++ {
		names[users[i].Name] = struct{}{}
	}
	return len(names)
}

// InvertGood swaps keys and values.
func InvertGood(ids map[string]int) map[int]string {
	var names = make(map[int]string, len(ids))
	for name, id := range ids {
		names[id] = name
	}
	return names
}

// KnownGood is the set of users that are known already.
func KnownGood(users []User, active bool) set {
	known := make(set, len(users))
	for i := range users {
		user := &users[i]
		if user.Team == "" {
			user.Team = "none"
		}
		known[user.Name] = active
	}
	return known
}

// DistancesGood gives every cell of a diagonal its distance.
func DistancesGood(n int) map[cell]int {
	distances := make(map[cell]int, n)
	for i := range n {
		distances[cell{x: i, y: i}] = i * 2
	}
	return distances
}

package appendelementbyelement

// User is somebody.
type User struct {
	ID   int
	Name string
}

// Team is a list of users.
type Team struct {
	Users []User
}

// Extend adds users to those that are there.
func Extend(all, users []User) []User {
	for _, user := range users { // want append-element-by-element
		all = append(all, user)
	}
	return all
}

// Merge is the numbers of one list behind those of another.
func Merge(first, second []int) []int {
	all := []int{0}
	for i := range first { // want append-element-by-element
		all = append(all, first[i])
	}
	for i := 0; i < len(second); i++ { // want append-element-by-element
		all = append(all, second[i])
	}
	return all
}

// Join moves the users of one team to another.
func Join(team *Team, other Team) *Team {
	joined := &Team{Users: team.Users}
	for _, user := range other.Users { // want append-element-by-element
		joined.Users = append(joined.Users, user)
	}
	return joined
}

package addressofloopvariable

// User is somebody.
type User struct {
	ID   int
	Name string
	Age  int
}

// Adults is the users who are old enough.
func Adults(users []User) []*User {
	adults := make([]*User, 0, len(users))
	for _, user := range users {
		if user.Age >= 18 {
			adults = append(adults, &user) // want address-of-loop-variable
		}
	}
	return adults
}

// ByName finds users.
func ByName(users []User) map[string]*User {
	found := make(map[string]*User, len(users))
	for _, user := range users {
		found[user.Name] = &user // want address-of-loop-variable
	}
	return found
}

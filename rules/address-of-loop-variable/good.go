package addressofloopvariable

// AdultsGood is the users who are old enough.
func AdultsGood(users []User) []*User {
	adults := make([]*User, 0, len(users))
	for i := range users {
		if users[i].Age >= 18 {
			adults = append(adults, &users[i])
		}
	}
	return adults
}

// ByNameGood finds users.
func ByNameGood(users []User) map[string]*User {
	found := make(map[string]*User, len(users))
	for i := range users {
		found[users[i].Name] = &users[i]
	}
	return found
}

package addressofloopvariable

// The copy is changed, and the element must not be.
func older(users []User) []*User {
	all := make([]*User, 0, len(users))
	for _, user := range users {
		user.Age++
		all = append(all, &user)
	}
	return all
}

func (u *User) rename() { u.Name = "somebody" }

func renamed(users []User) []*User {
	all := make([]*User, 0, len(users))
	for _, user := range users {
		user.rename()
		all = append(all, &user)
	}
	return all
}

// Values of maps and channels have no address of their own.
func others(users map[string]User, more <-chan User) []*User {
	var all []*User
	for _, user := range users {
		all = append(all, &user)
	}
	for user := range more {
		all = append(all, &user)
	}
	return all
}

// Pointers are kept as they are, and another variable's address is another matter.
func pointers(users []*User, one User) []*User {
	all := make([]*User, 0, len(users))
	for _, user := range users {
		all = append(all, user)
		all = append(all, &one)
	}
	return all
}

// The address ends with the turn.
func oldest(users []User) *User {
	best := &User{}
	for _, user := range users {
		at := &user
		if at.Age > best.Age {
			best = &User{ID: at.ID, Age: at.Age}
		}
	}
	return best
}

package appendelementbyelement

// ExtendGood adds users to those that are there.
func ExtendGood(all, users []User) []User {
	return append(all, users...)
}

// MergeGood is the numbers of one list behind those of another.
func MergeGood(first, second []int) []int {
	all := []int{0}
	all = append(all, first...)
	return append(all, second...)
}

// JoinGood moves the users of one team to another.
func JoinGood(team *Team, other Team) *Team {
	joined := &Team{Users: team.Users}
	joined.Users = append(joined.Users, other.Users...)
	return joined
}

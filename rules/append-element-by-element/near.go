package appendelementbyelement

// Other types of elements: append cannot take them at once.
func names(all []any, names []string) []any {
	for _, name := range names {
		all = append(all, name)
	}
	return all
}

// A filter, a part of each element, and two things per turn.
func parts(all []string, users []User) []string {
	for _, user := range users {
		all = append(all, user.Name)
	}
	for _, user := range users {
		if user.ID > 0 {
			all = append(all, user.Name)
		}
	}
	return all
}

func counted(all []User, users []User) ([]User, int) {
	count := 0
	for _, user := range users {
		all = append(all, user)
		count += user.ID
	}
	return all, count
}

// Maps, channels and strings are no slices.
func others(all []int, runes []rune, ids map[int]int, more <-chan int, text string) ([]int, []rune) {
	for _, id := range ids {
		all = append(all, id)
	}
	for id := range more {
		all = append(all, id)
	}
	for _, letter := range text {
		runes = append(runes, letter)
	}
	return all, runes
}

// The key of the turn is another number than the element.
func positions(all []int, users []User) []int {
	for i := range users {
		all = append(all, i)
	}
	return all
}

// There is room: nothing grows.
func sized(users []User) []User {
	all := make([]User, 0, len(users))
	for _, user := range users {
		all = append(all, user)
	}
	return all
}

// Three elements are few.
func few(all []int) []int {
	for _, one := range []int{1, 2, 3} {
		all = append(all, one)
	}
	return all
}

// Another element than that of the turn.
func shifted(all, numbers []int) []int {
	for i := range numbers {
		all = append(all, numbers[len(numbers)-1-i])
	}
	return all
}

type options struct{ hooks []func() }

// One or two, as a rule. Without a profile nothing is said of it.
func (o *options) with(hooks ...func()) *options {
	for _, hook := range hooks {
		o.hooks = append(o.hooks, hook)
	}
	return o
}

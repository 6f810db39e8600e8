package largeelementcopied

// Small ones.
type point struct{ x, y float64 }

func length(points []point) (sum float64) {
	for _, point := range points {
		sum += point.x*point.x + point.y*point.y
	}
	return sum
}

// Pointers.
func pointers(accounts []*Account) (sum int64) {
	for _, account := range accounts {
		sum += account.ID
	}
	return sum
}

// A map has no elements to point at, and a channel gives them away.
func others(byID map[int64]Account, more <-chan Account) (sum int64) {
	for _, account := range byID {
		sum += account.ID
	}
	for account := range more {
		sum += account.ID
	}
	return sum
}

// The copy is changed, so it must be one.
func later(accounts []Account) (sum int64) {
	for _, account := range accounts {
		account.Months[0]++
		account.ID = sum
		sum += account.Months[0]
	}
	return sum
}

// The position alone.
func count(accounts []Account) (sum int) {
	for i := range accounts {
		sum += i
	}
	for i, _ := range accounts {
		sum += i
	}
	return sum
}

// A few.
func few() (sum int64) {
	for _, account := range []Account{{ID: 1}, {ID: 2}} {
		sum += account.ID
	}
	return sum
}

// What a type parameter stands for, nobody knows.
func generic[T any](all []T, each func(T)) {
	for _, one := range all {
		each(one)
	}
}

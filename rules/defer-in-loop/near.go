package deferinloop

import "sync"

// Each turn has a function of its own.
func each(accounts []*Account) int {
	sum := 0
	for _, account := range accounts {
		func() {
			account.mu.Lock()
			defer account.mu.Unlock()
			sum += account.cents
		}()
	}
	return sum
}

// The loop ends with it.
func first(accounts []*Account) int {
	for _, account := range accounts {
		if account != nil {
			account.mu.Lock()
			defer account.mu.Unlock()
			return account.cents
		}
	}
	return 0
}

// Outside, around the loop.
func outside(accounts []*Account, done func(string)) int {
	defer done("all")
	sum := 0
	for _, account := range accounts {
		sum += account.cents
	}
	defer done("sum")
	return sum
}

// Two, by the loop's own words.
func pair(left, right *Account) int {
	sum := 0
	for _, account := range []*Account{left, right} {
		account.mu.Lock()
		defer account.mu.Unlock()
		sum += account.cents
	}
	return sum
}

// Some turns only: mostly it is one.
func focused(accounts []*Account, focus *Account) int {
	sum := 0
	for _, account := range accounts {
		if account == focus {
			defer account.mu.Unlock()
			account.mu.Lock()
		}
		sum += account.cents
	}
	return sum
}

// A goroutine per turn has its own.
func concurrent(accounts []*Account, group *sync.WaitGroup) {
	for range accounts {
		group.Add(1)
		go func() {
			defer group.Done()
		}()
	}
}

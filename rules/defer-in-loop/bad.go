package deferinloop

import "sync"

// Account is money that several want at once.
type Account struct {
	mu    sync.Mutex
	cents int
}

// Sum adds up accounts, each of which is locked meanwhile.
func Sum(accounts []*Account) int {
	sum := 0
	for _, account := range accounts {
		account.mu.Lock()
		defer account.mu.Unlock() // want defer-in-loop
		sum += account.cents
	}
	return sum
}

// Note calls back once for each name.
func Note(names []string, done func(string)) int {
	letters := 0
	for i := 0; i < len(names); i++ {
		name := names[i]
		defer done(name) // want defer-in-loop
		letters += len(name)
	}
	return letters
}

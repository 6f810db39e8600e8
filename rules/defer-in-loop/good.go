package deferinloop

func (a *Account) read() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.cents
}

// SumGood adds up accounts, each of which is locked meanwhile.
func SumGood(accounts []*Account) int {
	sum := 0
	for _, account := range accounts {
		sum += account.read()
	}
	return sum
}

// NoteGood calls back once for each name.
func NoteGood(names []string, done func(string)) int {
	letters := 0
	for i := 0; i < len(names); i++ {
		letters += len(names[i])
		done(names[i])
	}
	return letters
}

package deferinloop

import (
	"io"
	"os"
	"sync"
)

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

// Who reads behind the loop needs the files open. Without a profile nothing is said of it.
func readers(names []string) ([]byte, error) {
	all := make([]io.Reader, 0, len(names))
	for _, name := range names {
		file, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer file.Close()
		all = append(all, file)
	}
	return io.ReadAll(io.MultiReader(all...))
}

// What the turns have done is undone where a later one fails.
func transfer(accounts []*Account, move func(*Account) error) (err error) {
	for _, account := range accounts {
		before := account.cents
		defer func() {
			if err != nil {
				account.cents = before
			}
		}()
		if err = move(account); err != nil {
			return err
		}
	}
	return nil
}

// All of them are locked until the end, on purpose: the turn does nothing else with them.
func together(accounts []*Account, each func()) {
	for _, account := range accounts {
		account.mu.Lock()
		defer account.mu.Unlock()
	}
	each()
}

// What the list holds is used behind the loop, so it stays open until then.
func kept(names []string, each func([]*os.File)) error {
	files := make([]*os.File, len(names))
	for i, name := range names {
		file, err := os.Open(name)
		if err != nil {
			return err
		}
		files[i] = file
		defer files[i].Close()
	}
	each(files)
	return nil
}

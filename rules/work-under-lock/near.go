package workunderlock

import (
	"encoding/json"
	"os"
	"sync"
)

// The lock is given back before.
func (b *Board) after() ([]byte, error) {
	b.mu.Lock()
	count := len(b.scores)
	b.mu.Unlock()
	return json.Marshal(count)
}

// It is taken later.
func (b *Board) before(data []byte) error {
	var scores []Score
	if err := json.Unmarshal(data, &scores); err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.scores = scores
	return nil
}

// Readers do not wait for each other.
type shared struct {
	mu     sync.RWMutex
	scores []Score
}

func (s *shared) document() ([]byte, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return json.Marshal(s.scores)
}

// Another goroutine works, without the lock.
func (b *Board) later(name string, scores []Score) {
	b.mu.Lock()
	defer b.mu.Unlock()
	go os.ReadFile(name)
	defer os.ReadFile(name)
	go func() {
		json.Marshal(scores)
	}()
}

// Little work.
func (b *Board) little(i int) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.scores[i].Points
}

// Nobody gives it back here.
func (b *Board) locked() ([]byte, error) {
	b.mu.Lock()
	return json.Marshal(b.scores)
}

// Another lock was given back.
func (b *Board) other(c *Board) ([]byte, error) {
	b.mu.Lock()
	b.scores = nil
	b.mu.Unlock()
	c.mu.Unlock()
	return json.Marshal(b.scores)
}

type door struct{ open int }

func (d *door) Lock()   { d.open-- }
func (d *door) Unlock() { d.open++ }

// Something else of this name.
func other(d *door, scores []int) ([]byte, error) {
	d.Lock()
	defer d.Unlock()
	return json.Marshal(scores)
}

// The branch has given the lock back before it works.
func (b *Board) briefly(name string) ([]byte, error) {
	b.mu.Lock()
	if len(b.scores) == 0 {
		b.mu.Unlock()
		return os.ReadFile(name)
	}
	b.scores = nil
	b.mu.Unlock()
	return nil, nil
}

package workunderlock

import "encoding/json"

// DocumentGood takes under the lock what it needs, and works without it.
func (b *Board) DocumentGood() ([]byte, error) {
	return json.Marshal(b.current())
}

// IndentedGood does so, too.
func (b *Board) IndentedGood() ([]byte, error) {
	return json.MarshalIndent(b.current(), "", "  ")
}

func (b *Board) current() []Score {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.scores
}

package workunderlock

import (
	"encoding/json"
	"sync"
)

// Score is the score of one player.
type Score struct {
	Player string
	Points int
}

// Board holds scores. Set replaces all of them; nobody changes a slice that it was given.
type Board struct {
	mu     sync.Mutex
	scores []Score
}

// Document is all scores as JSON.
func (b *Board) Document() ([]byte, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return json.Marshal(b.scores) // want work-under-lock
}

// Indented is the same for people.
func (b *Board) Indented() ([]byte, error) {
	b.mu.Lock()
	data, err := json.MarshalIndent(b.scores, "", "  ") // want work-under-lock
	b.mu.Unlock()
	return data, err
}

// Set replaces the scores.
func (b *Board) Set(scores []Score) {
	b.mu.Lock()
	b.scores = scores
	b.mu.Unlock()
}

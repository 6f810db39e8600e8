package readlockforonefield

import "sync"

// Settings are what a program is told.
type Settings struct {
	Name  string
	Limit int
}

// Holder holds the settings, which are replaced now and then.
type Holder struct {
	mu       sync.RWMutex
	settings *Settings
	version  int64
}

// Get is the settings as they are now.
func (h *Holder) Get() *Settings {
	h.mu.RLock() // want read-lock-for-one-field
	defer h.mu.RUnlock()
	return h.settings
}

// Version counts how often they were replaced.
func (h *Holder) Version() int64 {
	h.mu.RLock() // want read-lock-for-one-field
	version := h.version
	h.mu.RUnlock()
	return version
}

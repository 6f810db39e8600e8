package readlockforonefield

import "sync/atomic"

// HolderGood holds the settings, which are replaced now and then.
type HolderGood struct {
	settings atomic.Pointer[Settings]
	version  atomic.Int64
}

// GetGood is the settings as they are now.
func (h *HolderGood) GetGood() *Settings {
	return h.settings.Load()
}

// VersionGood counts how often they were replaced.
func (h *HolderGood) VersionGood() int64 {
	return h.version.Load()
}

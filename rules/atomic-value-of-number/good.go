package atomicvalueofnumber

import (
	"sync/atomic"
	"time"
)

// MeterGood remembers the last time that something took.
type MeterGood struct{ last atomic.Int64 }

// RecordGood remembers a time.
func (m *MeterGood) RecordGood(took time.Duration) {
	m.last.Store(int64(took))
}

// LastGood is the last one.
func (m *MeterGood) LastGood() time.Duration {
	return time.Duration(m.last.Load())
}

package atomicvalueofnumber

import (
	"sync/atomic"
	"time"
)

// Meter remembers the last time that something took.
type Meter struct{ last atomic.Value }

// Record remembers a time.
func (m *Meter) Record(took time.Duration) {
	m.last.Store(took) // want atomic-value-of-number
}

// Last is the last one.
func (m *Meter) Last() time.Duration {
	took, _ := m.last.Load().(time.Duration)
	return took
}

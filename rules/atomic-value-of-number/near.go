package atomicvalueofnumber

import "sync/atomic"

type settings struct{ limit int }

// What else a Value is for.
func store(v *atomic.Value, all *settings, one settings, name string, ready bool) {
	v.Store(all)
	v.Store(one)
	v.Store(name)
	v.Store(ready)
	v.Store(1)
}

// The atomic types themselves.
func count(n *atomic.Int64, p *atomic.Pointer[settings], x int64, s *settings) {
	n.Store(x)
	p.Store(s)
	atomic.StoreInt64(new(int64), x)
}

type shop struct{}

func (shop) Store(int64) {}

// Something else of this name.
func other(s shop, x int64) { s.Store(x) }

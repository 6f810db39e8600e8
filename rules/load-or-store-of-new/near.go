package loadorstoreofnew

import "sync"

var seen sync.Map

// Small values, and values that are there already.
func first(name string, counter *Counter) bool {
	_, known := seen.LoadOrStore(name, struct{}{})
	_, again := seen.LoadOrStore(name, true)
	_, kept := seen.LoadOrStore(name, counter)
	return known || again || kept
}

// Asked before.
func asked(name string) *Counter {
	if counter, ok := seen.Load(name); ok {
		return counter.(*Counter)
	}
	counter, _ := seen.LoadOrStore(name, &Counter{})
	return counter.(*Counter)
}

// Filled before it is stored.
func registered(name string, start int) bool {
	counter := new(Counter)
	counter.n = start
	_, known := seen.LoadOrStore(name, counter)
	return known
}

type store struct{}

func (store) LoadOrStore(name string, counter *Counter) *Counter { return counter }

// Something else of this name.
func other(seen store, name string) *Counter { return seen.LoadOrStore(name, &Counter{}) }

package mapremade

import "maps"

type store struct {
	byName map[string]int
	last   map[string]int
}

// Who takes the map keeps it: emptying it would empty theirs.
func (s *store) take() map[string]int {
	taken := s.byName
	s.byName = make(map[string]int)
	return taken
}

func (s *store) swap() int {
	sum := 0
	for _, n := range s.byName {
		sum += n
	}
	s.last = s.byName
	s.byName = make(map[string]int, len(s.byName))
	return sum
}

func (s *store) send(to chan<- map[string]int) {
	s.byName["sent"] = 1
	to <- s.byName
	s.byName = map[string]int{}
}

func (s *store) flush(write func(map[string]int)) {
	if s.byName["any"] > 0 {
		write(s.byName)
		s.byName = make(map[string]int)
	}
}

func (s *store) resetLater() func() map[string]int {
	s.byName = make(map[string]int)
	return func() map[string]int { return s.byName }
}

// Made when it is first wanted.
func (s *store) put(name string) {
	if s.byName == nil {
		s.byName = make(map[string]int)
	}
	s.byName[name]++
}

// Made for the first time.
func newStore() *store {
	s := &store{}
	s.byName = make(map[string]int)
	return s
}

func (s *store) start(names []string) {
	s.byName = make(map[string]int, len(names))
	for i, name := range names {
		s.byName[name] = i
	}
}

// A copy of a struct shares its maps with the struct.
func (s store) with(name string) store {
	sum := 0
	for _, n := range s.byName {
		sum += n
	}
	s.byName = make(map[string]int, len(s.byName))
	s.byName[name] = sum
	return s
}

func (s *store) copied() *store {
	out := new(store)
	*out = *s
	out.byName = make(map[string]int, len(out.byName))
	maps.Copy(out.byName, s.byName)
	return out
}

// The caller has the map.
func emptied(ages map[string]int) map[string]int {
	for name := range ages {
		println(name)
	}
	ages = make(map[string]int, len(ages))
	return ages
}

// Each element is another map.
func perKey(groups map[string]map[string]int, key string) {
	for name := range groups[key] {
		println(name)
	}
	groups[key] = make(map[string]int)
}

// The old one is another struct's.
func moved(list []*store) {
	s := list[0]
	for name := range s.byName {
		println(name)
	}
	s = list[1]
	s.byName = make(map[string]int)
}

// Kept, one after the other.
func perGroup(names []string) []map[string]bool {
	all := make([]map[string]bool, 0, 30)
	seen := make(map[string]bool)
	for _, name := range names {
		if name != "" {
			seen[name] = true
			continue
		}
		all = append(all, seen)
		seen = make(map[string]bool)
	}
	return all
}

// A goroutine still reads the old one.
func (s *store) publish(done chan<- int) {
	go func() {
		sum := 0
		for _, n := range s.byName {
			sum += n
		}
		done <- sum
	}()
	s.byName["published"]++
	s.byName = make(map[string]int)
}

// Nothing is emptied but given away.
func (s *store) drop() {
	delete(s.byName, "x")
	s.byName = nil
}

// A slice.
type list struct{ names []string }

func (l *list) reset() {
	l.names = make([]string, 0, len(l.names))
}

// Either the one or the other.
func (s *store) load(version int, from map[string]int) {
	switch version {
	case 1:
		for name := range from {
			s.byName[name] = 1
		}
	default:
		s.byName = make(map[string]int, len(from))
	}
	if version > 2 {
		s.last["version"] = version
	} else {
		s.last = map[string]int{}
	}
}

// One of two that are made together, when they are first wanted.
func (s *store) define(name string) {
	if s.byName[name] > 0 {
		return
	}
	if s.last == nil {
		s.last = make(map[string]int)
		s.byName = make(map[string]int)
	}
	s.byName[name], s.last[name] = 1, 1
}

// Nobody fills it again.
func (s *store) close(done func(string)) {
	for name := range s.byName {
		done(name)
	}
	s.byName = map[string]int{}
}

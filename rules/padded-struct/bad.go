package paddedstruct

// Entry is one entry of a cache: 48 bytes, of which 14 are empty.
type Entry struct {
	used  bool
	key   int64
	dirty bool
	value int64
	level int16
}

// Sample is one measurement: 24 bytes, of which 10 are empty.
type Sample struct {
	valid bool
	value float64
	index int32
	final bool
}

// Entries makes an entry for each key.
func Entries(keys []int64) (all []*Entry, dirty int) {
	all = make([]*Entry, 0, len(keys))
	for i, key := range keys {
		entry := &Entry{key: key, value: int64(i), dirty: i%2 == 0} // want padded-struct
		if entry.dirty {
			dirty++
		}
		all = append(all, entry)
	}
	return all, dirty
}

// First makes an entry.
func First(key int64) *Entry {
	entry := new(Entry) // want padded-struct
	entry.key = key
	return entry
}

// Samples makes a sample for each value.
func Samples(values []float64) []Sample {
	samples := make([]Sample, len(values)) // want padded-struct
	for i, value := range values {
		samples[i].value, samples[i].index = value, int32(i)
	}
	return samples
}

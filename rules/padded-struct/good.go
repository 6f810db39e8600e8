package paddedstruct

// EntryGood is one entry of a cache: 24 bytes, of which 4 are empty.
type EntryGood struct {
	key   int64
	value int64
	level int16
	used  bool
	dirty bool
}

// SampleGood is one measurement: 16 bytes, of which 2 are empty.
type SampleGood struct {
	value float64
	index int32
	valid bool
	final bool
}

// EntriesGood makes an entry for each key.
func EntriesGood(keys []int64) (all []*EntryGood, dirty int) {
	all = make([]*EntryGood, 0, len(keys))
	for i, key := range keys {
		entry := &EntryGood{key: key, value: int64(i), dirty: i%2 == 0}
		if entry.dirty {
			dirty++
		}
		all = append(all, entry)
	}
	return all, dirty
}

// FirstGood makes an entry.
func FirstGood(key int64) *EntryGood {
	entry := new(EntryGood)
	entry.key = key
	return entry
}

// SamplesGood makes a sample for each value.
func SamplesGood(values []float64) []SampleGood {
	samples := make([]SampleGood, len(values))
	for i, value := range values {
		samples[i].value, samples[i].index = value, int32(i)
	}
	return samples
}

package mapcopiedbyloop

import "maps"

// CopyGood is the same settings in another map.
func (s Settings) CopyGood() Settings { return maps.Clone(s) }

// SnapshotGood is counts as they are now.
func SnapshotGood(counts map[int]int) map[int]int { return maps.Clone(counts) }

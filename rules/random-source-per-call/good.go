package randomsourcepercall

import (
	"math/rand"
	"time"
)

// DelayGood is a time to wait, up to a limit.
func DelayGood(limit time.Duration) time.Duration {
	return limit + time.Duration(rand.Int63n(int64(limit)))
}

// PickGood takes one of several.
func PickGood(names []string) string {
	return names[rand.Intn(len(names))]
}

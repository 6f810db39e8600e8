package randomsourcepercall

import (
	"math/rand"
	"time"
)

// Delay is a time to wait, up to a limit.
func Delay(limit time.Duration) time.Duration {
	random := rand.New(rand.NewSource(time.Now().UnixNano())) // want random-source-per-call
	return limit + time.Duration(random.Int63n(int64(limit)))
}

// Pick takes one of several.
func Pick(names []string) string {
	return names[rand.New(rand.NewSource(time.Now().Unix())).Intn(len(names))] // want random-source-per-call
}

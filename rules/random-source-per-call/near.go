package randomsourcepercall

import (
	"math/rand"
	"time"
)

// The same numbers each time.
func repeatable(seed int64) []int {
	return rand.New(rand.NewSource(seed)).Perm(10)
}

func fixed() int { return rand.New(rand.NewSource(42)).Int() }

// Once for each object, and kept.
type shuffler struct{ random *rand.Rand }

func newShuffler() *shuffler {
	return &shuffler{random: rand.New(rand.NewSource(time.Now().UnixNano()))}
}

func newRandom() *rand.Rand {
	random := rand.New(rand.NewSource(time.Now().UnixNano()))
	random.Int()
	return random
}

var shared = rand.New(rand.NewSource(time.Now().UnixNano()))

func init() {
	random := rand.New(rand.NewSource(time.Now().UnixNano()))
	shared = rand.New(rand.NewSource(random.Int63()))
}

// Who is given a generator needs one. Without a profile nothing is said of it.
func handedOn(album func(*rand.Rand) string) string {
	return album(rand.New(rand.NewSource(time.Now().UnixNano())))
}

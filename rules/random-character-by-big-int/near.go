package randomcharacterbybigint

import (
	"crypto/rand"
	"math/big"
)

// One number.
func one(limit int64) (*big.Int, error) {
	return rand.Int(rand.Reader, big.NewInt(limit))
}

// The first that will do.
func odd(limit *big.Int) *big.Int {
	for {
		n, err := rand.Int(rand.Reader, limit)
		if err != nil || n.Bit(0) == 1 {
			return n
		}
	}
}

type dice struct{}

func (dice) Int(sides, limit *big.Int) *big.Int { return limit }

// Something else of this name.
func other(rand dice) (sum int64) {
	for range 10 {
		sum += rand.Int(nil, big.NewInt(6)).Int64()
	}
	return sum
}

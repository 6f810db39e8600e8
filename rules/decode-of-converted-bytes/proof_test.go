package decodeofconvertedbytes

import (
	"encoding/base64"
	"encoding/hex"
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	data := []byte(strings.Repeat("data ", 40))
	body := []byte(base64.StdEncoding.EncodeToString(data))
	digest := []byte(hex.EncodeToString(data))
	decoded := func(f func([]byte) ([]byte, error), text []byte) func() []byte {
		return func() []byte {
			data, err := f(text)
			if err != nil {
				panic(err)
			}
			return data
		}
	}
	proof.Allocates(t, "Body", decoded(Body, body), decoded(BodyGood, body))
	proof.Allocates(t, "Digest", decoded(Digest, digest), decoded(DigestGood, digest))
}

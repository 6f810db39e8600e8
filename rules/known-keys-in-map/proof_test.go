package knownkeysinmap

import (
	"bytes"
	"encoding/json"
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	scopes := make([]string, 20)
	for i := range scopes {
		scopes[i] = "scope:" + strconv.Itoa(i)
	}
	document, err := json.Marshal(map[string]any{
		"access_token": "abcdef", "token_type": "bearer", "expires_in": 3600, "scope": scopes,
		"name": "heaplint", "version": "1.2.3", "issued": map[string]any{"by": "me", "at": 12345678},
	})
	if err != nil {
		t.Fatal(err)
	}
	text := func(f func() (string, error)) func() string {
		return func() string {
			text, err := f()
			if err != nil {
				panic(err)
			}
			return text
		}
	}
	proof.Allocates(t, "Token", text(func() (string, error) { return Token(document) }), text(func() (string, error) { return TokenGood(document) }))
	proof.Allocates(t, "Version", text(func() (string, error) { return Version(bytes.NewReader(document)) }),
		text(func() (string, error) { return VersionGood(bytes.NewReader(document)) }))
}

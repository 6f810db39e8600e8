package knownkeysinmap

import (
	"encoding/json"
	"errors"
	"io"
)

var errNoToken = errors.New("no token")

// Token is the token of an answer.
func Token(answer []byte) (string, error) {
	var fields map[string]any
	if err := json.Unmarshal(answer, &fields); err != nil { // want known-keys-in-map
		return "", err
	}
	token, ok := fields["access_token"].(string)
	if !ok {
		return "", errNoToken
	}
	return token, nil
}

// Version is the version of a package's description.
func Version(r io.Reader) (string, error) {
	description := make(map[string]interface{})
	if err := json.NewDecoder(r).Decode(&description); err != nil { // want known-keys-in-map
		return "", err
	}
	name, _ := description["name"].(string)
	version, _ := description["version"].(string)
	return name + "@" + version, nil
}

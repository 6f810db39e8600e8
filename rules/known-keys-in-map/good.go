package knownkeysinmap

import (
	"encoding/json"
	"io"
)

// TokenGood is the token of an answer.
func TokenGood(answer []byte) (string, error) {
	var fields struct {
		AccessToken *string `json:"access_token"`
	}
	if err := json.Unmarshal(answer, &fields); err != nil {
		return "", err
	}
	if fields.AccessToken == nil {
		return "", errNoToken
	}
	return *fields.AccessToken, nil
}

// VersionGood is the version of a package's description.
func VersionGood(r io.Reader) (string, error) {
	var description struct{ Name, Version string }
	if err := json.NewDecoder(r).Decode(&description); err != nil {
		return "", err
	}
	return description.Name + "@" + description.Version, nil
}

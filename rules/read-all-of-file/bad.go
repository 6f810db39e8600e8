package readalloffile

import (
	"encoding/json"
	"io"
	"os"
)

// Load reads settings.
func Load(name string) (settings map[string]string, err error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	data, err := io.ReadAll(file) // want read-all-of-file
	if err != nil {
		return nil, err
	}
	err = json.Unmarshal(data, &settings)
	return settings, err
}

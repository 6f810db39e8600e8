package readalloffile

import (
	"encoding/json"
	"os"
)

// LoadGood reads settings.
func LoadGood(name string) (settings map[string]string, err error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	err = json.Unmarshal(data, &settings)
	return settings, err
}

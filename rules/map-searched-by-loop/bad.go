package mapsearchedbyloop

// Config is settings by name.
type Config struct {
	Default string
	values  map[string]string
}

// Value is the value of a setting.
func (c *Config) Value(name string) string {
	for key, value := range c.values { // want map-searched-by-loop
		if key == name {
			return value
		}
	}
	return ""
}

// HasDefault says whether the default setting is there.
func (c *Config) HasDefault() bool {
	found := false
	for key := range c.values { // want map-searched-by-loop
		if c.Default == key {
			found = true
			break
		}
	}
	return found
}

// Known says whether there is such a setting.
func (c *Config) Known(name string) bool {
	for key := range c.values { // want map-searched-by-loop
		if key == name {
			return true
		}
	}
	return false
}

// Or is the value of a setting, or something else.
func (c *Config) Or(name, otherwise string) string {
	for key, value := range c.values { // want map-searched-by-loop
		if name == key {
			return value
		}
	}
	return otherwise
}

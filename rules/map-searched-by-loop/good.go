package mapsearchedbyloop

// ValueGood is the value of a setting.
func (c *Config) ValueGood(name string) string {
	return c.values[name]
}

// HasDefaultGood says whether the default setting is there.
func (c *Config) HasDefaultGood() bool {
	_, found := c.values[c.Default]
	return found
}

// KnownGood says whether there is such a setting.
func (c *Config) KnownGood(name string) bool {
	_, known := c.values[name]
	return known
}

// OrGood is the value of a setting, or something else.
func (c *Config) OrGood(name, otherwise string) string {
	if value, ok := c.values[name]; ok {
		return value
	}
	return otherwise
}

package mapsearchedbyloop

import "strings"

// By the value, or by a part of the key: no look-up does that.
func (c *Config) named(value string) string {
	for key, one := range c.values {
		if one == value {
			return key
		}
	}
	for key := range c.values {
		if strings.ToLower(key) == value {
			return key
		}
	}
	return ""
}

// Both of one entry.
func (c *Config) same() string {
	for key, value := range c.values {
		if key == value {
			return key
		}
	}
	return ""
}

// All but one.
func (c *Config) others(name string) (all []string) {
	for key := range c.values {
		if key == name {
			continue
		} else {
			all = append(all, key)
		}
	}
	for key := range c.values {
		if key != name {
			all = append(all, key)
		}
	}
	for key := range c.values {
		if key == name {
			all = append(all, "it")
		}
		all = append(all, key)
	}
	return all
}

// Slices have no keys to look up.
func position(names []string, name string, wanted int) int {
	for i, one := range names {
		if one == name {
			return i
		}
	}
	for i := range names {
		if i == wanted {
			return i
		}
	}
	return -1
}

// A look-up takes a string, and this may hold something else.
func holds(values map[string]int, wanted any) bool {
	for key, value := range values {
		if key == wanted {
			return value > 0
		}
	}
	return false
}

package mapcopiedbyloop

import "strings"

// Something is changed, left out, or turned around.
func changed(s Settings, names map[string]int) (Settings, map[int]string, Settings) {
	lower := make(Settings, len(s))
	for name, value := range s {
		lower[strings.ToLower(name)] = value
	}
	byID := make(map[int]string, len(names))
	for name, id := range names {
		byID[id] = name
	}
	some := make(Settings, len(s))
	for name, value := range s {
		if value != "" {
			some[name] = value
		}
	}
	return lower, byID, some
}

// Into a map that holds something else already.
func merged(s, more Settings) Settings {
	all := make(Settings, len(s)+len(more)+1)
	all["name"] = "value"
	for name, value := range s {
		all[name] = value
	}
	for name, value := range more {
		s[name] = value
	}
	return all
}

// Values of another type.
func anything(s Settings) map[string]any {
	all := make(map[string]any, len(s))
	for name, value := range s {
		all[name] = value
	}
	return all
}

// From a slice.
func numbered(names []string) map[int]string {
	all := make(map[int]string, len(names))
	for i, name := range names {
		all[i] = name
	}
	return all
}

// More entries follow, for which a clone of nil would have no room. Without a profile nothing is said of it.
func extended(defaults, own map[string]string) map[string]string {
	all := make(map[string]string, len(defaults)+len(own))
	for key, value := range defaults {
		all[key] = value
	}
	all["own"] = own["own"]
	return all
}

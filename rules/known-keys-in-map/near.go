package knownkeysinmap

import "encoding/json"

// Keys that only the caller knows.
func field(data []byte, name string) (any, error) {
	var fields map[string]any
	if err := json.Unmarshal(data, &fields); err != nil {
		return nil, err
	}
	return fields[name], nil
}

// All of them.
func count(data []byte) (int, error) {
	var fields map[string]any
	err := json.Unmarshal(data, &fields)
	return len(fields), err
}

func names(data []byte) (all []string, err error) {
	var fields map[string]any
	err = json.Unmarshal(data, &fields)
	for name := range fields {
		all = append(all, name)
	}
	return all, err
}

// Changed and written again, with everything else as it was.
func renamed(data []byte, name string) ([]byte, error) {
	var fields map[string]any
	if err := json.Unmarshal(data, &fields); err != nil {
		return nil, err
	}
	fields["name"] = name
	return json.Marshal(fields)
}

// A dictionary: the keys are data.
func limits(data []byte) (rate, burst int, err error) {
	var limits map[string]int
	err = json.Unmarshal(data, &limits)
	return limits["rate"], limits["burst"], err
}

// Nobody asks for a key: the document is only checked.
func isObject(text []byte) bool {
	var object map[string]any
	return json.Unmarshal(text, &object) == nil
}

package mapsearchedbyloop

import (
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	config := &Config{Default: "setting7", values: make(map[string]string)}
	for i := range 50 {
		config.values["setting"+strconv.Itoa(i)] = "on"
	}
	name := "setting" + strconv.Itoa(len(config.values)/2)
	proof.Faster(t, "Value", func() string { return config.Value(name) }, func() string { return config.ValueGood(name) })
	proof.Faster(t, "Known", func() bool { return config.Known(name) }, func() bool { return config.KnownGood(name) })
	proof.Faster(t, "Or", func() string { return config.Or(name, "") }, func() string { return config.OrGood(name, "") })
	proof.Faster(t, "HasDefault", config.HasDefault, config.HasDefaultGood)
}

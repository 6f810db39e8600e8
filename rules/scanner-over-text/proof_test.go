package scannerovertext

import (
	"strconv"
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var lines []string
	for i := range 100 {
		lines = append(lines, "setting number "+strconv.Itoa(i)+"=the value of it")
	}
	text := strings.Join(lines, "\n")
	proof.Allocates(t, "Settings", func() map[string]string { return Settings(text) }, func() map[string]string { return SettingsGood(text) })
	proof.Allocates(t, "Longest", func() int { return Longest(text) }, func() int { return LongestGood(text) })
}

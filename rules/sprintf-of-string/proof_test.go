package sprintfofstring

import (
	"fmt"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var services []Service
	for i := range 20 {
		services = append(services, Service{Name: fmt.Sprintf("service-%d", i), Owner: fmt.Sprintf("team-%d", i%3)})
	}
	proof.Allocates(t, "Labels", func() []string { return Labels(services) }, func() []string { return LabelsGood(services) })
	proof.Allocates(t, "Key", func() string { return Key(services[7]) }, func() string { return KeyGood(services[7]) })
	proof.Allocates(t, "Title", func() string { return Title(services[7]) }, func() string { return TitleGood(services[7]) })
	region := Region(services[7].Owner + "/eu-central")
	proof.Allocates(t, "Zone", func() string { return Zone(region) }, func() string { return ZoneGood(region) })
}

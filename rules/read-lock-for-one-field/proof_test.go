package readlockforonefield

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	settings := &Settings{Name: "name", Limit: 7}
	holder, good := &Holder{settings: settings, version: 3}, &HolderGood{}
	good.settings.Store(settings)
	good.version.Store(3)
	proof.Faster(t, "Holder.Get", func() *Settings { return holder.Get() }, func() *Settings { return good.GetGood() })
	proof.Faster(t, "Holder.Version", func() int64 { return holder.Version() }, func() int64 { return good.VersionGood() })
}

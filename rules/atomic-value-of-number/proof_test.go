package atomicvalueofnumber

import (
	"testing"
	"time"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	took := time.Duration(len(t.Name())) * time.Second
	var bad Meter
	var good MeterGood
	proof.Allocates(t, "Meter.Record", func() time.Duration { bad.Record(took); return bad.Last() },
		func() time.Duration { good.RecordGood(took); return good.LastGood() })
}

package appendjson

import (
	"encoding/json"
	"testing"
)

func TestStringWritesWhatEncodingJSONWrites(t *testing.T) {
	for _, s := range []string{
		"", "plain", `a "quoted" \ path`, "Salt & Pepper <Mill>", "tab\there", "bell\a nul\x00 \b\f\n\r",
		"Crème", "日本語", "line\u2028and\u2029paragraph", "bad \xff byte", "\x7f", "& then é then \"",
	} {
		want, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		if got := String([]byte("x"), s); string(got) != "x"+string(want) {
			t.Errorf("String(%q) = %s, want x%s", s, got, want)
		}
	}
}

func TestASCIINeedsNoAllocation(t *testing.T) {
	b := make([]byte, 0, 100)
	if n := testing.AllocsPerRun(100, func() { Strings(b, []string{"plain", "Salt & Pepper"}) }); n != 0 {
		t.Errorf("%v allocations, want none", n)
	}
}

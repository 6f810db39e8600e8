package queryparsedagain

import (
	"net/http"
	"net/url"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	address, err := url.Parse("https://example.com/list?page=3&size=50&name=a%20b")
	if err != nil {
		t.Fatal(err)
	}
	r := &http.Request{URL: address}
	page := func(f func(*http.Request) (int, int)) func() [2]int {
		return func() [2]int {
			page, size := f(r)
			return [2]int{page, size}
		}
	}
	proof.Allocates(t, "Page", page(Page), page(PageGood))
	proof.Allocates(t, "Name", func() string { return Name(address) }, func() string { return NameGood(address) })
}

package requestthencontext

import (
	"context"
	"io"
	"net/http"
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	address := "https://example.com/" + t.Name()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	same := proof.SameBy(func(bad, good *http.Request) bool {
		return bad.URL.String() == good.URL.String() && bad.Context() == good.Context() && bad.Method == good.Method
	})
	get := func(f func(context.Context, string) (*http.Request, error)) func() *http.Request {
		return func() *http.Request {
			request, err := f(ctx, address)
			if err != nil {
				panic(err)
			}
			return request
		}
	}
	post := func(f func(context.Context, string, io.Reader) (*http.Request, error)) func() *http.Request {
		return func() *http.Request {
			request, err := f(ctx, address, strings.NewReader(address))
			if err != nil {
				panic(err)
			}
			return request
		}
	}
	proof.Allocates(t, "Get", get(Get), get(GetGood), same)
	proof.Allocates(t, "Post", post(Post), post(PostGood), same)
}

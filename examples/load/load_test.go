package main

import (
	"context"
	"os/exec"
	"path/filepath"
	"reflect"
	"testing"
	"time"
)

// limit bounds every run of a service in these tests.
const limit = time.Minute

// services builds and starts the textbook and the production service.
func services(t *testing.T) []*service {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	t.Cleanup(cancel)
	var started []*service
	for _, module := range []string{"textbook", "production"} {
		binary := filepath.Join(t.TempDir(), module)
		build := exec.CommandContext(ctx, "go", "build", "-buildvcs=false", "-o", binary, "./cmd/server")
		build.Dir = filepath.Join("..", module)
		if out, err := build.CombinedOutput(); err != nil {
			t.Fatalf("building %s: %v\n%s", module, err, out)
		}
		s, err := start(ctx, binary, limit)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(s.stop)
		started = append(started, s)
	}
	return started
}

// check sends requests to both services and wants the given status of both.
func check(t *testing.T, both []*service, status int, requests ...request) {
	t.Helper()
	for _, r := range requests {
		got, err := ask(context.Background(), both, r)
		if err != nil {
			t.Error(err)
		} else if got.status != status {
			t.Errorf("%s %s: status %d, want %d: %s", r.method, r.target, got.status, status, got.body)
		}
	}
}

func TestBothServicesAnswerIdentically(t *testing.T) {
	both := services(t)
	t.Run("the load", func(t *testing.T) {
		if err := replay(context.Background(), both, sequence(2, 2000)); err != nil {
			t.Error(err)
		}
	})
	t.Run("everything that there is", func(t *testing.T) {
		for id := 1; id <= 400; id++ {
			check(t, both, 200, get("/products/%d", id), get("/compare?a=%d&b=%d", id, 401-id), get("/orders/%d", id), get("/products/%d/similar", id))
		}
		for customer := 0; customer <= 25; customer++ {
			check(t, both, 200, get("/summary?customer=customer-%d", customer))
		}
		for _, category := range append(categories, "none", "a%26b") {
			check(t, both, 200, get("/products?category=%s&size=100", category), get("/export.csv?category=%s", category))
		}
		check(t, both, 200, get("/metrics"), get("/admin/journal"), get("/admin/audit"))
	})
	t.Run("odd questions", func(t *testing.T) {
		check(t, both, 200,
			get("/products?size=0"), get("/products?size=-1&offset=x"), get("/products?offset=399&size=1"), get("/products?offset=9999999999"),
			get("/search"), get("/search?q=%%20%%09&limit=0"), get("/search?q=DESK%%20desk%%09&limit=1000"), get("/search?q=cr%%C3%%A8me+%%26+mill"),
			get("/search?q=%%3Cb%%3E%%22%%5C%%01%%E2%%80%%A8%%FF"), get("/search?q=a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p&limit=50"),
			get("/compare?a=7&b=7"), get("/summary?customer=%%22%%3C%%C3%%A9"),
			post(`{"items":[{"id":3,"quantity":2},{"id":4}]}`), post(` {"items":[{"id":5,"cents":9}]} `), post(`{"items":[{"id":6}]}`),
			post(`{}`), post(`null`), post(`{"items":null}`), post(`{"items":[]}`), post(`{"items":[{"id":7,"quantity":-3}]}`))
		check(t, both, 404,
			get("/products/0"), get("/products/x"), get("/products/-1"), get("/orders/601"), get("/products/401/similar"), get("/compare?a=1"), get("/nothing"),
			post(`{"items":[{"id":1},{"id":401}]}`))
		check(t, both, 400, post(``), post(`{`), post(`{"items":[{"id":"x"}]}`), post(`{"items":[{"id":8,"quantity":9}]}}`))
		check(t, both, 405, request{method: "DELETE", target: "/products"})
	})
}

func post(body string) request { return request{method: "POST", target: "/quote", body: body} }

func TestASequenceIsFixedByItsSeed(t *testing.T) {
	if !reflect.DeepEqual(sequence(1, 1000), sequence(1, 1000)) {
		t.Error("one seed gives two sequences")
	}
	if reflect.DeepEqual(sequence(1, 1000), sequence(2, 1000)) {
		t.Error("two seeds give one sequence")
	}
}

func TestADifferentAnswerIsNoticed(t *testing.T) {
	same := answer{status: 200, header: map[string][]string{"Etag": {"a"}}, body: []byte("x")}
	if got := same.compare(same); got != "" {
		t.Errorf("an answer differs from itself in %s", got)
	}
	for _, other := range []answer{
		{404, same.header, same.body}, {200, map[string][]string{"Etag": {"b"}}, same.body}, {200, same.header, []byte("y")},
	} {
		if same.compare(other) == "" {
			t.Errorf("no difference between %v and %v", same, other)
		}
	}
}

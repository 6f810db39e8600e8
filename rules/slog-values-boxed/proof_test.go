package slogvaluesboxed

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	logger := slog.New(slog.NewTextHandler(io.Discard, nil))
	var jobs []Job
	for i := range 20 {
		jobs = append(jobs, Job{Name: fmt.Sprintf("job %d", i), Size: 1000 + i})
	}
	proof.Allocates(t, "Run", func() int { return Run(logger, jobs) }, func() int { return RunGood(logger, jobs) })
	request, recorder := httptest.NewRequest("GET", "/index.html", nil), httptest.NewRecorder()
	serve := func(handler http.HandlerFunc) func() int {
		return func() int {
			handler(recorder, request)
			return recorder.Code
		}
	}
	proof.Allocates(t, "Serve", serve(Serve(logger)), serve(ServeGood(logger)))
	sizes := func(sizes func(context.Context, *slog.Logger, []Job)) func() int {
		return func() int {
			sizes(context.Background(), logger, jobs)
			return len(jobs)
		}
	}
	proof.Allocates(t, "Sizes", sizes(Sizes), sizes(SizesGood))
}

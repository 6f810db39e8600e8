package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"maps"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// maxAnswer is the largest answer that is read, in bytes.
const maxAnswer = 8 << 20

// service is a running service on the loopback interface.
type service struct {
	name    string
	base    string
	command *exec.Cmd
	client  *http.Client
}

// start runs a service and waits until it says where it listens. The service
// ends with ctx, or by itself after its lifetime.
func start(ctx context.Context, binary string, lifetime time.Duration) (*service, error) {
	path, err := filepath.Abs(binary)
	if err != nil {
		return nil, err
	}
	command := exec.CommandContext(ctx, path, "-addr", "127.0.0.1:0", "-lifetime", lifetime.String())
	command.Env = []string{"GOMAXPROCS=4"} // and nothing else: no GOGC, no GODEBUG
	command.Stderr = os.Stderr
	stdout, err := command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := command.Start(); err != nil {
		return nil, err
	}
	s := &service{name: filepath.Base(path), command: command, client: &http.Client{Timeout: 30 * time.Second}}
	line, err := bufio.NewReader(stdout).ReadString('\n')
	address, ok := strings.CutPrefix(strings.TrimSpace(line), "listening on ")
	if err != nil || !ok {
		s.stop()
		return nil, fmt.Errorf("%s does not say where it listens: %q", s.name, line)
	}
	s.base = "http://" + address
	return s, nil
}

// stop asks the service to end, and waits until it has.
func (s *service) stop() {
	kill := time.AfterFunc(5*time.Second, func() { s.command.Process.Kill() })
	defer kill.Stop()
	s.client.CloseIdleConnections()
	s.command.Process.Signal(os.Interrupt)
	s.command.Wait()
}

// answer is what a service says to a request.
type answer struct {
	status int
	header http.Header
	body   []byte
}

// send sends one request and reads the whole answer.
func (s *service) send(ctx context.Context, r request) (answer, error) {
	req, err := http.NewRequestWithContext(ctx, r.method, s.base+r.target, strings.NewReader(r.body))
	if err != nil {
		return answer{}, err
	}
	if r.known != "" {
		req.Header.Set("If-None-Match", r.known)
	}
	resp, err := s.client.Do(req)
	if err != nil {
		return answer{}, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer+1))
	if err != nil {
		return answer{}, err
	}
	if len(body) > maxAnswer {
		return answer{}, fmt.Errorf("%s %s: %s answers more than %d bytes", r.method, r.target, s.name, maxAnswer)
	}
	resp.Header.Del("Date")
	return answer{resp.StatusCode, resp.Header, body}, nil
}

// compare says in what two answers differ: in nothing, if it is empty.
func (a answer) compare(b answer) string {
	switch {
	case a.status != b.status:
		return fmt.Sprintf("status: %d, %d", a.status, b.status)
	case !maps.EqualFunc(a.header, b.header, slices.Equal[[]string]):
		return fmt.Sprintf("header: %v, %v", a.header, b.header)
	case !bytes.Equal(a.body, b.body):
		return fmt.Sprintf("body:\n%.2000s\n%.2000s", a.body, b.body)
	}
	return ""
}

// profile fetches the heap profile, after a collection.
func (s *service) profile(ctx context.Context) ([]byte, error) {
	got, err := s.send(ctx, get("/debug/pprof/heap?gc=1"))
	if err != nil {
		return nil, err
	}
	if got.status != http.StatusOK || !bytes.HasPrefix(got.body, []byte{0x1f, 0x8b}) {
		return nil, fmt.Errorf("%s gives no heap profile: status %d", s.name, got.status)
	}
	return got.body, nil
}

// memory is all that a service allocated since its start, exactly: the runtime
// counts it without sampling.
type memory struct{ bytes, objects int }

// memory reads the runtime's own counters from the legacy text profile.
func (s *service) memory(ctx context.Context) (memory, error) {
	got, err := s.send(ctx, get("/debug/pprof/heap?debug=1"))
	if err != nil {
		return memory{}, err
	}
	var used memory
	for _, line := range strings.Split(string(got.body), "\n") {
		key, value, _ := strings.Cut(strings.TrimSpace(line), " = ")
		switch key {
		case "# TotalAlloc":
			used.bytes, err = strconv.Atoi(value)
		case "# Mallocs":
			used.objects, err = strconv.Atoi(value)
		}
		if err != nil {
			return memory{}, err
		}
	}
	if used.bytes == 0 || used.objects == 0 {
		return memory{}, fmt.Errorf("%s does not say what it allocated", s.name)
	}
	return used, nil
}

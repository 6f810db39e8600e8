// Command load sends one fixed sequence of requests to services on the loopback
// interface, checks that all of them answer identically, and writes the heap
// profile of each.
//
//	load [flags] BINARY[=PROFILE] ...
//
// It starts every BINARY itself, each on a free port, and stops it at the end.
// Where a PROFILE is named, it holds the heap profile after the last request.
// The same seed gives the same requests; their number and the time that a run
// may take are bounded.
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"strings"
	"time"
)

// warmUp is the number of requests sent before the counted ones: they fill
// connections and pools.
const warmUp = 500

// maxRequests bounds what -requests may ask for.
const maxRequests = 1_000_000

func main() {
	log.SetFlags(0)
	log.SetPrefix("load: ")
	count := flag.Int("requests", 10000, "number of requests, after the warm-up")
	seed := flag.Uint64("seed", 1, "seed of the sequence of requests")
	limit := flag.Duration("limit", 5*time.Minute, "give up after this long")
	flag.Parse()
	if flag.NArg() == 0 || *count < 1 || *count > maxRequests {
		log.Fatalf("usage: load [flags] BINARY[=PROFILE] ...; -requests is 1 to %d", maxRequests)
	}
	ctx, cancel := context.WithTimeout(context.Background(), *limit)
	defer cancel()
	if err := run(ctx, flag.Args(), *seed, *count, *limit); err != nil {
		log.Fatal(err)
	}
}

// run starts the services, sends them the requests and writes their profiles.
// Nothing is written unless all went well.
func run(ctx context.Context, arguments []string, seed uint64, count int, limit time.Duration) error {
	services := make([]*service, 0, len(arguments))
	profiles := make([]string, 0, len(arguments))
	for _, argument := range arguments {
		binary, profile, _ := strings.Cut(argument, "=")
		s, err := start(ctx, binary, limit)
		if err != nil {
			return err
		}
		defer s.stop()
		services, profiles = append(services, s), append(profiles, profile)
	}

	began := time.Now()
	requests := sequence(seed, warmUp+count)
	if err := replay(ctx, services, requests); err != nil {
		return err
	}
	fmt.Printf("%d requests (%d of them warm-up), %d services, identical answers, %.1fs\n",
		len(requests), warmUp, len(services), time.Since(began).Seconds())

	contents := make([][]byte, len(services))
	for i, s := range services {
		var err error
		if contents[i], err = s.profile(ctx); err != nil {
			return err
		}
		used, err := s.memory(ctx)
		if err != nil {
			return err
		}
		fmt.Printf("%s: allocated %d bytes in %d objects, %d bytes and %d objects per request; profile of %d bytes\n",
			s.name, used.bytes, used.objects, used.bytes/len(requests), used.objects/len(requests), len(contents[i]))
	}
	for i, profile := range profiles {
		if profile == "" {
			continue
		}
		if err := os.WriteFile(profile, contents[i], 0o644); err != nil {
			return err
		}
	}
	return nil
}

// replay sends every request to every service, one after the other, and stops at
// the first answer that differs from that of the first service. Every tenth
// answer is asked for again, by its entity tag.
func replay(ctx context.Context, services []*service, requests []request) error {
	for i, r := range requests {
		first, err := ask(ctx, services, r)
		if err != nil {
			return fmt.Errorf("request %d: %w", i+1, err)
		}
		if tag := first.header.Get("ETag"); i%10 == 0 && tag != "" && r.method == "GET" {
			r.known = tag
			if _, err := ask(ctx, services, r); err != nil {
				return fmt.Errorf("request %d, again: %w", i+1, err)
			}
		}
	}
	return nil
}

// ask sends one request to every service and gives the answer of the first, with
// which all others must agree.
func ask(ctx context.Context, services []*service, r request) (answer, error) {
	var first answer
	for i, s := range services {
		got, err := s.send(ctx, r)
		if err != nil {
			return answer{}, err
		}
		if i == 0 {
			first = got
		} else if difference := first.compare(got); difference != "" {
			return answer{}, fmt.Errorf("%s %s: %s and %s differ in %s", r.method, r.target, services[0].name, s.name, difference)
		}
	}
	return first, nil
}

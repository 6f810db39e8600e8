// Command server serves the textbook catalogue over HTTP on a loopback
// address. It prints the address that it listens on, and stops by itself: on an
// interrupt, or at the end of its lifetime.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	_ "net/http/pprof" // registers /debug/pprof/ on the default mux

	"example.com/textbook/internal/api"
	"example.com/textbook/internal/catalog"
	"example.com/textbook/internal/orders"
)

func main() {
	addr := flag.String("addr", "127.0.0.1:0", "loopback address to listen on")
	lifetime := flag.Duration("lifetime", 10*time.Minute, "stop after this long")
	flag.Parse()
	if err := run(*addr, *lifetime); err != nil {
		log.Fatal(err)
	}
}

// run serves until an interrupt or the end of the lifetime.
func run(addr string, lifetime time.Duration) error {
	ctx, cancel := context.WithTimeout(context.Background(), lifetime)
	defer cancel()
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()

	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	if tcp, ok := listener.Addr().(*net.TCPAddr); !ok || !tcp.IP.IsLoopback() {
		listener.Close()
		return fmt.Errorf("%s is not a loopback address", listener.Addr())
	}

	products := catalog.Generate(1, 400)
	store := orders.Generate(2, 600, products.Len())
	mux := http.NewServeMux()
	mux.Handle("/debug/pprof/", http.DefaultServeMux)
	mux.Handle("/", api.New(products, store))

	server := &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	go func() {
		<-ctx.Done()
		grace, cancel := context.WithTimeout(context.Background(), 2*time.Second)
		defer cancel()
		server.Shutdown(grace)
	}()
	fmt.Println("listening on", listener.Addr())
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

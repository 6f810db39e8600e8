// Command nats is a bounded load on a NATS server, in its own text protocol: plain publish and subscribe with wildcards,
// queue groups, requests, headers, connections that come and go, JetStream streams with consumers, and the monitoring pages.
//
//	nats ADDRESS MONITOR ROUNDS
//
// It ends after ROUNDS rounds, with exit code 1 where an answer is not what the protocol promises.
package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

const patience = 60 * time.Second

func main() {
	if len(os.Args) != 4 {
		fail("usage: nats ADDRESS MONITOR ROUNDS")
	}
	address, monitor := os.Args[1], os.Args[2]
	rounds, err := strconv.Atoi(os.Args[3])
	if err != nil {
		fail(err)
	}
	var all sync.WaitGroup
	for _, work := range []func(string, int){publishAndSubscribe, requests, connections, streams} {
		all.Go(func() { work(address, rounds) })
	}
	all.Go(func() { pages(monitor, rounds) })
	all.Wait()
}

func fail(what any) {
	fmt.Fprintln(os.Stderr, "nats load:", what)
	os.Exit(1)
}

// client is one connection; what it receives is read by the goroutine that calls until.
type client struct {
	conn    net.Conn
	in      *bufio.Reader
	out     *bufio.Writer
	payload string // of the last message
}

func connect(address, name string) *client {
	conn, err := net.DialTimeout("tcp", address, patience)
	if err != nil {
		fail(err)
	}
	conn.SetDeadline(time.Now().Add(10 * patience))
	c := &client{conn: conn, in: bufio.NewReader(conn), out: bufio.NewWriter(conn)}
	c.until("INFO")
	c.send(`CONNECT {"verbose":false,"pedantic":false,"headers":true,"no_responders":true,"name":"%s","lang":"load"}`, name)
	c.flush()
	return c
}

func (c *client) send(format string, arguments ...any) {
	fmt.Fprintf(c.out, format+"\r\n", arguments...)
}

func (c *client) publish(subject, reply, payload string) {
	c.send("PUB %s %s %d\r\n%s", subject, reply, len(payload), payload)
}

// flush waits until the server has seen everything sent so far, and passes over what it delivers meanwhile.
func (c *client) flush() {
	c.send("PING")
	if err := c.out.Flush(); err != nil {
		fail(err)
	}
	c.until("PONG")
}

// until reads protocol messages up to one with this word and returns its payload.
func (c *client) until(word string) string {
	c.next(word)
	return c.payload
}

// next reads protocol messages up to one with one of these words and returns its first line's words.
func (c *client) next(words ...string) []string {
	for {
		line, err := c.in.ReadString('\n')
		if err != nil {
			fail(err)
		}
		fields := strings.Fields(line)
		if len(fields) == 0 {
			continue
		}
		c.payload = ""
		switch fields[0] {
		case "-ERR":
			fail(line)
		case "PING":
			c.send("PONG")
			c.out.Flush()
		case "MSG", "HMSG":
			size, err := strconv.Atoi(fields[len(fields)-1])
			if err != nil {
				fail(line)
			}
			bytes := make([]byte, size+2)
			if _, err := io.ReadFull(c.in, bytes); err != nil {
				fail(err)
			}
			c.payload = string(bytes[:size])
		}
		if slices.Contains(words, fields[0]) {
			return fields
		}
	}
}

func publishAndSubscribe(address string, rounds int) {
	subscriber := connect(address, "subscriber")
	for sid := range 200 {
		subscriber.send("SUB sensor.%d.> %d", sid, sid)
	}
	subscriber.send("SUB sensor.*.temperature workers 1000")
	subscriber.send("SUB sensor.*.temperature workers 1001")
	subscriber.flush()
	go func() {
		for {
			if _, err := subscriber.in.Discard(1); err != nil {
				return
			}
		}
	}()
	publisher := connect(address, "publisher")
	for round := range rounds {
		for sensor := range 200 {
			publisher.publish(fmt.Sprintf("sensor.%d.temperature", sensor), "", strings.Repeat("t", 16+round%200))
			header := "NATS/1.0\r\nRound: " + strconv.Itoa(round) + "\r\n\r\n"
			publisher.send("HPUB sensor.%d.meta.%d %d %d\r\n%sbody", sensor, round, len(header), len(header)+4, header)
		}
		publisher.flush()
	}
	publisher.conn.Close()
	subscriber.conn.Close()
}

func requests(address string, rounds int) {
	responder := connect(address, "responder")
	responder.send("SUB service.> 1")
	responder.flush()
	go func() {
		for {
			line, err := responder.in.ReadString('\n')
			if err != nil {
				return
			}
			if fields := strings.Fields(line); len(fields) == 5 && fields[0] == "MSG" {
				responder.publish(fields[3], "", "answer")
				responder.out.Flush()
			}
		}
	}()
	requester := connect(address, "requester")
	requester.send("SUB inbox.* 7")
	requester.flush()
	for round := range rounds * 10 {
		requester.publish("service."+strconv.Itoa(round%50), "inbox."+strconv.Itoa(round), "question")
		requester.out.Flush()
		if answer := requester.until("MSG"); answer != "answer" {
			fail(answer)
		}
	}
	requester.conn.Close()
	responder.conn.Close()
}

// connections come and go, each with subscriptions of its own.
func connections(address string, rounds int) {
	for round := range rounds * 2 {
		c := connect(address, "passing-"+strconv.Itoa(round))
		for sid := range 20 {
			c.send("SUB passing.%d.%d %d", round, sid, sid)
		}
		c.flush()
		for sid := range 10 {
			c.send("UNSUB %d", sid)
		}
		c.publish(fmt.Sprintf("passing.%d.15", round), "", "hello")
		c.flush()
		c.conn.Close()
	}
}

// streams writes and reads JetStream, whose requests and answers are JSON.
func streams(address string, rounds int) {
	c := connect(address, "streams")
	c.send("SUB stream.inbox 3")
	c.flush()
	ask := func(subject, payload string) string {
		c.publish(subject, "stream.inbox", payload)
		if err := c.out.Flush(); err != nil {
			fail(err)
		}
		return c.until("MSG")
	}
	must := func(answer string) {
		if strings.Contains(answer, `"error"`) {
			fail(answer)
		}
	}
	for _, storage := range []string{"file", "memory"} {
		name := "ORDERS_" + storage
		must(ask("$JS.API.STREAM.CREATE."+name, fmt.Sprintf(
			`{"name":"%s","subjects":["orders.%s.*"],"storage":"%s","retention":"limits","max_msgs":20000,"num_replicas":1,"duplicate_window":1000000000}`,
			name, storage, storage)))
		must(ask("$JS.API.CONSUMER.DURABLE.CREATE."+name+".worker", fmt.Sprintf(
			`{"stream_name":"%s","config":{"durable_name":"worker","ack_policy":"explicit","deliver_policy":"all","max_ack_pending":20000}}`,
			name)))
	}
	for round := range rounds {
		for _, storage := range []string{"file", "memory"} {
			for order := range 50 {
				must(ask(fmt.Sprintf("orders.%s.%d", storage, order), strings.Repeat("o", 100+(round*7)%900)))
			}
			name := "ORDERS_" + storage
			for range 20 {
				c.publish("$JS.API.CONSUMER.MSG.NEXT."+name+".worker", "stream.inbox", "1")
				c.out.Flush()
				fields := c.next("MSG", "HMSG")
				if len(fields) == 5 && strings.HasPrefix(fields[3], "$JS.ACK") {
					c.publish(fields[3], "", "+ACK")
				}
			}
			c.flush()
			must(ask("$JS.API.STREAM.INFO."+name, `{"subjects_filter":">"}`))
			must(ask("$JS.API.CONSUMER.INFO."+name+".worker", ""))
			must(ask("$JS.API.STREAM.MSG.GET."+name, fmt.Sprintf(`{"last_by_subj":"orders.%s.%d"}`, storage, round%50)))
		}
	}
	c.conn.Close()
}

func pages(monitor string, rounds int) {
	for range rounds {
		for _, page := range []string{"varz", "connz?subs=1&limit=20", "subsz?subs=1&limit=50", "routez", "jsz?streams=1&consumers=1", "accountz?acc=$G", "healthz"} {
			answer, err := http.Get("http://" + monitor + "/" + page)
			if err != nil {
				fail(err)
			}
			io.Copy(io.Discard, answer.Body)
			answer.Body.Close()
			if answer.StatusCode != http.StatusOK {
				fail(page + ": " + answer.Status)
			}
		}
	}
}

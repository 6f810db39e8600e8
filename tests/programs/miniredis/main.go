// Command miniredis runs the miniredis server on loopback under a bounded load of raw Redis commands and writes its heap
// profile.
//
//	miniredis ROUNDS PROFILE
//
// The module comes from the go.work file that this is built with.
package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"os"
	"runtime"
	"runtime/pprof"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/alicebob/miniredis/v2"
)

func main() {
	if len(os.Args) != 3 {
		fail("usage: miniredis ROUNDS PROFILE")
	}
	rounds, err := strconv.Atoi(os.Args[1])
	if err != nil {
		fail(err)
	}
	time.AfterFunc(10*time.Minute, func() { fail("not done after ten minutes") })
	server, err := miniredis.Run()
	if err != nil {
		fail(err)
	}
	var all sync.WaitGroup
	for number, work := range []func(*client, string, int){strs, hashes, lists, sets, sortedSets, streams, places, scripts, keyspace} {
		all.Go(func() {
			c := connect(server.Addr())
			for round := range rounds {
				work(c, strconv.Itoa(number), round)
			}
			c.conn.Close()
		})
	}
	all.Go(func() { publish(server.Addr(), rounds) })
	all.Wait()
	server.Close()

	runtime.GC() // Allocations since the last collection are in no profile.
	file, err := os.Create(os.Args[2])
	if err != nil {
		fail(err)
	}
	if err := pprof.Lookup("heap").WriteTo(file, 0); err != nil {
		fail(err)
	}
	if err := file.Close(); err != nil {
		fail(err)
	}
}

func fail(what any) {
	fmt.Fprintln(os.Stderr, "miniredis load:", what)
	os.Exit(1)
}

type client struct {
	conn net.Conn
	in   *bufio.Reader
	out  *bufio.Writer
}

func connect(address string) *client {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		fail(err)
	}
	return &client{conn, bufio.NewReader(conn), bufio.NewWriter(conn)}
}

// do sends one command, given as words, and reads its answer; an error answer ends the run.
func (c *client) do(words ...any) string {
	fmt.Fprintf(c.out, "*%d\r\n", len(words))
	for _, word := range words {
		text := fmt.Sprint(word)
		fmt.Fprintf(c.out, "$%d\r\n%s\r\n", len(text), text)
	}
	if err := c.out.Flush(); err != nil {
		fail(err)
	}
	answer := c.answer()
	if strings.HasPrefix(answer, "-") {
		fail(fmt.Sprint(words, ": ", answer))
	}
	return answer
}

// answer reads one answer with everything in it and returns its first line, of a bulk string its text.
func (c *client) answer() string {
	line, err := c.in.ReadString('\n')
	if err != nil {
		fail(err)
	}
	line = strings.TrimSuffix(line, "\r\n")
	switch line[0] {
	case '$':
		size, _ := strconv.Atoi(line[1:])
		if size < 0 {
			return line
		}
		text := make([]byte, size+2)
		if _, err := io.ReadFull(c.in, text); err != nil {
			fail(err)
		}
		return string(text[:size])
	case '*', '>', '%', '~':
		count, _ := strconv.Atoi(line[1:])
		for range count {
			c.answer()
		}
	}
	return line
}

func strs(c *client, mine string, round int) {
	key := "string" + mine + strconv.Itoa(round%100)
	c.do("SET", key, strings.Repeat("v", round%300))
	c.do("APPEND", key, "tail")
	c.do("GET", key)
	c.do("GETRANGE", key, 0, 5)
	c.do("SETRANGE", key, 3, "patch")
	c.do("GETSET", key, round)
	c.do("INCR", "counter"+mine)
	c.do("INCRBYFLOAT", "float"+mine, "1.5")
	c.do("MSET", key+"a", round, key+"b", "text", key+"c", "more")
	c.do("MGET", key+"a", key+"b", key+"c", "none")
	c.do("SETEX", key+"e", 100, "soon")
	c.do("SETBIT", "bits"+mine, round%1000, 1)
	c.do("BITCOUNT", "bits"+mine)
	c.do("BITOP", "NOT", "notbits"+mine, "bits"+mine)
	c.do("STRLEN", key)
}

func hashes(c *client, mine string, round int) {
	key := "hash" + mine + strconv.Itoa(round%50)
	for field := range 10 {
		c.do("HSET", key, "field"+strconv.Itoa(field), round*field)
	}
	c.do("HMSET", key, "name", "value", "other", "thing")
	c.do("HGETALL", key)
	c.do("HKEYS", key)
	c.do("HVALS", key)
	c.do("HMGET", key, "name", "field3", "none")
	c.do("HINCRBY", key, "field4", 7)
	c.do("HINCRBYFLOAT", key, "field5", "0.25")
	c.do("HSCAN", key, 0)
	c.do("HDEL", key, "field1", "field2")
	c.do("HRANDFIELD", key, 3)
}

func lists(c *client, mine string, round int) {
	key := "list" + mine + strconv.Itoa(round%20)
	c.do("RPUSH", key, "a", "b", "c", round)
	c.do("LPUSH", key, "x", "y", round)
	c.do("LRANGE", key, 0, 20)
	c.do("LINSERT", key, "BEFORE", "a", "between")
	c.do("LPOS", key, "a")
	c.do("LREM", key, 1, "b")
	c.do("LSET", key, 0, "first")
	c.do("RPOPLPUSH", key, key+"other")
	c.do("LPOP", key)
	c.do("RPOP", key, 2)
	c.do("BLPOP", key, 1)
	c.do("LTRIM", key, 0, 30)
	c.do("LTRIM", key+"other", 0, 30)
}

func sets(c *client, mine string, round int) {
	key := "set" + mine + strconv.Itoa(round%20)
	c.do("SADD", key, round, round+1, round+2, "fixed")
	c.do("SADD", key+"other", round+1, round+5, "fixed")
	c.do("SMEMBERS", key)
	c.do("SINTER", key, key+"other")
	c.do("SUNION", key, key+"other")
	c.do("SDIFF", key, key+"other")
	c.do("SUNIONSTORE", key+"all", key, key+"other")
	c.do("SMISMEMBER", key, "fixed", "none")
	c.do("SSCAN", key, 0)
	c.do("SRANDMEMBER", key, 2)
	c.do("SPOP", key, 2)
	c.do("SPOP", key+"other", 2)
}

func sortedSets(c *client, mine string, round int) {
	key := "zset" + mine + strconv.Itoa(round%20)
	c.do("ZADD", key, round, "m"+strconv.Itoa(round%60), "2.5", "half", round*2, "n"+strconv.Itoa(round%30))
	c.do("ZADD", key+"other", 3, "half", round, "only"+strconv.Itoa(round%30))
	c.do("ZINCRBY", key, "1.5", "half")
	c.do("ZRANGE", key, 0, 20, "WITHSCORES")
	c.do("ZREVRANGE", key, 0, 10)
	c.do("ZRANGEBYSCORE", key, "-inf", round, "WITHSCORES", "LIMIT", 0, 10)
	c.do("ZRANGEBYLEX", key, "-", "+", "LIMIT", 0, 5)
	c.do("ZRANK", key, "half")
	c.do("ZUNIONSTORE", key+"all", 2, key, key+"other")
	c.do("ZINTER", 2, key, key+"other")
	c.do("ZSCAN", key, 0)
	c.do("ZMSCORE", key, "half", "none")
	c.do("ZPOPMIN", key, 1)
}

func streams(c *client, mine string, round int) {
	key := "stream" + mine + strconv.Itoa(round%10)
	if round < 10 {
		c.do("XGROUP", "CREATE", key, "group", "0", "MKSTREAM")
	}
	for entry := range 5 {
		c.do("XADD", key, "MAXLEN", 200, "*", "round", round, "entry", entry)
	}
	c.do("XRANGE", key, "-", "+", "COUNT", 10)
	c.do("XREVRANGE", key, "+", "-", "COUNT", 5)
	c.do("XREAD", "COUNT", 5, "STREAMS", key, "0")
	c.do("XREADGROUP", "GROUP", "group", "reader", "COUNT", 5, "STREAMS", key, ">")
	c.do("XPENDING", key, "group", "-", "+", 10)
	c.do("XINFO", "STREAM", key)
	c.do("XINFO", "GROUPS", key)
	c.do("XLEN", key)
	if round%50 == 49 {
		c.do("XGROUP", "DESTROY", key, "group")
		c.do("XGROUP", "CREATE", key, "group", "$", "MKSTREAM")
	}
}

func places(c *client, mine string, round int) {
	key := "geo" + mine
	c.do("GEOADD", key, "13.361389", "38.115556", "palermo"+strconv.Itoa(round%40), "15.087269", "37.502669", "catania")
	c.do("GEORADIUS", key, 15, 37, 200, "km", "WITHDIST", "WITHCOORD", "ASC")
	c.do("GEOPOS", key, "catania", "none")
	c.do("GEODIST", key, "catania", "palermo1")
	c.do("PFADD", "hll"+mine, round, round+1, round%7)
	c.do("PFCOUNT", "hll"+mine)
}

func scripts(c *client, mine string, round int) {
	c.do("EVAL", `local t = {} for i = 1, 5 do t[i] = redis.call('INCR', KEYS[1]) .. ARGV[1] end return t`, 1, "scripted"+mine, round)
	c.do("EVAL", `return {KEYS[1], cjson.encode({a = 1, b = ARGV[1]}), 3}`, 1, "k"+mine, round)
}

func keyspace(c *client, mine string, round int) {
	key := "key" + mine + strconv.Itoa(round)
	c.do("MULTI")
	c.do("SET", key, round)
	c.do("EXPIRE", key, 1000)
	c.do("TTL", key)
	c.do("EXEC")
	c.do("RENAME", key, key+"renamed")
	c.do("TYPE", key+"renamed")
	c.do("COPY", key+"renamed", key+"copy")
	if round%20 == 0 {
		c.do("KEYS", "string*")
		c.do("SCAN", 0, "MATCH", "hash*", "COUNT", 50)
		c.do("INFO")
		c.do("COMMAND")
	}
	c.do("DEL", key+"renamed", key+"copy")
	c.do("RANDOMKEY")
	c.do("DBSIZE")
	c.do("ECHO", "message")
}

func publish(address string, rounds int) {
	subscriber, publisher := connect(address), connect(address)
	subscriber.do("SUBSCRIBE", "news")
	subscriber.do("PSUBSCRIBE", "new?", "other*")
	subscriber.answer() // PSUBSCRIBE answers once for each pattern.
	for round := range rounds {
		publisher.do("PUBLISH", "news", round)
		subscriber.answer()
		subscriber.answer()
		publisher.do("PUBSUB", "CHANNELS")
	}
	subscriber.conn.Close()
	publisher.conn.Close()
}

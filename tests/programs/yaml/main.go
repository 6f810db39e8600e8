// Command yaml encodes and decodes documents with goccy/go-yaml, walks and prints their syntax trees, converts from and to
// JSON, and lets broken ones be explained; then it writes a heap profile.
//
//	yaml ROUNDS PROFILE
//
// The module comes from the go.work file that this is built with.
package main

import (
	"bytes"
	"fmt"
	"os"
	"runtime"
	"runtime/pprof"
	"strconv"
	"strings"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/printer"
)

type service struct {
	Name     string            `yaml:"name"`
	Image    string            `yaml:"image,omitempty"`
	Ports    []int             `yaml:"ports,flow"`
	Env      map[string]string `yaml:"env"`
	Replicas *int              `yaml:"replicas"`
	Ratio    float64           `yaml:"ratio"`
	Started  time.Time         `yaml:"started"`
	Timeout  time.Duration     `yaml:"timeout"`
	Text     string            `yaml:"text"`
	Nested   nested            `yaml:",inline"`
	Any      any               `yaml:"any"`
	Tags     []map[string]any  `yaml:"tags"`
}

type nested struct {
	Enabled bool     `yaml:"enabled"`
	Labels  []string `yaml:"labels"`
}

const document = `# services of one machine
defaults: &defaults
  image: "example/base:1.0"   # may be overridden
  env: {A: one, B: 'two'}
services:
  - name: first
    <<: *defaults
    ports: [80, 443, 0x1F90]
    text: |
      several lines
      of text
  - name: second
    folded: >-
      words that
      are folded
    numbers: [1, 2.5, 1e3, -7, .inf, 0o17, 1_000]
    when: 2024-05-06T07:08:09Z
    nothing: ~
    "quoted \u00e9": yes
    ? complex
    : value
`

func main() {
	if len(os.Args) != 3 {
		fail("usage: yaml ROUNDS PROFILE")
	}
	rounds, err := strconv.Atoi(os.Args[1])
	if err != nil {
		fail(err)
	}
	for round := range rounds {
		encode(round)
		decode()
		trees()
		convert()
		explainErrors()
	}
	runtime.GC() // Allocations since the last collection are in no profile.
	file, err := os.Create(os.Args[2])
	must(err)
	must(pprof.Lookup("heap").WriteTo(file, 0))
	must(file.Close())
}

func fail(what any) {
	fmt.Fprintln(os.Stderr, "yaml load:", what)
	os.Exit(1)
}

func must(err error) {
	if err != nil {
		fail(err)
	}
}

func encode(round int) {
	replicas := round % 5
	services := make([]service, 20)
	for i := range services {
		services[i] = service{
			Name: "service-" + strconv.Itoa(i), Ports: []int{80, 443, 8080 + i}, Replicas: &replicas,
			Env:     map[string]string{"PATH": "/usr/bin", "HOME": "/home: x", "EMPTY": ""},
			Ratio:   float64(round) / 7,
			Started: time.Unix(1700000000+int64(round), 0).UTC(), Timeout: 90 * time.Second,
			Text:   "line one\nline two: with colon\n# no comment\n",
			Nested: nested{Enabled: i%2 == 0, Labels: []string{"a", "true", "- b", "12"}},
			Any:    []any{nil, 1, "x", 2.5, map[string]any{"deep": []int{1, 2}}},
			Tags:   []map[string]any{{"k": 1}, {"k": "v", "z": nil}},
		}
	}
	text, err := yaml.Marshal(services)
	must(err)
	var back []service
	must(yaml.Unmarshal(text, &back))
	if len(back) != len(services) || back[3].Name != "service-3" {
		fail("what was encoded is decoded otherwise")
	}
	_, err = yaml.MarshalWithOptions(services[0], yaml.Indent(4), yaml.IndentSequence(true), yaml.UseLiteralStyleIfMultiline(true),
		yaml.WithComment(yaml.CommentMap{"$.name": {yaml.HeadComment(" a name")}, "$.ratio": {yaml.LineComment(" share")}}))
	must(err)
	_, err = yaml.MarshalWithOptions(services[1], yaml.Flow(true), yaml.UseSingleQuote(true))
	must(err)
	_, err = yaml.MarshalWithOptions(services[2], yaml.JSON())
	must(err)
}

func decode() {
	var anything any
	must(yaml.Unmarshal([]byte(document), &anything))
	var ordered yaml.MapSlice
	must(yaml.UnmarshalWithOptions([]byte(document), &ordered, yaml.UseOrderedMap()))
	comments := yaml.CommentMap{}
	must(yaml.UnmarshalWithOptions([]byte(document), &anything, yaml.CommentToMap(comments)))
	decoder := yaml.NewDecoder(strings.NewReader("a: 1\n---\nb: [x, y]\n"))
	for decoder.Decode(&anything) == nil {
	}
}

type counting struct{ nodes int }

func (c *counting) Visit(node ast.Node) ast.Visitor {
	c.nodes++
	return c
}

func trees() {
	file, err := parser.ParseBytes([]byte(document), parser.ParseComments)
	must(err)
	counted := &counting{}
	for _, body := range file.Docs {
		ast.Walk(counted, body.Body)
	}
	if counted.nodes < 50 || file.String() == "" {
		fail("the tree is not what was parsed")
	}
	path, err := yaml.PathString("$.services[1].numbers[0]")
	must(err)
	var number int
	must(path.Read(strings.NewReader(document), &number))
	recursive, err := yaml.PathString("$..name")
	must(err)
	_, err = recursive.ReadNode(strings.NewReader(document))
	must(err)
	must(path.ReplaceWithReader(file, strings.NewReader("77")))
	var p printer.Printer
	p.LineNumber = true
	p.PrintTokens(lexer.Tokenize(document))
}

func convert() {
	text, err := yaml.YAMLToJSON([]byte("a: [1, {b: c}]\nd: 'e'\n"))
	must(err)
	_, err = yaml.JSONToYAML(text)
	must(err)
	var buffer bytes.Buffer
	encoder := yaml.NewEncoder(&buffer)
	must(encoder.Encode(map[int]string{1: "x", 2: "y"}))
	must(encoder.Close())
}

func explainErrors() {
	for _, broken := range []string{"a: [1, 2", "a: b: c", "a: 1\na: 2", "- x\n  y: z\n- @", "name: [1]\n"} {
		var into service
		err := yaml.UnmarshalWithOptions([]byte(broken), &into, yaml.Strict())
		if err == nil {
			fail("no error in " + broken)
		}
		yaml.FormatError(err, true, true)
	}
}

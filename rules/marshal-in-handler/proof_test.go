package marshalinhandler

import (
	"bytes"
	"maps"
	"net/http"
	"net/url"
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

// answer is a response that keeps its memory from one request to the next.
type answer struct {
	header http.Header
	body   bytes.Buffer
}

func (a *answer) Header() http.Header         { return a.header }
func (a *answer) WriteHeader(int)             {}
func (a *answer) Write(b []byte) (int, error) { return a.body.Write(b) }

func TestProof(t *testing.T) {
	user := &User{ID: 12345, Name: "reader of " + t.Name()}
	for i := range 40 {
		user.Groups = append(user.Groups, "group number "+strconv.Itoa(i))
	}
	users := &Users{byName: map[string]*User{"/reader": user}}
	request := &http.Request{URL: &url.URL{Path: "/reader"}}
	answer := &answer{header: http.Header{}}
	serve := func(handler http.HandlerFunc) func() int {
		return func() int {
			answer.body.Reset()
			maps.DeleteFunc(answer.header, func(string, []string) bool { return true })
			handler(answer, request)
			return answer.body.Len()
		}
	}
	proof.Allocates(t, "Users.Serve", serve(users.Serve), serve(users.ServeGood))
	proof.Allocates(t, "Tagged", serve(Tagged(user)), serve(TaggedGood(user)))
	proof.Allocates(t, "Users.Checked", serve(users.Checked), serve(users.CheckedGood))
}

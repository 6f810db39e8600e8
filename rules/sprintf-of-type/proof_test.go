package sprintfoftype

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	login := Login{User: "somebody", Address: "192.0.2.17"}
	proof.Allocates(t, "Topic", func() string { return Topic(login) }, func() string { return TopicGood(login) })
	proof.Allocates(t, "Kind", func() string { return Kind(login) }, func() string { return KindGood(login) })
}

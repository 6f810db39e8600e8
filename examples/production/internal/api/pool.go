package api

import (
	"bytes"
	"encoding/json"
	"sync"
)

const (
	// startSize is the capacity of a new buffer: most answers fit.
	startSize = 4 << 10
	// keepSize is the largest buffer that goes back to its pool, so that one
	// large answer does not hold its memory for ever.
	keepSize = 64 << 10
)

// scratch is a buffer for the body of one answer.
type scratch struct{ body []byte }

var scratches = sync.Pool{New: func() any { return &scratch{body: make([]byte, 0, startSize)} }}

func getScratch() *scratch { return scratches.Get().(*scratch) }

func putScratch(s *scratch) {
	if cap(s.body) <= keepSize {
		s.body = s.body[:0]
		scratches.Put(s)
	}
}

// encoder is a buffer with a JSON encoder that writes to it, for answers that
// are too rare to be worth an AppendJSON.
type encoder struct {
	buf  bytes.Buffer
	json *json.Encoder
}

var encoders = sync.Pool{New: func() any {
	e := new(encoder)
	e.buf.Grow(startSize)
	e.json = json.NewEncoder(&e.buf)
	return e
}}

// encode gives v as indented or plain JSON without the newline at its end. The
// bytes belong to the encoder: put it back when they are sent.
func (e *encoder) encode(v any, indent string) ([]byte, error) {
	e.buf.Reset()
	e.json.SetIndent("", indent)
	if err := e.json.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(e.buf.Bytes(), []byte("\n")), nil
}

func getEncoder() *encoder { return encoders.Get().(*encoder) }

func putEncoder(e *encoder) {
	if e.buf.Cap() <= keepSize {
		encoders.Put(e)
	}
}

// quoteRequest is the body of a request for a quote, as sent and as read.
type quoteRequest struct {
	raw   bytes.Buffer
	Items []quoteItem `json:"items"`
}

var quoteRequests = sync.Pool{New: func() any {
	q := &quoteRequest{Items: make([]quoteItem, 0, 16)}
	q.raw.Grow(startSize)
	return q
}}

func getQuoteRequest() *quoteRequest { return quoteRequests.Get().(*quoteRequest) }

func putQuoteRequest(q *quoteRequest) {
	if q.raw.Cap() > keepSize {
		return
	}
	q.raw.Reset()
	clear(q.Items) // Unmarshal leaves the fields of reused elements that the next body does not name
	q.Items = q.Items[:0]
	quoteRequests.Put(q)
}

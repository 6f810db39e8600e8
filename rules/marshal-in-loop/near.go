package marshalinloop

import (
	"encoding/json"
	"errors"
	"io"
	"strconv"
)

// Documents that are kept need memory of their own.
func kept(events []Event, out chan<- []byte) (map[int64][]byte, error) {
	byID := make(map[int64][]byte, len(events))
	for i := range events {
		body, err := json.Marshal(&events[i])
		if err != nil {
			return nil, err
		}
		byID[events[i].ID] = body
	}
	for i := range events {
		body, err := json.Marshal(&events[i])
		if err != nil {
			return nil, err
		}
		out <- body
	}
	return byID, nil
}

func collected(events []Event) ([][]byte, error) {
	out := make([][]byte, 0, len(events))
	for i := range events {
		body, err := json.Marshal(&events[i])
		if err != nil {
			return nil, err
		}
		out = append(out, body)
	}
	return out, nil
}

type row struct {
	id   int64
	body json.RawMessage
}

func stored(rows []row, events []Event) error {
	for i := range rows {
		body, err := json.Marshal(&events[i])
		if err != nil {
			return err
		}
		rows[i].body = body
	}
	return nil
}

// One document: the loop ends with it, or it comes after the loop.
func first(w io.Writer, events []Event, id int64) error {
	for i := range events {
		if events[i].ID != id {
			continue
		}
		body, err := json.Marshal(&events[i])
		if err != nil {
			return err
		}
		return check(body)
	}
	body, err := json.Marshal(events)
	if err != nil {
		return err
	}
	return check(body)
}

func check(body []byte) error {
	if len(body) == 0 {
		return errors.New("empty document") // want error-made-per-call
	}
	return nil
}

// Retries: the loop is there for the writer.
func retried(w io.Writer, event *Event) error {
	var problem error
	body, err := json.Marshal(event)
	if err != nil {
		return err
	}
	for range 3 {
		if _, problem = w.Write(body); problem == nil {
			return nil
		}
	}
	return problem
}

// Started in a loop, run elsewhere.
func concurrent(events []Event, done chan<- error) {
	for i := range events {
		handle(func() {
			body, err := json.Marshal(&events[i])
			if err == nil {
				err = check(body)
			}
			done <- err
		})
	}
}

func handle(work func()) { go work() }

type codec struct{ scratch []byte }

func (c *codec) Marshal(event *Event) ([]byte, error) {
	c.scratch = strconv.AppendInt(c.scratch[:0], event.ID, 10)
	return c.scratch, nil
}

// A codec of one's own, also when it is called json.
func own(w io.Writer, events []Event, binary *codec) error {
	for i := range events {
		body, err := binary.Marshal(&events[i])
		if err != nil {
			return err
		}
		if _, err := w.Write(body); err != nil {
			return err
		}
	}
	json := binary
	for i := range events {
		body, err := json.Marshal(&events[i])
		if err != nil {
			return err
		}
		if _, err := w.Write(body); err != nil {
			return err
		}
	}
	return nil
}

type document struct{ raw json.RawMessage }

// The bytes are kept under another type. Whoever gets them may keep them, too: without a profile nothing is said of that.
func documents(values []any, send func([]byte)) ([]document, error) {
	var all []document // want append-without-capacity
	for _, value := range values {
		bytes, err := json.Marshal(value)
		if err != nil {
			return nil, err
		}
		one := document{}
		one.raw = json.RawMessage(bytes)
		all = append(all, one)
		again, err := json.Marshal(value)
		if err != nil {
			return nil, err
		}
		send(again)
	}
	return all, nil
}

package transportpercall

import (
	"crypto/tls"
	"net/http"
	"time"
)

// The transport that all share.
func plain(address string) (*http.Response, error) {
	client := &http.Client{Timeout: time.Second}
	return client.Get(address)
}

func shared(address string, transport *http.Transport) (*http.Response, error) {
	client := &http.Client{Transport: transport}
	return client.Get(address)
}

// Made for longer than this call.
type service struct{ client *http.Client }

func newService() *service {
	client := &http.Client{Transport: &http.Transport{MaxIdleConns: 10}}
	return &service{client: client}
}

func newClient() *http.Client {
	client := &http.Client{Transport: &http.Transport{MaxIdleConns: 10}}
	return client
}

func serve(run func(*http.Client)) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConns: 10}}
	run(client)
}

// No connection is to be kept.
func once(address string) (*http.Response, error) {
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	return client.Get(address)
}

// One for many calls.
func all(addresses []string) (answers []*http.Response) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConns: 10}}
	for _, address := range addresses {
		answer, err := client.Get(address)
		if err == nil {
			answers = append(answers, answer)
		}
	}
	return answers
}

// Other settings for each call.
func trusting(address string, settings *tls.Config) (*http.Response, error) {
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: settings}}
	return client.Get(address)
}

type options struct{ insecure bool }

type reporter struct{ options func() options }

// What is asked for may have changed since.
func (r *reporter) report(address string) (*http.Response, error) {
	client := &http.Client{Transport: &http.Transport{
		TLSClientConfig: &tls.Config{InsecureSkipVerify: r.options().insecure},
	}}
	return client.Get(address)
}

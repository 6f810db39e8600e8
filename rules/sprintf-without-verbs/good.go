package sprintfwithoutverbs

// ReasonGood says why a request was refused.
func ReasonGood(known bool) string {
	if known {
		return "the token has expired"
	}
	return "the token is not known"
}

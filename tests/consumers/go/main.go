// Command consumer judges the vectors (`vectors FILE`) or prints what is wrong with bad requests (`messages FILE`).
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"math/big"
	"os"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"weixin-draft-consumer/check"
	"weixin-draft-consumer/draft"
)

func main() {
	schema, err := os.Open("../../../schema/request.json")
	if err != nil {
		log.Fatal(err)
	}
	checker, err := check.New(schema)
	if err != nil {
		log.Fatal(err)
	}
	file, err := os.Open(os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	if os.Args[1] == "messages" {
		messages(checker, file)
	} else if !vectors(checker, file) {
		os.Exit(1)
	}
}

func messages(checker *check.Checker, file io.Reader) {
	for _, bad := range parse(file).([]any) {
		for _, problem := range checker.Problems(bad.(map[string]any)["request"]) {
			fmt.Println(problem)
		}
	}
}

// vectors compares the verdict on every vector with the one it should be, and takes the good ones through the types.
func vectors(checker *check.Checker, file io.Reader) bool {
	var passed, failed, returned, lost, spelling int
	lines := bufio.NewReader(file)
	for {
		line, err := lines.ReadString('\n')
		if err == io.EOF {
			break
		}
		var vector struct {
			Name, Text string
			Valid      bool
		}
		if err := json.Unmarshal([]byte(line), &vector); err != nil {
			log.Fatal(err)
		}
		value := parse(strings.NewReader(vector.Text))
		if problems := checker.Problems(value); (len(problems) == 0) == vector.Valid {
			passed++
		} else {
			failed++
			fmt.Printf("%s: should be %v: %.300v\n", vector.Name, vector.Valid, problems)
		}
		if !vector.Valid {
			continue
		}
		switch err := roundTrip(vector.Text, value); {
		case err == nil:
			returned++
		case isSpelling(err):
			spelling++
		default:
			lost++
			fmt.Printf("%s: %.300v\n", vector.Name, err)
		}
	}
	fmt.Printf("verdicts: %d passed, %d failed\n", passed, failed)
	fmt.Printf("round trips: %d passed, %d failed\n", returned, lost)
	fmt.Printf("excluded: %d good requests write an integer as 1.0, 1e0 or -0, which encoding/json refuses for an integer\n", spelling)
	return failed+lost == 0 && passed > 0 && returned > 0
}

func roundTrip(text string, value any) error {
	var request draft.DraftUpdate
	if err := json.Unmarshal([]byte(text), &request); err != nil {
		return err
	}
	written, err := json.Marshal(request)
	if err != nil {
		return err
	}
	if !equal(parse(strings.NewReader(string(written))), value) {
		return fmt.Errorf("came back as %s", written)
	}
	return nil
}

// isSpelling tells whether the standard library refused a number for how it is written, not for what it is.
func isSpelling(err error) bool {
	var wrong *json.UnmarshalTypeError
	number := ""
	if errors.As(err, &wrong) {
		number, _ = strings.CutPrefix(wrong.Value, "number ")
	}
	exact, ok := new(big.Rat).SetString(number)
	return ok && exact.IsInt() && exact.Num().String() != number
}

// equal compares parsed JSON, numbers by their value.
func equal(a, b any) bool {
	switch a := a.(type) {
	case map[string]any:
		b, ok := b.(map[string]any)
		if !ok || len(a) != len(b) {
			return false
		}
		for name, member := range a {
			other, ok := b[name]
			if !ok || !equal(member, other) {
				return false
			}
		}
		return true
	case []any:
		b, ok := b.([]any)
		if !ok || len(a) != len(b) {
			return false
		}
		for i := range a {
			if !equal(a[i], b[i]) {
				return false
			}
		}
		return true
	case json.Number:
		b, ok := b.(json.Number)
		x, first := new(big.Rat).SetString(a.String())
		y, second := new(big.Rat).SetString(b.String())
		return ok && first && second && x.Cmp(y) == 0
	default:
		return a == b
	}
}

// parse keeps numbers as they are written, and refuses a second value after the first.
func parse(reader io.Reader) any {
	value, err := jsonschema.UnmarshalJSON(reader)
	if err != nil {
		log.Fatal(err)
	}
	return value
}

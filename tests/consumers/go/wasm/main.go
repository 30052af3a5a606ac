// Command wasm checks every vector with weixin_draft.wasm: `wasm MODULE CASES`.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"os"
)

type violation struct {
	Code, Level string
	Path        *string
}

func main() {
	module, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	ctx := context.Background()
	draft, err := Load(ctx, module)
	if err != nil {
		log.Fatal(err)
	}
	file, err := os.Open(os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	var passed, failed int
	for lines := bufio.NewReader(file); ; {
		line, err := lines.ReadBytes('\n')
		if err == io.EOF {
			break
		}
		var vector struct {
			Name       string
			Body       []byte
			Violations []violation
		}
		if err := json.Unmarshal(line, &vector); err != nil {
			log.Fatal(err)
		}
		var answer struct {
			Value struct{ Violations []violation }
		}
		text, err := draft.Check(ctx, vector.Body, nil)
		if err == nil {
			err = json.Unmarshal(text, &answer)
		}
		if err == nil && same(answer.Value.Violations, vector.Violations) {
			passed++
		} else {
			failed++
			fmt.Printf("%s: %v %.300s\n", vector.Name, err, text)
		}
	}
	fmt.Printf("reports by WebAssembly: %d passed, %d failed\n", passed, failed)
	if failed > 0 || passed == 0 {
		os.Exit(1)
	}
}

// same compares codes, levels and paths in order; a wanted path of nil fits any.
func same(found, wanted []violation) bool {
	if len(found) != len(wanted) {
		return false
	}
	for i, one := range found {
		if one.Code != wanted[i].Code || one.Level != wanted[i].Level {
			return false
		}
		if wanted[i].Path != nil && *one.Path != *wanted[i].Path {
			return false
		}
	}
	return true
}

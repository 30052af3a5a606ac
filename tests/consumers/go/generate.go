package main

//go:generate go tool go-jsonschema --only-models --struct-name-from-title --min-sized-ints --disable-omitempty --tags json --package draft --output draft/draft.go ../../../schema/request.json

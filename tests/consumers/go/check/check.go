// Package check says what is wrong with the body of draft/update.
package check

import (
	"io"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

const id = "https://weixin-draft.github.io/schema/v1/request.json"

// Checker holds the compiled schema: the whole request, and each branch of `articles`.
type Checker struct{ request, news, newspic *jsonschema.Schema }

// New compiles the schema.
func New(schema io.Reader) (*Checker, error) {
	document, err := jsonschema.UnmarshalJSON(schema)
	if err != nil {
		return nil, err
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource(id, document); err != nil {
		return nil, err
	}
	return &Checker{
		request: compiler.MustCompile(id),
		news:    compiler.MustCompile(id + "#/$defs/NewsArticle"),
		newspic: compiler.MustCompile(id + "#/$defs/NewsPicArticle"),
	}, nil
}

// Problems are what is wrong with a request, one line each: the place, then the sentence.
func (c *Checker) Problems(request any) []string {
	var lines []string
	var walk func(prefix string, err error)
	walk = func(prefix string, err error) {
		failure, ok := err.(*jsonschema.ValidationError)
		if !ok {
			return // nil: nothing is wrong
		}
		if _, ok := failure.ErrorKind.(*kind.AnyOf); ok {
			// Its causes speak of both branches at once: take those of the branch that was meant.
			article := request.(map[string]any)["articles"]
			walk("/articles", c.branch(article).Validate(article))
			return
		}
		for _, cause := range failure.Causes {
			walk(prefix, cause)
		}
		if len(failure.Causes) == 0 {
			lines = append(lines, sentence(prefix, failure))
		}
	}
	walk("", c.request.Validate(request))
	slices.Sort(lines) // the validator's order changes from run to run
	return lines
}

func (c *Checker) branch(article any) *jsonschema.Schema {
	if fields, ok := article.(map[string]any); ok && fields["article_type"] == "newspic" {
		return c.newspic
	}
	return c.news
}

var english = message.NewPrinter(language.English)

func sentence(prefix string, failure *jsonschema.ValidationError) string {
	place := prefix
	for _, name := range failure.InstanceLocation {
		place += "/" + strings.NewReplacer("~", "~0", "/", "~1").Replace(name)
	}
	return place + ": " + failure.ErrorKind.LocalizedString(english)
}

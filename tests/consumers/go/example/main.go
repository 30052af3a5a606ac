// Command example builds a request from the generated types, checks it and prints its body.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"os"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"weixin-draft-consumer/check"
	"weixin-draft-consumer/draft"
)

func main() {
	newspic := draft.NewsArticleArticleType(draft.NewsPicArticleArticleTypeNewspic)
	request := draft.DraftUpdate{
		MediaId: "MEDIA_ID",
		Index:   0,
		Articles: draft.DraftUpdateArticles{
			ArticleType: &newspic,
			Title:       "春季菜单",
			Content:     `周一开始供应。<a href="https://example.com">菜单</a>`,
			ImageInfo:   &draft.ImageInfo{ImageList: []draft.Image{{ImageMediaId: "IMAGE_MEDIA_ID"}}},
		},
	}
	var body bytes.Buffer
	encoder := json.NewEncoder(&body)
	encoder.SetEscapeHTML(false) // else < > & become \u003c \u003e \u0026
	if err := encoder.Encode(request); err != nil {
		log.Fatal(err)
	}

	schema, err := os.Open("../../../schema/request.json")
	if err != nil {
		log.Fatal(err)
	}
	defer schema.Close()
	checker, err := check.New(schema)
	if err != nil {
		log.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(body.Bytes()))
	if err != nil {
		log.Fatal(err)
	}
	if problems := checker.Problems(value); len(problems) > 0 {
		log.Fatal(problems)
	}
	fmt.Print(body.String())
}

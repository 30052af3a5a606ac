package main

import (
	"encoding/json"
	"testing"

	"weixin-draft-consumer/draft"
)

// The gaps that the page lists, so that the list stays true.
func TestGaps(t *testing.T) {
	var request draft.DraftUpdate
	for _, body := range []string{
		`{"media_id":"MEDIA_ID","index":0,"index":7,"articles":{}}`, // the last of two members
		`{"media_id":"MEDIA_ID","Index":7,"articles":{}}`,           // another case
	} {
		if err := json.Unmarshal([]byte(body), &request); err != nil || request.Index != 7 {
			t.Errorf("%s: %v, index %d", body, err, request.Index)
		}
	}
	for _, index := range []string{"1.0", "1e0", "-0"} {
		if json.Unmarshal([]byte(`{"media_id":"MEDIA_ID","index":`+index+`,"articles":{}}`), &request) == nil {
			t.Errorf("%s is read as an integer", index)
		}
	}
	request.Articles = draft.DraftUpdateArticles{CoverInfo: &draft.CoverInfo{CropPercentList: []draft.CropPercent{}}}
	if body, err := json.Marshal(request.Articles.CoverInfo); err != nil || string(body) != `{"crop_percent_list":[]}` {
		t.Errorf("an empty list is written as %s, %v", body, err)
	}
}

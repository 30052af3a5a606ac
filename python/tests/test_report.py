"""Reports and violations."""

from __future__ import annotations

import copy
import pickle

import pytest

import weixin_draft as wd

BAD = (
    b'{"media_id": "M", "index": 0, "titel": 1, "articles": {"title": "T", "content": '
    b"\"<img src='https://a.example/<b>.png'>\"}}"
)


@pytest.fixture
def report() -> wd.Report:
    return wd.check(BAD)


def test_attributes(report: wd.Report) -> None:
    assert report.ok is False
    assert [each.code for each in report.errors] == ["unknown_field", "external_image"]
    assert [each.code for each in report.warnings] == ["thumb_missing"]
    assert len(report.violations) == 3
    assert report.omitted == 0
    image = report.errors[1]
    assert (image.level, image.path) == ("error", "/articles/content")
    assert image.count == 1
    assert image.places[0].found == "a.example"
    assert image.places[0].element == "img"
    assert (image.line, image.column) == (1, 81)


def test_text(report: wd.Report) -> None:
    lines = str(report).splitlines()
    assert lines == [str(each) for each in report.violations]
    assert lines[0].startswith("1:31: error[unknown_field] /titel: ")
    assert lines[1].endswith("(1 place: 1:87 <img> a.example)")
    assert str(wd.check(b"null")).startswith("1:1: error[wrong_type]: ")
    assert "a.example" not in repr(report)
    assert repr(report) == (
        "<Report ok=False: error[unknown_field] /titel, error[external_image] "
        "/articles/content, warning[thumb_missing] /articles/thumb_media_id>"
    )
    assert repr(wd.Report()) == "<Report ok=True>"
    assert repr(wd.check({f"x{number}": 1 for number in range(1500)})).endswith(" and 1500 more>")


def test_html_is_escaped() -> None:
    html = wd.check({"media_id": "M", "<script>alert(1)</script>": 1})._repr_html_()
    assert "<table>" in html
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    good = {"media_id": "M", "index": 0, "articles": {"title": "T", "content": "x"}}
    assert "<table>" not in wd.check(good, levels={"thumb_missing": "off"})._repr_html_()


def test_data(report: wd.Report) -> None:
    import json

    data = json.loads(json.dumps(report.to_dict()))
    assert data["ok"] is False
    assert data["omitted"] == 0
    assert list(data["violations"][0]) == [
        *("code", "level", "path", "message", "limit", "found", "line", "column"),
        *("range", "utf16_range", "count", "places", "fix", "url"),
    ]
    assert data["violations"][1]["places"][0]["found"] == "a.example"


def test_the_data_has_the_shape_of_the_published_schema(report: wd.Report) -> None:
    schema = wd.json_schema("report")
    data = report.to_dict()
    assert {*schema["required"]} <= {*data} <= {*schema["properties"]}
    shape = schema["$defs"]["Violation"]
    for violation in data["violations"]:
        assert {*shape["required"]} <= {*violation} <= {*shape["properties"]}


def test_copies_are_equal(report: wd.Report) -> None:
    for value in (report, *report.violations, *report.errors[1].places, wd.check(b"{}")):
        for other in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
            assert other == value
            assert hash(other) == hash(value)
    assert report != wd.check(b"{}")
    assert report != 5


def test_frozen(report: wd.Report) -> None:
    with pytest.raises(AttributeError):
        report.ok = True  # type: ignore[misc]
    with pytest.raises(AttributeError):
        report.errors[0].code = "x"  # type: ignore[misc]


def test_lists_are_the_callers(report: wd.Report) -> None:
    report.errors.clear()
    assert len(report.errors) == 2


def test_made_by_hand() -> None:
    violation = wd.Violation("my_rule", "error", "/articles/title", "too dull")
    assert wd.Report([violation]).ok is False
    assert wd.Report().ok is True
    with pytest.raises(TypeError):
        wd.Report([violation], ok=True)


def test_pattern_matching(report: wd.Report) -> None:
    match report.errors[0]:
        case wd.Violation("unknown_field", "error", path):
            assert path == "/titel"
        case _:
            pytest.fail("no match")


def test_long_reports_are_cut() -> None:
    report = wd.check({f"x{number}": 1 for number in range(1500)})
    assert len(report.violations) == 1000
    assert report.omitted == 503
    assert str(report).endswith("and 503 more")
    assert pickle.loads(pickle.dumps(report)) == report


def test_a_report_is_true_and_has_a_length_and_iterates(report: wd.Report) -> None:
    assert not report
    assert len(report) == 3
    assert list(report) == report.violations
    good = wd.check(BAD, levels={"external_image": "off", "unknown_field": "off"})
    assert good
    assert len(good) == 1


def test_places_in_the_text() -> None:
    body = '{\n"标题😀": 1, "media_id": "M", "index": 0}'.encode()
    unknown = wd.check(body).violations[0]
    assert (unknown.code, unknown.line, unknown.column) == ("unknown_field", 2, 1)
    assert unknown.range is not None
    assert unknown.utf16_range is not None
    start, end = unknown.range
    assert body[start:end].decode().startswith('"标题😀"')
    text = body.decode().encode("utf-16-le")
    low, high = unknown.utf16_range
    assert text[2 * low : 2 * high].decode("utf-16-le") == body[start:end].decode()
    assert unknown.url is not None
    assert unknown.url.endswith("#unknown_field")


def test_of_a_dict_there_is_no_place() -> None:
    report = wd.check({"media_id": "M", "index": 0, "articles": {"content": "<img src='a.cn/x'>"}})
    for each in (*report, *report.violations[-1].places):
        assert (each.line, each.column, each.range, each.utf16_range) == (None,) * 4


def test_by_field() -> None:
    report = wd.check({"index": 0, "articles": {"content": "", "image_info": {"image_list": [5]}}})
    fields = report.by_field()
    assert {"media_id", "title", "content", "image_info"} <= {*fields}
    assert sum(len(each) for each in fields.values()) == len(report)
    article = wd.check_article({"title": "T", "content": ""})
    assert "content" in article.by_field()
    assert list(wd.check(b"[]").by_field()) == [""]


def test_rows_have_one_type_a_column(report: wd.Report) -> None:
    rows = report.to_rows() + wd.check({"media_id": 5, "index": -1}).to_rows()
    for name in rows[0]:
        kinds = {type(row[name]) for row in rows} - {type(None)}  # type: ignore[literal-required]
        assert len(kinds) <= 1, name
    assert {tuple(row) for row in rows} == {tuple(rows[0])}


def test_the_table_shows_how_often_and_where() -> None:
    content = "<img src='https://a.cn/x.png'>" * 30
    report = wd.check_content(content)
    assert "30 places" in report._repr_html_()
    assert "a.cn" in report._repr_html_()
    assert "30 places: 1:" in str(report)


def test_from_dict(report: wd.Report) -> None:
    assert wd.Report.from_dict(report.to_dict()) == report
    with pytest.raises(KeyError):
        wd.Report.from_dict({})


def test_options() -> None:
    assert wd.check(BAD, levels={"external_image": "off"}).errors[0].code == "unknown_field"
    lowered = wd.check(BAD, levels={"external_image": "warning"})
    assert [each.code for each in lowered.warnings] == ["external_image", "thumb_missing"]
    hosts = wd.check(BAD, image_hosts=["a.example"])
    assert [each.code for each in hosts.violations] == ["unknown_field", "thumb_missing"]
    assert not wd.check(BAD, strict=True).warnings
    assert "字段" in wd.check(BAD, lang="zh").errors[0].message
    checker = wd.Checker(levels={"thumb_missing": "off"}, lang="zh", image_hosts=("a.example",))
    assert [each.code for each in checker.check(BAD).violations] == ["unknown_field"]


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"levels": {"nonsense": "off"}}, ValueError),
        ({"levels": {"external_image": "loud"}}, ValueError),
        ({"levels": {"missing_field": "off"}}, ValueError),
        ({"image_hosts": ["https://a.example/"]}, ValueError),
        ({"image_hosts": "a.example"}, TypeError),
        ({"levels": 5}, TypeError),
        ({"levels": {"external_image": 5}}, TypeError),
        ({"image_hosts": 5}, TypeError),
        ({"lang": 1}, TypeError),
        ({"lang": "fr"}, ValueError),
        ({"nonsense": 1}, TypeError),
    ],
)
def test_wrong_options_are_the_callers_mistake(options: dict[str, object], error: type) -> None:
    with pytest.raises(error, match=next(iter(options))):
        wd.check(b"{}", **options)  # type: ignore[arg-type]


def test_in_chinese_throughout() -> None:
    report = wd.check({f"x{number}": 1 for number in range(1500)}, lang="zh")
    assert report.lang == "zh"
    assert str(report).endswith("另有 503 处未列出")
    html = report._repr_html_()
    assert "该请求有错误。" in html
    assert "The request" not in html
    assert pickle.loads(pickle.dumps(report)).lang == "zh"
    assert "请改正" in str(wd.InvalidDraftError(report))
    good = wd.check(b"{}", levels={}, lang="zh")
    assert good.lang == "zh"


def test_docstrings_say_what_goes_in_and_what_is_raised() -> None:
    for documented in (wd.check, wd.validate, wd.Checker, wd.Client, wd.json_schema):
        text = documented.__doc__ or ""
        assert "Args:" in text, documented
        assert "Raises:" in text, documented


def test_a_content_and_an_article_alone() -> None:
    report = wd.check_content("<p>\n<img src='https://a.cn/x.png'>", image_hosts=["b.cn"])
    [image] = report.errors
    assert (image.path, image.places[0].line, image.places[0].found) == ("/content", 2, "a.cn")
    assert wd.check_content(b"<p onclick=x>", "newspic").violations
    assert wd.check_article({"title": "", "content": "x"}).errors[0].path == "/title"
    assert wd.NewsArticle(title="", content="x").check().errors[0].path == "/title"
    wrong: object
    for wrong, error in ((5, TypeError), (b"\xff", ValueError)):
        with pytest.raises(error):
            wd.check_content(wrong)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="newspic"):
        wd.check_content("x", "video")  # type: ignore[arg-type]


def test_nulls_may_count_as_left_out() -> None:
    body = {"media_id": "M", "index": 0, "articles": {"title": "T", "content": "x", "author": None}}
    assert wd.check(body).errors
    assert wd.check(body, drop_nulls=True).ok
    assert wd.validate(body, drop_nulls=True).articles.author is None
    assert wd.Checker(drop_nulls=True).check(body).ok
    item = {"title": "T", "content": "x", "author": None}
    assert wd.convert(item, drop_nulls=True).article.title == "T"


def test_validate_and_report() -> None:
    body = {"media_id": "M", "index": 0, "titel": 1, "articles": {"title": "T", "content": "x"}}
    draft, report = wd.validate_and_report(body, levels={"unknown_field": "warning"})
    assert draft.media_id == "M"
    assert [each.code for each in report] == ["unknown_field", "thumb_missing"]
    with pytest.raises(wd.InvalidDraftError):
        wd.Checker().validate_and_report(body)


def test_checkers_travel() -> None:
    checker = wd.Checker(
        levels={"external_image": "warning"}, image_hosts=["a.cn"], strict=True, lang="zh"
    )
    for other in (pickle.loads(pickle.dumps(checker)), copy.copy(checker), copy.deepcopy(checker)):
        assert other == checker
        assert hash(other) == hash(checker)
        assert repr(other) == repr(checker)
        assert other.check(BAD) == checker.check(BAD)
    assert checker != wd.Checker()
    assert checker != 5
    assert (checker.levels, checker.image_hosts) == ({"external_image": "warning"}, ["a.cn"])
    assert (checker.strict, checker.lang, checker.drop_nulls) == (True, "zh", False)
    assert repr(checker) == (
        "Checker(levels={'external_image': 'warning'}, image_hosts=['a.cn'], "
        "strict=True, lang='zh')"
    )
    assert repr(wd.Checker()) == "Checker()"

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
    assert lines[0].startswith("error[unknown_field] /titel: ")
    assert str(wd.check(b"null")).startswith("error[wrong_type] (whole document): ")
    assert "a.example" not in repr(report)
    assert repr(report) == "<Report ok=False, errors=2, warnings=1>"


def test_html_is_escaped() -> None:
    html = wd.check({"<script>alert(1)</script>": 1})._repr_html_()
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
        *("code", "level", "path", "message", "limit", "found", "line", "column")
    ]
    assert data["violations"][1]["places"][0]["found"] == "a.example"


def test_the_data_has_the_shape_of_the_published_schema(report: wd.Report) -> None:
    schema = wd.json_schema("report")["$defs"]
    data = report.to_dict()
    # What remains is for reports of files.
    assert {*schema["Report"]["required"]} - {*data} == {"file"}
    assert {*data} <= {*schema["Report"]["properties"]}
    for violation in data["violations"]:
        assert {*schema["Violation"]["required"]} <= {*violation}
        assert {*violation} <= {*schema["Violation"]["properties"]}


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
        ({"lang": "fr"}, ValueError),
        ({"nonsense": 1}, TypeError),
    ],
)
def test_wrong_options_are_the_callers_mistake(options: dict[str, object], error: type) -> None:
    with pytest.raises(error):
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

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend

SCHEMA = json.loads(Path("../../../schema/request.json").read_text(encoding="utf-8"))


def pattern(validator: Any, wanted: str, value: object, schema: Any) -> Iterator[ValidationError]:
    # In Python `$` also matches before a line end at the end of the text; `\Z` does not.
    yield from Draft202012Validator.VALIDATORS["pattern"](validator, wanted.removesuffix("$") + r"\Z", value, schema)


Validator = extend(Draft202012Validator, {"pattern": pattern})  # type: ignore[no-untyped-call]
REQUEST = Validator(SCHEMA)
NEWS = Validator({"$defs": SCHEMA["$defs"], "$ref": "#/$defs/NewsArticle"})
NEWSPIC = Validator({"$defs": SCHEMA["$defs"], "$ref": "#/$defs/NewsPicArticle"})


def problems(request: Any) -> Iterator[str]:
    """What is wrong with a request, one line each: the place, then the sentence."""
    for error in REQUEST.iter_errors(request):
        if error.validator != "anyOf":
            yield sentence("", error)
            continue
        # The errors of `anyOf` speak of both branches at once: take those of the branch that was meant.
        article = error.instance
        newspic = isinstance(article, dict) and article.get("article_type") == "newspic"
        for inner in (NEWSPIC if newspic else NEWS).iter_errors(article):
            yield sentence("/articles", inner)


def sentence(prefix: str, error: ValidationError) -> str:
    return prefix + "".join(f"/{name}" for name in error.absolute_path) + ": " + error.message

"""Images of a content."""

import pytest

import weixin_draft as wd

CONTENT = "<p>图<img src='a.png?x=1&amp;y'><i style=\"background:url(b.png)\"><img src={{c}}>"


def test_images_are_found_with_their_places() -> None:
    found = wd.images(CONTENT)
    assert [(image.element, image.attribute, image.kind) for image in found] == [
        ("img", "src", "local"),
        ("i", "style", "local"),
        ("img", "src", "placeholder"),
    ]
    assert [image.address for image in found] == ["a.png?x=1&y", "b.png", "{{c}}"]
    texts = [CONTENT[image.start : image.end] for image in found]
    assert texts == ["a.png?x=1&amp;y", "b.png", "{{c}}"]


def test_addresses_are_replaced_and_nothing_else() -> None:
    assert wd.replace_images(CONTENT, {}) == CONTENT
    assert wd.replace_images(CONTENT, lambda address: address) == CONTENT
    replaced = wd.replace_images(CONTENT, {"a.png?x=1&y": "n'1&2", "b.png": "n(2)"})
    assert [image.address for image in wd.images(replaced)] == ["n'1&2", "n(2)", "{{c}}"]


def test_what_the_function_raises_is_raised() -> None:
    def fail(address: str) -> str:
        raise KeyError(address)

    with pytest.raises(KeyError, match="a"):
        wd.replace_images(CONTENT, fail)
    with pytest.raises(TypeError):
        wd.replace_images(CONTENT, lambda address: 1)  # type: ignore[arg-type, return-value]

//! The models of `weixin_draft.models`, made from what was checked.
//!
//! Their classes are written in Python; their constructors judge what a caller gives
//! them. What was checked needs no second judge, so instances are filled here.

use pyo3::intern;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyDict, PyString, PyTuple};
use weixin_draft::{
    Article, ArticleType, Coordinate, CoverInfo, CropBox, CropPercent, DraftUpdate, FieldValue,
    ImageInfo, ProductInfo,
};

/// The classes, and Python's own way to make an instance without its constructor.
struct Models {
    new: Py<PyAny>,
    draft_update: Model,
    news: Model,
    news_pic: Model,
    cover_info: Model,
    crop_percent: Model,
    crop_box: Model,
    image_info: Model,
    image: Model,
    product_info: Model,
    footer_product_info: Model,
}

/// A class, and the names of its fields, in their order.
struct Model {
    /// The class, as the arguments of a call.
    class: Py<PyTuple>,
    fields: Vec<Py<PyString>>,
}

type Value<'py> = Bound<'py, PyAny>;

impl Models {
    fn get(py: Python<'_>) -> PyResult<&Models> {
        static MODELS: PyOnceLock<Models> = PyOnceLock::new();
        MODELS.get_or_try_init(py, || {
            let object = py.import("builtins")?.getattr("object")?;
            let module = py.import("weixin_draft.models")?;
            let model = |name: &str| {
                let class = module.getattr(name)?;
                let fields = class.getattr("_FIELDS")?.extract()?;
                Ok::<_, PyErr>(Model { class: PyTuple::new(py, [class])?.unbind(), fields })
            };
            Ok(Models {
                new: object.getattr("__new__")?.unbind(),
                draft_update: model("DraftUpdate")?,
                news: model("NewsArticle")?,
                news_pic: model("NewsPicArticle")?,
                cover_info: model("CoverInfo")?,
                crop_percent: model("CropPercent")?,
                crop_box: model("CropBox")?,
                image_info: model("ImageInfo")?,
                image: model("Image")?,
                product_info: model("ProductInfo")?,
                footer_product_info: model("FooterProductInfo")?,
            })
        })
    }

    /// An instance with these values, one for each of its fields.
    fn make<'py>(
        &self,
        py: Python<'py>,
        model: &Model,
        values: impl IntoIterator<Item = PyResult<Value<'py>>>,
    ) -> PyResult<Value<'py>> {
        let instance = self.new.bind(py).call1(model.class.bind(py))?;
        let fields = instance.getattr(intern!(py, "__dict__"))?.cast_into::<PyDict>()?;
        for (name, value) in model.fields.iter().zip(values) {
            fields.set_item(name, value?)?;
        }
        Ok(instance)
    }

    fn crop<'py>(&self, py: Python<'py>, crop: &CropBox) -> PyResult<Value<'py>> {
        let corners = [crop.x1(), crop.y1(), crop.x2(), crop.y2()];
        let corners = corners.map(|corner| Ok(coordinate(py, corner)));
        self.make(py, &self.crop_box, corners)
    }

    fn crop_percent<'py>(&self, py: Python<'py>, entry: &CropPercent) -> PyResult<Value<'py>> {
        let values = [Ok(text(py, entry.ratio.as_str())), self.crop(py, &entry.crop)];
        self.make(py, &self.crop_percent, values)
    }

    fn cover<'py>(&self, py: Python<'py>, cover: &CoverInfo) -> PyResult<Value<'py>> {
        let crops = cover.crop_percent_list.iter().map(|entry| self.crop_percent(py, entry));
        self.make(py, &self.cover_info, [tuple(py, crops)])
    }

    fn images<'py>(&self, py: Python<'py>, images: &ImageInfo) -> PyResult<Value<'py>> {
        let images = images
            .image_list
            .iter()
            .map(|image| self.make(py, &self.image, [Ok(text(py, &image.image_media_id))]));
        self.make(py, &self.image_info, [tuple(py, images)])
    }

    fn product<'py>(&self, py: Python<'py>, product: &ProductInfo) -> PyResult<Value<'py>> {
        let footer = product.footer_product_info.as_ref().map_or_else(
            || Ok(none(py)),
            |footer| {
                let key =
                    footer.product_key.as_deref().map_or_else(|| none(py), |key| text(py, key));
                self.make(py, &self.footer_product_info, [Ok(key)])
            },
        );
        self.make(py, &self.product_info, [footer])
    }

    fn article<'py>(&self, py: Python<'py>, article: &Article) -> PyResult<Value<'py>> {
        let model = match article.article_type() {
            ArticleType::News => &self.news,
            ArticleType::NewsPic => &self.news_pic,
        };
        // Both lists follow the schema.
        let values = article
            .fields()
            .into_iter()
            .map(|(_, value)| value.map_or_else(|| Ok(none(py)), |value| self.field(py, value)));
        self.make(py, model, values)
    }

    fn field<'py>(&self, py: Python<'py>, value: FieldValue<'_>) -> PyResult<Value<'py>> {
        match value {
            FieldValue::Text(string) => Ok(text(py, string)),
            FieldValue::Flag(flag) => Ok(PyBool::new(py, flag).to_owned().into_any()),
            FieldValue::Crop(crop) => self.crop(py, crop),
            FieldValue::Cover(cover) => self.cover(py, cover),
            FieldValue::Product(product) => self.product(py, product),
            FieldValue::Images(images) => self.images(py, images),
            other => unreachable!("a field of a kind that has no model: {other:?}"),
        }
    }
}

/// A request as `DraftUpdate`.
pub(crate) fn draft_update<'py>(py: Python<'py>, draft: &DraftUpdate) -> PyResult<Value<'py>> {
    let models = Models::get(py)?;
    let values = [
        Ok(text(py, &draft.media_id)),
        Ok(draft.index.into_pyobject(py)?.into_any()),
        models.article(py, &draft.articles),
    ];
    models.make(py, &models.draft_update, values)
}

/// An article as `NewsArticle` or `NewsPicArticle`.
pub(crate) fn article<'py>(py: Python<'py>, article: &Article) -> PyResult<Value<'py>> {
    Models::get(py)?.article(py, article)
}

fn text<'py>(py: Python<'py>, text: &str) -> Value<'py> {
    PyString::new(py, text).into_any()
}

/// The edges of a picture are in nearly every crop, and Python's own strings.
fn coordinate(py: Python<'_>, coordinate: Coordinate) -> Value<'_> {
    match coordinate {
        Coordinate::ZERO => intern!(py, "0").clone().into_any(),
        Coordinate::ONE => intern!(py, "1").clone().into_any(),
        inside => text(py, &inside.to_string()),
    }
}

fn none(py: Python<'_>) -> Value<'_> {
    py.None().into_bound(py)
}

fn tuple<'py>(
    py: Python<'py>,
    values: impl Iterator<Item = PyResult<Value<'py>>>,
) -> PyResult<Value<'py>> {
    Ok(PyTuple::new(py, values.collect::<PyResult<Vec<_>>>()?)?.into_any())
}

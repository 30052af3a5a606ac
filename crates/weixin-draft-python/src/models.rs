//! The models of `weixin_draft.models`, made from what was checked.
//!
//! Their classes are written in Python; their constructors judge what a caller gives
//! them. What was checked needs no second judge, so instances are filled here.

use pyo3::intern;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyDict, PyString, PyTuple, PyType};
use weixin_draft::{
    Article, ArticleType, CoverInfo, CropBox, CropPercent, DraftUpdate, FieldValue, ImageInfo,
    ProductInfo,
};

/// The classes, and Python's own way to make an instance without its constructor.
struct Models {
    new: Py<PyAny>,
    draft_update: Py<PyType>,
    news: Py<PyType>,
    news_pic: Py<PyType>,
    cover_info: Py<PyType>,
    crop_percent: Py<PyType>,
    crop_box: Py<PyType>,
    image_info: Py<PyType>,
    image: Py<PyType>,
    product_info: Py<PyType>,
    footer_product_info: Py<PyType>,
}

type Value<'py> = Bound<'py, PyAny>;

impl Models {
    fn get(py: Python<'_>) -> PyResult<&Models> {
        static MODELS: PyOnceLock<Models> = PyOnceLock::new();
        MODELS.get_or_try_init(py, || {
            let object = py.import("builtins")?.getattr("object")?;
            let module = py.import("weixin_draft.models")?;
            let class = |name: &str| Ok::<_, PyErr>(module.getattr(name)?.cast_into()?.unbind());
            Ok(Models {
                new: object.getattr("__new__")?.unbind(),
                draft_update: class("DraftUpdate")?,
                news: class("NewsArticle")?,
                news_pic: class("NewsPicArticle")?,
                cover_info: class("CoverInfo")?,
                crop_percent: class("CropPercent")?,
                crop_box: class("CropBox")?,
                image_info: class("ImageInfo")?,
                image: class("Image")?,
                product_info: class("ProductInfo")?,
                footer_product_info: class("FooterProductInfo")?,
            })
        })
    }

    /// An instance with these fields, which are all that it has.
    fn make<'py, const N: usize>(
        &self,
        py: Python<'py>,
        class: &Py<PyType>,
        fields: [(&Bound<'py, PyString>, Value<'py>); N],
    ) -> PyResult<Value<'py>> {
        let instance = self.new.bind(py).call1((class,))?;
        let values = instance.getattr(intern!(py, "__dict__"))?.cast_into::<PyDict>()?;
        for (name, value) in fields {
            values.set_item(name, value)?;
        }
        Ok(instance)
    }

    fn crop<'py>(&self, py: Python<'py>, crop: &CropBox) -> PyResult<Value<'py>> {
        let corner = |corner: weixin_draft::Coordinate| text(py, &corner.to_string());
        self.make(
            py,
            &self.crop_box,
            [
                (intern!(py, "x1"), corner(crop.x1())),
                (intern!(py, "y1"), corner(crop.y1())),
                (intern!(py, "x2"), corner(crop.x2())),
                (intern!(py, "y2"), corner(crop.y2())),
            ],
        )
    }

    fn crop_percent<'py>(&self, py: Python<'py>, entry: &CropPercent) -> PyResult<Value<'py>> {
        let ratio = text(py, entry.ratio.as_str());
        let crop = self.crop(py, &entry.crop)?;
        let fields = [(intern!(py, "ratio"), ratio), (intern!(py, "crop"), crop)];
        self.make(py, &self.crop_percent, fields)
    }

    fn cover<'py>(&self, py: Python<'py>, cover: &CoverInfo) -> PyResult<Value<'py>> {
        let crops = cover.crop_percent_list.iter().map(|entry| self.crop_percent(py, entry));
        let crops = PyTuple::new(py, crops.collect::<PyResult<Vec<_>>>()?)?.into_any();
        self.make(py, &self.cover_info, [(intern!(py, "crop_percent_list"), crops)])
    }

    fn images<'py>(&self, py: Python<'py>, images: &ImageInfo) -> PyResult<Value<'py>> {
        let image = |image: &weixin_draft::Image| {
            let media_id = text(py, &image.image_media_id);
            self.make(py, &self.image, [(intern!(py, "image_media_id"), media_id)])
        };
        let images = images.image_list.iter().map(image).collect::<PyResult<Vec<_>>>()?;
        let images = PyTuple::new(py, images)?.into_any();
        self.make(py, &self.image_info, [(intern!(py, "image_list"), images)])
    }

    fn product<'py>(&self, py: Python<'py>, product: &ProductInfo) -> PyResult<Value<'py>> {
        let footer = match &product.footer_product_info {
            None => none(py),
            Some(footer) => {
                let key = optional_text(py, footer.product_key.as_deref());
                let fields = [(intern!(py, "product_key"), key)];
                self.make(py, &self.footer_product_info, fields)?
            }
        };
        self.make(py, &self.product_info, [(intern!(py, "footer_product_info"), footer)])
    }

    fn article<'py>(&self, py: Python<'py>, article: &Article) -> PyResult<Value<'py>> {
        let class = match article.article_type() {
            ArticleType::News => &self.news,
            ArticleType::NewsPic => &self.news_pic,
        };
        let instance = self.new.bind(py).call1((class,))?;
        let values = instance.getattr(intern!(py, "__dict__"))?.cast_into::<PyDict>()?;
        for (name, value) in article.fields() {
            let value = value.map_or_else(|| Ok(none(py)), |value| self.field(py, value))?;
            values.set_item(PyString::intern(py, name), value)?;
        }
        Ok(instance)
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
    let fields = [
        (intern!(py, "media_id"), text(py, &draft.media_id)),
        (intern!(py, "index"), draft.index.into_pyobject(py)?.into_any()),
        (intern!(py, "articles"), models.article(py, &draft.articles)?),
    ];
    models.make(py, &models.draft_update, fields)
}

/// An article as `NewsArticle` or `NewsPicArticle`.
pub(crate) fn article<'py>(py: Python<'py>, article: &Article) -> PyResult<Value<'py>> {
    Models::get(py)?.article(py, article)
}

fn text<'py>(py: Python<'py>, text: &str) -> Value<'py> {
    PyString::new(py, text).into_any()
}

fn optional_text<'py>(py: Python<'py>, string: Option<&str>) -> Value<'py> {
    string.map_or_else(|| none(py), |string| text(py, string))
}

fn none(py: Python<'_>) -> Value<'_> {
    py.None().into_bound(py)
}

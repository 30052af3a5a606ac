//! The models of `weixin_draft.models`, made from what was checked.
//!
//! Their classes are written in Python; their constructors judge what a caller gives
//! them. What was checked needs no second judge, so instances are filled here.

use pyo3::intern;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyDict, PyString, PyTuple, PyType};
use weixin_draft::{Article, CoverInfo, CropBox, CropPercent, DraftUpdate, ImageInfo, ProductInfo};

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
        Self::fill(&instance, fields)?;
        Ok(instance)
    }

    fn fill<'py, const N: usize>(
        instance: &Value<'py>,
        fields: [(&Bound<'py, PyString>, Value<'py>); N],
    ) -> PyResult<()> {
        let values = instance.getattr(intern!(instance.py(), "__dict__"))?.cast_into::<PyDict>()?;
        for (name, value) in fields {
            values.set_item(name, value)?;
        }
        Ok(())
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
        /// The fields that both types of article have.
        macro_rules! fill {
            ($article:expr, $class:expr) => {{
                let article = $article;
                let crop = |crop: &Option<CropBox>| {
                    crop.as_ref().map_or_else(|| Ok(none(py)), |crop| self.crop(py, crop))
                };
                let string = |string: &Option<String>| optional_text(py, string.as_deref());
                let cover = article.cover_info.as_ref();
                let cover = cover.map_or_else(|| Ok(none(py)), |cover| self.cover(py, cover))?;
                let product = article.product_info.as_ref();
                let product =
                    product.map_or_else(|| Ok(none(py)), |product| self.product(py, product))?;
                let fields = [
                    (intern!(py, "title"), text(py, &article.title)),
                    (intern!(py, "content"), text(py, &article.content)),
                    (intern!(py, "author"), string(&article.author)),
                    (intern!(py, "digest"), string(&article.digest)),
                    (intern!(py, "content_source_url"), string(&article.content_source_url)),
                    (intern!(py, "thumb_media_id"), string(&article.thumb_media_id)),
                    (intern!(py, "need_open_comment"), flag(py, article.need_open_comment)),
                    (intern!(py, "only_fans_can_comment"), flag(py, article.only_fans_can_comment)),
                    (intern!(py, "pic_crop_235_1"), crop(&article.pic_crop_235_1)?),
                    (intern!(py, "pic_crop_1_1"), crop(&article.pic_crop_1_1)?),
                    (intern!(py, "cover_info"), cover),
                    (intern!(py, "product_info"), product),
                ];
                self.make(py, $class, fields)?
            }};
        }
        match article {
            Article::News(article) => Ok(fill!(article, &self.news)),
            Article::NewsPic(article) => {
                let made = fill!(article, &self.news_pic);
                let images = self.images(py, &article.image_info)?;
                Self::fill(&made, [(intern!(py, "image_info"), images)])?;
                Ok(made)
            }
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

fn flag(py: Python<'_>, flag: Option<bool>) -> Value<'_> {
    flag.map_or_else(|| none(py), |flag| PyBool::new(py, flag).to_owned().into_any())
}

fn none(py: Python<'_>) -> Value<'_> {
    py.None().into_bound(py)
}

//! A product at the end of an article.

use super::fields::{Field, ObjectFields, Presence};
use super::object::{Object, Value, object};
use super::slot::Slot;
use super::walk::{Member, Read, Walk};
use crate::json::Text;

object! {
    /// Products of an article.
    ProductInfo<'a> in "product_info", read only: &[], {
        footer_product_info: FooterProductInfo<'a>, Optional;
    }
}

object! {
    /// The product at the end of the text.
    FooterProductInfo<'a> in "footer_product_info", read only: &[], {
        product_key: Text<'a>, Optional;
    }
}

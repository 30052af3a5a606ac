//! `crop_shape`.

use super::{Checks, InSchema, Rule, Source};
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "crop_shape",
    level: Level::Warning,
    movable: true,
    source: Source::Seen,
    summary: Words {
        en: "A crop cuts a piece of its ratio's shape out of the cover.",
        zh: "裁剪框从封面中裁出的部分符合其比例的形状。",
    },
    reason: Words {
        en: "The server answers 53402 to crops of another shape. This is checked only where the picture is given: check --cover PICTURE.",
        zh: "裁剪框形状不符时，服务器返回 53402。只有提供图片时才会检查：check --cover 图片。",
    },
    message: Words {
        en: "this crop cuts {found} pixels out of the cover, which is not the shape {limit}: the server answers 53402. `weixin-draft crop PICTURE` works out the right one.",
        zh: "该裁剪框从封面中裁出 {found} 像素，不是 {limit} 的形状，服务器会返回 53402。可用 `weixin-draft crop 图片` 计算正确的坐标。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks::NONE,
};

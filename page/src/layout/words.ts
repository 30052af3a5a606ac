/** What is said of each finding of a layout: what is wrong, and what to do. */

import type { Language } from "../words.js";

export const CODES = ["layout_width", "layout_line_overlap", "layout_cut_text", "layout_pre_overflow"] as const;

export type LayoutCode = (typeof CODES)[number];

export const SENTENCES: Record<LayoutCode, Record<Language, string>> = {
  layout_width: {
    en: "an element does not fit every screen alike: its width, its place or what sticks out changes between 375 and 677 pixels. Give its width in percent, or centre it.",
    zh: "元素不能同样适应各种屏幕：在 375 到 677 像素之间，其宽度、位置或超出的部分不一致。请用百分比设置宽度，或将其居中。",
  },
  layout_line_overlap: {
    en: "lines of a text overlap: its line height is below its font size. Set line-height to 1.5 or more.",
    zh: "文字行互相重叠：行高小于字号。请将 line-height 设为 1.5 或更大。",
  },
  layout_cut_text: {
    en: "an element is higher than the paragraph that holds it, so that it is cut or covers what follows. Remove the paragraph's height.",
    zh: "元素高于所在段落，会被截断或盖住后面的内容。请去掉段落的高度设置。",
  },
  layout_pre_overflow: {
    en: "preformatted text is wider than its box on some screens. Set white-space: pre-wrap.",
    zh: "预格式化文本在某些屏幕上超出其边框。请设置 white-space: pre-wrap。",
  },
};

/** The paragraphs of an article, as the vendor's structure specification means them. */

const BLOCKS = "p, div, section, li, h1, h2, h3, h4, h5, h6, table";
const NEVER_WRAPPERS = "blockquote, .js_product_container, .js_blockquote_wrap";

/** The elements that hold the text; those around them only wrap. */
export function paragraphsOf(content: Element): Element[] {
  if (isWrapper(content)) return [...content.children].flatMap(paragraphsOf);
  return isBlank(content) ? [] : [content];
}

function isWrapper(element: Element): boolean {
  return !element.matches(NEVER_WRAPPERS) && [...element.children].some((child) => child.matches(BLOCKS));
}

/** Nothing but white space and line breaks, also within one `<span leaf>`. */
function isBlank(element: Element): boolean {
  if ((element.textContent ?? "").trim() !== "") return false;
  const only = element.children.length === 1 ? element.children[0] : undefined;
  const holder = only?.matches("span[leaf]") ? only : element;
  return [...holder.children].every((child) => child.localName === "br");
}

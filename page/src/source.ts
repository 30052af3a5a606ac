/** What is in the editor. */

export type Source =
  | { kind: "request"; articles: [RawArticle] | [] }
  | { kind: "draft"; items: unknown[]; mediaId: string }
  | { kind: "fragment"; html: string };

/** An article as it was written: any field may be missing or of a wrong type. */
export type RawArticle = Record<string, unknown>;

/** Tells a request, an answer of draft/get and a piece of HTML apart. */
export function recognise(text: string): Source {
  if (!/^[\s\uFEFF]*[{["]/.test(text)) return { kind: "fragment", html: text };
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { kind: "request", articles: [] };
  }
  const answer = asObject(value);
  const items = answer?.news_item ?? asObject(answer?.content)?.news_item;
  if (Array.isArray(items)) return { kind: "draft", items, mediaId: String(answer?.media_id ?? "") };
  if (answer && !("articles" in answer) && "title" in answer && "content" in answer) {
    return { kind: "draft", items: [answer], mediaId: "" };
  }
  const articles = answer?.articles;
  const article = asObject(Array.isArray(articles) ? articles[0] : articles);
  return { kind: "request", articles: article ? [article] : [] };
}

export function asObject(value: unknown): RawArticle | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as RawArticle) : undefined;
}

/** A field that is text; anything else counts as missing. */
export function textOf(article: RawArticle, name: string): string {
  const value = article[name];
  return typeof value === "string" ? value : "";
}

/** Where the elements of an article stand in its text. */

const TOKEN = /<!--[\s\S]*?(?:-->|$)|<(script|style|textarea|title)\b[\s\S]*?(?:<\/\1\s*>|$)|<([a-z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^"'>])*>/gi;

/**
 * The offset of each element's tag in the HTML, in UTF-16 units. Undefined where a browser's tree has
 * more or fewer elements of that name than the text has tags, so that they cannot be told apart.
 */
export function offsetsOf(elements: Element[], html: string): (number | undefined)[] {
  const written = new Map<string, number[]>();
  for (const found of html.matchAll(TOKEN)) {
    const name = found[2]?.toLowerCase();
    if (name) written.set(name, [...(written.get(name) ?? []), found.index]);
  }
  const made = Map.groupBy(elements, (element) => element.localName.toLowerCase());
  return elements.map((element) => {
    const name = element.localName.toLowerCase();
    const [tags, all] = [written.get(name) ?? [], made.get(name) ?? []];
    return tags.length === all.length ? tags[all.indexOf(element)] : undefined;
  });
}

/** The text of a JSON string between its quotes, and where each UTF-16 unit of its value begins in it. */
export interface Literal {
  start: number;
  raw: string;
}

/** The string of the content in a request. Undefined where the browser cannot tell. */
export function contentLiteral(request: string): Literal | undefined {
  let found: string | undefined;
  try {
    JSON.parse(request, function (this: unknown, name: string, value: unknown, context?: { source?: string }) {
      if (name === "content" && typeof value === "string" && found === undefined) found = context?.source;
      return value;
    } as (name: string, value: unknown) => unknown);
  } catch {
    return undefined;
  }
  const start = found === undefined ? -1 : request.indexOf(found);
  return found === undefined || start < 0 ? undefined : { start: start + 1, raw: found.slice(1, -1) };
}

/** The offset in the request of an offset in the content. */
export function inRequest(offset: number, { start, raw }: Literal): number {
  let at = 0;
  for (let unit = 0; unit < offset && at < raw.length; unit += 1) {
    at += raw[at] === "\\" ? (raw[at + 1] === "u" ? 6 : 2) : 1;
  }
  return start + at;
}

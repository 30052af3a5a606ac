// The vectors of `tests/vectors`, with their bodies written out; see `tests/README.md`.

import { readdirSync, readFileSync } from "node:fs";

const FOLDER = new URL("../../tests/vectors/", import.meta.url);

/** Every case: its name, its body as bytes, the violations, and the body as a value where none of it is lost so. */
export function cases() {
  return readdirSync(FOLDER).flatMap((file) => {
    const vectors = JSON.parse(readFileSync(new URL(file, FOLDER), "utf8"));
    return vectors.cases.map((vector) => {
      const body = bodyOf(vector);
      return { name: `${file}: ${vector.description}`, body, violations: vector.violations, value: valueOf(body) };
    });
  });
}

function bodyOf(vector) {
  if ("base64" in vector) return new Uint8Array(Buffer.from(vector.base64, "base64"));
  const text = "text" in vector ? [expand(vector.text)].flat().join("") : JSON.stringify(expand(vector.payload));
  return new Uint8Array(Buffer.from(text));
}

function expand(value) {
  if (Array.isArray(value)) return value.map(expand);
  if (value === null || typeof value !== "object") return value;
  if ("$repeat" in value) return (value.prefix ?? "") + value.$repeat.repeat(value.times) + (value.suffix ?? "");
  if ("$repeat_item" in value) return Array(value.times).fill(expand(value.$repeat_item));
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, expand(member)]));
}

function valueOf(body) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
    const value = JSON.parse(text);
    return typeof value !== "string" && JSON.stringify(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Makes of an article's HTML what a reader gets of it. Nothing in it can act or load: see `frame.ts`. */

import { type Drops, gap } from "./drop.js";
import { isOwn } from "./frame.js";
import { hostOf, keepsLinksTo, keepsPicturesOf } from "./hosts.js";

const REMOVED = "script, link, meta, base, title, form, input, button, select, textarea, object, embed, frame, frameset, template, dialog";
const SHOWN_BY_THE_APP = "iframe, video, audio, canvas, qqmusic";
const ADDRESSES = ["href", "xlink:href", "action", "formaction", "ping", "background", "poster", "data", "srcset"];

/**
 * The article's nodes, in a document of their own that runs and loads nothing.
 *
 * What the server drops is a gap with its reason. Addresses are kept aside: those of pictures in
 * `data-picture`, styles that name pictures in `data-styled`, those of links in their `title`.
 */
export function readersVersion(html: string, drops: Drops, imageHosts: string[], own?: string): DocumentFragment {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const body = parsed.body;
  for (const style of parsed.querySelectorAll("style")) {
    if (style.closest("svg")) style.textContent = withoutAddresses(style.textContent.replace(/@import[^;]*;?/gi, ""));
    else replace(style, drops.add(drops.words.droppedElement("style")));
  }
  for (const found of parsed.querySelectorAll("noscript")) found.replaceWith(...found.childNodes);
  for (const found of body.querySelectorAll(REMOVED)) remove(found, drops);
  for (const found of parsed.head.querySelectorAll(REMOVED)) remove(found, drops);
  for (const found of body.querySelectorAll<HTMLElement>("*")) {
    const name = found.localName;
    if (name === "img" || (name === "image" && found.closest("svg"))) showPicture(found, drops, imageHosts, own);
    else if (name === "a" || name === "area") showLink(found, drops);
    else if (found.matches(SHOWN_BY_THE_APP) || name.startsWith("mp")) embed(found, drops);
    cleanAttributes(found, drops, imageHosts);
  }
  const fragment = parsed.createDocumentFragment();
  fragment.append(...body.childNodes);
  return fragment;
}

function remove(found: Element, drops: Drops): void {
  const words = drops.words;
  const reason = drops.add(found.localName === "script" ? words.droppedScript : words.droppedElement(found.localName));
  replace(found, reason);
}

function replace(found: Element, reason: string): void {
  found.replaceWith(gap(reason, found.ownerDocument));
}

function showPicture(image: HTMLElement, drops: Drops, imageHosts: string[], own?: string): void {
  const names = image.localName === "img" ? ["data-src", "src"] : ["href", "xlink:href"];
  const address = names.map((name) => image.getAttribute(name)).find((value) => value) ?? "";
  const host = hostOf(address);
  image.removeAttribute("src");
  if (isOwn(address, own)) image.dataset.picture = address;
  else if (host && keepsPicturesOf(host, imageHosts)) image.dataset.picture = address.replace(/^(https?:)?\/\//, "https://");
  else if (address && !(image.localName === "image" && address.startsWith("#"))) {
    replace(image, drops.add(host ? drops.words.droppedImage(host) : drops.words.droppedImageLocal));
  }
}

function showLink(link: HTMLElement, drops: Drops): void {
  const address = link.getAttribute("href") ?? link.getAttribute("xlink:href") ?? "";
  const host = hostOf(address);
  if (host && !keepsLinksTo(host)) {
    link.classList.add("wd-lost-link");
    link.title = drops.add(drops.words.droppedLink(host));
  } else if (/^\s*javascript:/i.test(address)) {
    link.classList.add("wd-lost-link");
    link.title = drops.add(drops.words.droppedScript);
  } else if (address) {
    link.classList.add("wd-link");
    link.title = address;
  }
}

function embed(found: HTMLElement, drops: Drops): void {
  const shown = found.ownerDocument.createElement("span");
  shown.className = "wd-embedded";
  shown.textContent = drops.words.embedded(found.localName);
  found.replaceWith(shown);
}

/** Takes away handlers and addresses, and positions that the server removes. */
function cleanAttributes(found: HTMLElement, drops: Drops, imageHosts: string[]): void {
  for (const { name, value } of [...found.attributes]) {
    const lower = name.toLowerCase();
    if (/^on[a-z]/.test(lower)) drops.add(drops.words.droppedHandler(lower));
    const isPart = lower.endsWith("href") && value.trim().startsWith("#");
    if (/^on[a-z]/.test(lower) || (ADDRESSES.includes(lower) && !isPart)) found.removeAttribute(name);
  }
  const attributeName = found.getAttribute("attributeName")?.toLowerCase() ?? "";
  if (attributeName.endsWith("href") || attributeName.startsWith("on")) found.remove();
  if (["absolute", "fixed"].includes(found.style?.position)) {
    drops.add(drops.words.droppedPosition);
    found.style.removeProperty("position");
  }
  cleanBackground(found, drops, imageHosts);
}

function cleanBackground(found: HTMLElement, drops: Drops, imageHosts: string[]): void {
  const style = found.getAttribute("style");
  if (!style || !/url\(/i.test(style)) return;
  const kept = style.replace(/url\(\s*["']?([^"')]*)[^)]*\)/gi, (whole: string, address: string) => {
    const host = hostOf(address);
    if (!host || keepsPicturesOf(host, imageHosts)) return whole;
    drops.add(drops.words.droppedStyleImage(host));
    return 'url("data:,")';
  });
  found.dataset.styled = kept;
  found.setAttribute("style", withoutAddresses(kept));
}

/** A style that names no picture, but parts of the article (`#..`) as before. */
function withoutAddresses(style: string): string {
  return style.replace(/url\((?!\s*["']?#)[^)]*\)/gi, 'url("data:,")');
}

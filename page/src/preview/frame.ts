/**
 * A frame for an article of anybody.
 *
 * Three locks: the sandbox lets no script run; the policy lets nothing load but styles in the
 * article, pictures below the address that the page was told of, if any, and, after a click,
 * pictures of the vendor's hosts; what the server drops was taken out before. `allow-same-origin` lets the page look in, to place and measure; without scripts nothing
 * can look out.
 */

import type { Words } from "../words.js";
import { element } from "../element.js";

const PICTURES = "https://*.qpic.cn https://*.qlogo.cn https://*.weixin.qq.com https://res.wx.qq.com";

export interface Look {
  dark: boolean;
  pictures: boolean;
  /** Pictures below this address are shown at once: those of a sandbox on this machine. */
  own?: string | undefined;
}

/** Whether a picture is one of those that are shown at once. */
export function isOwn(address: string, own: string | undefined): boolean {
  return own !== undefined && address.startsWith(own);
}

/** A frame that is empty yet. */
export function makeFrame(title: string): HTMLIFrameElement {
  return element("iframe", { sandbox: "allow-same-origin", title, referrerpolicy: "no-referrer", tabindex: 0 });
}

/** Shows nodes in a frame, in place of what it held. */
export async function show(frame: HTMLIFrameElement, content: Node, style: string, look?: Look): Promise<void> {
  const sources = ["data:", "blob:", look?.own ?? "", look?.pictures ? PICTURES : ""].filter(Boolean).join(" ");
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src ${sources}`;
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer"><style>${style}</style><body>`;
  await loaded;
  const inside = frame.contentDocument;
  inside?.body.append(inside.adoptNode(content));
}

/** Has the pictures of an article loaded, or shown as the places that they take. */
export function placePictures(content: DocumentFragment, { pictures, own }: Look, words: Words): void {
  const all = content.querySelectorAll<HTMLImageElement>("[data-picture]");
  for (const [index, image] of all.entries()) {
    const width = Number(image.dataset.w) || Number(image.getAttribute("width")) || 640;
    const replacement = standIn(width, width * (Number(image.dataset.ratio) || 0.6), words.picture(index + 1, all.length));
    const address = image.dataset.picture ?? "";
    const isShown = pictures || isOwn(address, own);
    image.setAttribute(image.localName === "img" ? "src" : "href", isShown ? address : replacement);
    if (!isShown && !image.getAttribute("alt")) image.setAttribute("alt", words.picture(index + 1, all.length));
  }
  for (const found of content.querySelectorAll<HTMLElement>("[data-styled]")) {
    const style = found.dataset.styled ?? "";
    const addresses = [...style.matchAll(/url\(\s*["']?([^"')]*)/gi)].map(([, address]) => address ?? "");
    if (pictures || addresses.every((address) => isOwn(address, own) || /^(#|data:)/.test(address))) found.setAttribute("style", style);
  }
}

/** A picture of the size of another one, with its number. */
function standIn(width: number, height: number, label: string): string {
  const size = Math.max(14, Math.min(width / 18, 60));
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#8883"/><text x="50%" y="50%" dominant-baseline="middle" text-anchor="middle"
    font-family="system-ui, sans-serif" font-size="${size}" fill="#777">${label}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(picture)}`;
}

/** The style of the ground that an article is shown on, and of what the page adds to it. */
export function groundStyle(dark: boolean): string {
  const [ground, ink, quiet] = dark ? ["#191919", "#d3d3d3", "#8a8a8a"] : ["#ffffff", "#1f1f1f", "#6b6b6b"];
  return `
    html { background: ${ground}; color-scheme: ${dark ? "dark" : "light"}; }
    body { margin: 0; padding: 20px 16px 40px; color: ${ink}; overflow-wrap: break-word; overflow-x: hidden;
      font: 17px/1.6 system-ui, -apple-system, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
    * { max-width: 100%; box-sizing: border-box; word-wrap: break-word; }
    img { height: auto; }
    h1.wd-title { font-size: 22px; line-height: 1.4; margin: 0 0 12px; font-weight: 600; }
    p.wd-byline { font-size: 15px; color: ${quiet}; margin: 0 0 22px; }
    .wd-gap, .wd-embedded { display: inline-block; border: 1px dashed #c4314b; border-radius: 4px; padding: 2px 8px; margin: 2px 0;
      color: ${dark ? "#ff9aa8" : "#a3162f"}; font: 13px/1.5 system-ui, sans-serif; }
    .wd-embedded { border-color: ${quiet}; color: ${quiet}; }
    .wd-lost-link { text-decoration: line-through; text-decoration-color: #c4314b; cursor: help; }
    .wd-link { color: ${dark ? "#7d90a9" : "#576b95"}; }
    ${dark ? "body > :not(.wd-title, .wd-byline) { filter: brightness(.88); }" : ""}`;
}

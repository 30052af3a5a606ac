// The page in Debian's Chromium.

import { serve as serveFolder } from "../../npm/test/browser.mjs";

export { launch } from "../../npm/test/browser.mjs";

/** Serves the static site. */
export function serve() {
  return serveFolder(new URL("../dist/", import.meta.url));
}

/** Opens the site; `requests` gathers every address that the page or a frame asks for. */
export async function open(browser, address, options = {}) {
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const requests = [];
  const problems = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => problems.push(error.stack));
  await page.goto(address);
  await settled(page);
  return { page, requests, problems, close: () => context.close() };
}

/** Waits until the page has judged, shown and measured what was asked for last. */
export async function settled(page) {
  await page.waitForSelector("#main[aria-busy=false]");
}

/** Puts a text into the editor as a paste would. */
export async function paste(page, text) {
  await page.fill("#text", text);
  await settled(page);
}

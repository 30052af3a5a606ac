/** The page as `weixin-draft preview` serves it: the program judges, and the file is watched. */

import { byId } from "./element.js";
import type { Engine, Settings } from "./engine.js";
import { Page } from "./page.js";
import type { Language } from "./words.js";

const EVERY = 500;

/** Asks the program; it answers as the module does. */
async function ask<Value>(name: string, input: string, options: object): Promise<Value> {
  const address = `${name}?options=${encodeURIComponent(JSON.stringify(options))}`;
  const answer = await fetch(address, { method: "POST", body: input });
  const { value, error } = await answer.json();
  if (error) throw new Error(error.message);
  return value;
}

const engine: Engine = {
  check: (request, settings, layout) => ask("check", request, { settings, layout }),
  checkContent: (html, settings, layout) => ask("check_content", html, { settings, layout }),
  convert: (item, settings) => ask("convert_news_item", item, { language: settings.lang }),
};

interface Config {
  name: string;
  settings: Settings;
  language: Language | null;
}

const config: Config = await (await fetch("config")).json();
const page = new Page(engine, config.settings, config.language ?? undefined);
let version = "";
let isEdited = false;
let isGone = false;
byId("file-part").hidden = false;

page.edited = () => {
  isEdited = true;
  showState();
};
byId("reload").addEventListener("click", () => {
  isEdited = false;
  version = "";
  void look();
});

function showState(): void {
  const words = page.words;
  const state = isGone ? words.gone : isEdited ? words.edited(config.name) : words.watching(config.name);
  if (byId("file-state").textContent !== state) byId("file-state").textContent = state;
  byId("reload").hidden = !isEdited || isGone;
}

/** Shows the file when it has changed, unless a person has changed the text here. */
async function look(): Promise<void> {
  try {
    const answer = await fetch("file", { headers: version ? { "If-None-Match": version } : {}, cache: "no-store" });
    isGone = false;
    if (answer.status === 200 && !isEdited) {
      version = answer.headers.get("ETag") ?? "";
      await page.setText(await answer.text(), false);
    }
  } catch {
    isGone = true;
  }
  showState();
}

await look();
setInterval(() => void look(), EVERY);

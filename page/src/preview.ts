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
  convert: (item, settings) => ask("convert_news_item", item, { lang: settings.lang }),
};

interface Config {
  name: string;
  settings: Settings;
  language: Language | null;
  /** Where a sandbox on this machine has its pictures. */
  pictures: string | null;
  /** Whether the program finds pictures by their media ids. */
  has_material: boolean;
}

const config: Config = await (await fetch("config")).json();
const page = new Page(engine, config.settings, config.language ?? undefined);
page.view.own = config.pictures ?? undefined;
if (config.has_material) page.view.material = material;
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

const found = new Map<string, string | undefined>();

/** A picture of the account's material, such as a cover; the program asks for it once. */
async function material(mediaId: string): Promise<string | undefined> {
  if (!found.has(mediaId)) {
    const answer = await fetch(`material/${encodeURIComponent(mediaId)}`);
    found.set(mediaId, answer.ok ? URL.createObjectURL(await answer.blob()) : undefined);
  }
  return found.get(mediaId);
}

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

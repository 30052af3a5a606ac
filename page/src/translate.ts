/** Writes the page's words into its elements: `data-word` names them, `data-label` those for screen readers. */

import { type Language, WORDS } from "./words.js";

export function translate(language: Language): void {
  const words = WORDS[language] as unknown as Record<string, string>;
  document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
  document.title = `${words.title} · weixin-draft`;
  for (const found of document.querySelectorAll<HTMLElement>("[data-word]")) found.textContent = words[found.dataset.word!] ?? "";
  for (const found of document.querySelectorAll<HTMLElement>("[data-label]")) found.ariaLabel = words[found.dataset.label!] ?? "";
  for (const found of document.querySelectorAll<HTMLTextAreaElement>("[data-hint]")) found.placeholder = words[found.dataset.hint!] ?? "";
  for (const found of document.querySelectorAll<HTMLButtonElement>("[data-language]")) {
    found.ariaPressed = String(found.dataset.language === language);
  }
}

/** Buttons, files and the clipboard. */

import { byId } from "../element.js";
import type { Page } from "../page.js";
import type { Language } from "../words.js";

export function bindControls(page: Page): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-language]")) {
    button.addEventListener("click", () => void page.setLanguage(button.dataset.language as Language));
  }
  bindChoice("width", (value) => (page.view.width = value === "677" ? 677 : 375), page);
  bindChoice("ground", (value) => (page.view.dark = value === "dark"), page);
  byId("load").addEventListener("click", () => {
    page.view.pictures = true;
    void page.showArticle();
  });
  byId("make-request").addEventListener("click", () => page.makeRequest());
  bindText(page);
  bindFiles(page);
}

function bindChoice(name: string, set: (value: string) => void, page: Page): void {
  for (const input of document.querySelectorAll<HTMLInputElement>(`input[name=${name}]`)) {
    input.addEventListener("change", () => {
      set(input.value);
      void page.showArticle();
    });
  }
}

function bindText(page: Page): void {
  byId("copy").addEventListener("click", async () => {
    await navigator.clipboard.writeText(page.editor.text);
    byId("status").textContent = page.words.copied;
  });
  byId("download").addEventListener("click", () => {
    const isHtml = !/^\s*[{[]/.test(page.editor.text);
    const address = URL.createObjectURL(new Blob([page.editor.text]));
    const link = Object.assign(document.createElement("a"), { href: address, download: isHtml ? "content.html" : "request.json" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  });
}

function bindFiles(page: Page): void {
  const take = async (file: File | undefined) => {
    if (!file) return;
    await page.setText(await file.text(), true);
    page.edited();
  };
  const input = byId<HTMLInputElement>("file");
  byId("open").addEventListener("click", () => input.click());
  input.addEventListener("change", () => void take(input.files?.[0]));
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file?.type.startsWith("image/")) void showCover(file);
    else void take(file);
  });
  const showCover = (file: File) => {
    page.view.cover = URL.createObjectURL(file);
    return page.showArticle();
  };
  const cover = byId<HTMLInputElement>("cover");
  cover.addEventListener("change", () => void (cover.files?.[0] && showCover(cover.files[0])));
  const images = byId<HTMLInputElement>("images");
  images.addEventListener("change", () => {
    page.view.images = [...(images.files ?? [])].map((file) => URL.createObjectURL(file));
    void page.showArticle();
  });
}

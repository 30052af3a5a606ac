/** The page: what is typed, dropped or watched goes in on the left; everything else follows from it. */

import { apply, editsOf, safeFixes } from "./edits.js";
import { byId } from "./element.js";
import type { Engine, LayoutFinding, Place, Report, Settings, Violation } from "./engine.js";
import { measureLayout, type Subject } from "./layout/measure.js";
import { bindControls } from "./panel/controls.js";
import { Editor } from "./panel/editor.js";
import { showFindings } from "./panel/findings.js";
import { ReaderPanel, type View } from "./panel/reader.js";
import { Queue } from "./queue.js";
import { type RawArticle, recognise, type Source, textOf } from "./source.js";
import { translate } from "./translate.js";
import { type Language, languageOfBrowser, WORDS } from "./words.js";

/** How long nobody types before the text is judged, in milliseconds. */
const PAUSE = 150;
const MAX_ROUNDS = 10;

/** What one look at the text found. */
interface Judgement {
  source: Source;
  report: Report;
  article: RawArticle | undefined;
  leftOut: string[];
  layout: Subject | undefined;
}

export class Page {
  language: Language;
  index = 0;
  readonly view: View = { width: 375, dark: false, pictures: false, cover: undefined, images: [] };
  readonly editor = new Editor(() => this.#typed());
  readonly #reader = new ReaderPanel();
  readonly #queue = new Queue((isBusy) => (byId("main").ariaBusy = String(isBusy)));
  #judged: Judgement | undefined;

  /** Called when a person changed the text. */
  edited: () => void = () => {};

  constructor(
    readonly engine: Engine,
    readonly settings: Settings,
    language?: Language,
  ) {
    this.language = language ?? languageOfBrowser();
    bindControls(this);
    translate(this.language);
  }

  get words() {
    return WORDS[this.language];
  }

  setLanguage(language: Language): Promise<void> {
    this.language = language;
    translate(language);
    return this.refresh();
  }

  setText(text: string, byPerson: boolean): Promise<void> {
    this.editor.replace(text, byPerson);
    this.index = 0;
    this.view.pictures = false;
    return this.refresh();
  }

  /** Judges the text and shows everything anew. Of several calls at once, the last one does. */
  refresh(): Promise<void> {
    return this.#queue.replace(async (isLast) => {
      const judged = await this.#judge(this.editor.text);
      if (!isLast()) return;
      this.#judged = judged;
      this.#showReport(judged.report);
      await this.#show(judged);
      if (!judged.layout || !isLast()) return;
      const found = await measureLayout(judged.layout);
      if (found.length === 0 || !isLast()) return;
      const { report } = await this.#judge(this.editor.text, found);
      if (isLast()) this.#showReport(report);
    });
  }

  /** Shows the article again, as the view says. */
  showArticle(): Promise<void> {
    return this.#queue.add(() => this.#show(this.#judged));
  }

  async #show(judged: Judgement | undefined): Promise<void> {
    const { article, leftOut } = judged ?? { article: undefined, leftOut: [] };
    await this.#reader.show(article, this.view, this.words, this.settings.image_hosts ?? [], leftOut);
  }

  /** The answer of draft/get as the request that it becomes. */
  makeRequest(): void {
    const { source, article } = this.#judged ?? {};
    if (source?.kind !== "draft" || !article) return;
    const request = { media_id: source.mediaId, index: this.index, articles: article };
    void this.setText(`${JSON.stringify(request, null, 2)}\n`, true);
    this.edited();
  }

  async #judge(text: string, layout: LayoutFinding[] = []): Promise<Judgement> {
    const source = recognise(text);
    const settings = { ...this.settings, lang: this.language };
    byId("kind").textContent = this.words[source.kind];
    byId("draft-part").hidden = source.kind !== "draft";
    if (source.kind === "fragment") {
      const report = await this.engine.checkContent(text, settings, layout);
      const subject: Subject = { html: text, text, path: "/content", imageHosts: settings.image_hosts ?? [] };
      return { source, report, article: { content: text }, leftOut: [], layout: subject };
    }
    if (source.kind === "draft") {
      const { article, dropped, report } = await this.engine.convert(JSON.stringify(source.items[this.index]), settings);
      byId("draft-article").textContent = this.words.articleOf(this.index + 1, source.items.length);
      return { source, report, article: (article ?? undefined) as RawArticle | undefined, leftOut: dropped, layout: undefined };
    }
    const report = await this.engine.check(text, settings, layout);
    const article = source.articles[0];
    const html = article && textOf(article, "article_type") !== "newspic" ? textOf(article, "content") : "";
    const subject: Subject = { html, text, path: "/articles/content", imageHosts: settings.image_hosts ?? [] };
    return { source, report, article, leftOut: [], layout: html ? subject : undefined };
  }

  #showReport(report: Report): void {
    this.editor.underline(report.violations);
    showFindings(report, this.words, {
      select: (place) => this.#select(place),
      fix: (violation) => this.#fix(violation),
      fixAll: () => void this.#fixAll(),
    });
  }

  #select({ utf16_range }: Place | Violation): void {
    if (utf16_range) this.editor.select(utf16_range.start, utf16_range.end);
  }

  #fix(violation: Violation): void {
    void this.#applyFixes(apply(this.editor.text, editsOf(violation)), 1);
  }

  /** Safe fixes, round by round, since one may show what another hid. */
  async #fixAll(): Promise<void> {
    let text = this.editor.text;
    let count = 0;
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const { report } = await this.#judge(text);
      const fixes = safeFixes(report);
      if (fixes.length === 0) break;
      text = apply(text, fixes.flat());
      count += fixes.length;
    }
    await this.#applyFixes(text, count);
  }

  async #applyFixes(text: string, count: number): Promise<void> {
    this.editor.replace(text, true);
    this.edited();
    await this.refresh();
    byId("status").textContent = this.words.fixed(count);
    byId("findings").focus();
  }

  #typed(): void {
    this.edited();
    this.#queue.later(PAUSE, () => void this.refresh());
  }
}

/** Who judges: the module in the browser, or the program that serves the page. Both answer alike. */

import type { Article, LayoutFinding, Report, Settings } from "weixin-draft";

export type { Article, LayoutFinding, Place, Report, Settings, Violation } from "weixin-draft";

/** An article made of what draft/get answered; null where the report has errors. */
export interface Converted {
  article: Article | null;
  dropped: string[];
  report: Report;
}

export interface Engine {
  check(request: string, settings: Settings, layout: LayoutFinding[]): Promise<Report>;
  checkContent(html: string, settings: Settings, layout: LayoutFinding[]): Promise<Report>;
  convert(item: string, settings: Settings): Promise<Converted>;
}

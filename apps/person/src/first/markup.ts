import { pathByName } from "../parts/icon-paths.ts";
import { beside } from "../words/beside.ts";

/** How a plain page is written: text in, markup out. */

/** Text as it may stand in markup, in quotes too; English that stands beside it is marked as such. */
export function text(plain: string): string {
  const [says = "", english] = inQuotes(plain).split(beside);
  return english === undefined ? says : `${says} <span class="beside" lang="en-GB">${english}</span>`;
}

/** Text as it stands in quotes, for the script to say: what stands beside it is told apart there. */
export function inQuotes(plain: string): string {
  return plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** A paragraph of text. */
export function paragraph(says: string): string {
  return `<p>${text(says)}</p>`;
}

/** A paragraph of small text. */
export function small(says: string): string {
  return `<p class="small">${text(says)}</p>`;
}

/** The one thing to do. `does`: what the script does, by its name. */
export function primary(says: string, does: string): string {
  return `<button type="button" class="primary" data-do="${does}">${text(says)}</button>`;
}

/** What looks like a link and does something. */
export function link(says: string, does: string, look = "bare underlined"): string {
  return `<button type="button" class="${look}" data-do="${does}">${text(says)}</button>`;
}

/** A picture that stands beside a word. */
export function icon(name: keyof typeof pathByName, look = "icon"): string {
  return `<svg class="${look}" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${pathByName[name]}"/></svg>`;
}

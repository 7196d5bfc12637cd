import { pathByName } from "../parts/icon-paths.ts";

/** How a plain page is written: text in, markup out. */

/** Between what is said and the English beside it. */
export const beside = "\u001f";

/** Text as it may stand in markup, in quotes too; English that stands beside it is marked as such. */
export function text(plain: string): string {
  const [says = "", english] = plain
    .split(beside)
    .map((part) => part.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;"));
  return english === undefined ? says : `${says} <span class="beside" lang="en-GB">${english}</span>`;
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

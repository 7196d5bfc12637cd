/**
 * Texts that this program wrote itself and that carry acts, names or words in clear: told by how they begin, whatever they are called, because a copy
 * can lose the names and the other files of its pack, and what is left out of a later one stands in them.
 */
export type OwnText = "pack" | "list";

/** Bytes at the beginning in which all of a form stands, which are all that is unpacked for it: a packed file can be a bomb. CASE has a context first. */
export const longestOwnBeginning: number = 16 * 1024;

const id = String.raw`"id"\s*:\s*"`;
const sha256 = String.raw`"sha256"\s*:\s*"[0-9a-f]{64}"`;
const act = String.raw`\{\s*"leaf"\s*:\s*\d{1,15}\s*,\s*"salt"\s*:\s*"[0-9a-f]{64}"\s*,\s*"act"\s*:`;

/** The files of a pack (docs/formats/pack.md): its acts, its case, its report, how it is checked, what it is. */
const ofPacks = [
  new RegExp(String.raw`^\[?\s*${act}`),
  /^\[?\s*\{\s*"@(?:context|graph)"\s*:.*"Unmask evidence pack UM-[0-9A-F]{12}"/s,
  new RegExp(String.raw`^\{\s*${id}UM-[0-9A-F]{12}"\s*,\s*"madeAt"\s*:`),
  /^# How to check this pack without trusting us\s+Pack UM-[0-9A-F]{12}/,
  /^Source-Organization: Unmask\s+External-Identifier: UM-[0-9A-F]{12}\s[^]*^Unmask-Pack-Version:/m,
];

/** What `read`, `read --summary` and `pattern --json` print. */
const ofLists = [
  new RegExp(String.raw`^\{\s*"act"\s*:\s*\{\s*${id}[a-z-]{1,40}-[0-9a-f]{32}-\d{1,15}"\s*,\s*"kind"`),
  new RegExp(String.raw`^\{"(?:notice|unread|kept)":\{[^\n]*${sha256}`),
  new RegExp(String.raw`^\{\s*"sources"\s*:\s*\[\s*\{\s*"name"\s*:\s*"[^\n]*"\s*,\s*${sha256}\s*,\s*"importer"\s*:`),
  /^\{\s*"findings"\s*:\s*\[\s*\{\s*"pattern"\s*:\s*"[a-z-]+"\s*,\s*"standing"/,
];

/** What of this program a text is by how it begins. */
export function ownTextOf(beginning: string): OwnText | undefined {
  const text = beginning.slice(0, longestOwnBeginning).replace(/^[\s\ufeff]+/, "");
  // Nearly every text is told by its first sign: it is not asked ten times.
  if (!/^[[{#S]/.test(text)) return undefined;
  if (ofPacks.some((form) => form.test(text))) return "pack";
  return ofLists.some((form) => form.test(text)) ? "list" : undefined;
}

/** An act of a pack, also with the backslashes that it has within another program's text. */
const actAnywhere = new RegExp(act.replaceAll('"', String.raw`\\*"`));

/** Whether an act of a pack stands anywhere in a text. Anybody can have written it there. */
export function holdsActOfPack(text: string): boolean {
  return actAnywhere.test(text);
}

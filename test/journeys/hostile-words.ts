import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a stranger writes who wants that something runs, is fetched, is worked out, or that a row reads otherwise than it stands. */

/** Where a request would go if anything fetched it. */
const stranger = "https://stranger.example.org";

/** Where it runs, this stands at the window. */
export const marker = "taken";
const run = `globalThis.${marker}=1;document.title='${marker}'`;

/** One of each kind, in one line. */
export const hostile: string = [
  `=HYPERLINK("${stranger}/h","x")`,
  `<script>${run}</script>`,
  `<img src=${stranger}/i onerror="${run}">`,
  `"><svg onload="${run}"><a href="javascript:${run}">x</a>`,
  `{{constructor.constructor("${run}")()}} \${${run}}`,
  `[x](javascript:${run})`,
  "photo\u202Egnp.exe\u2069\u202C",
  "zero\u200Bwidth\u200D\uFEFF",
  "ليلى 0001",
].join(" ");

/** The same, and a word that no line can hold. */
export const endless: string = `${hostile} ${"W".repeat(10_000)}`;

/** A name with as much of it as a field of a name holds. */
export const hostileName = `=1+1 <img src=${stranger}/n onerror="${run}"> \u202E0001 ليلى`;
/** The worst that an officer may be called: no name that cannot be seen as it is. */
export const officerName = hostileName.replace("\u202E", "");

/** The number that both senders are written to from. */
const number = "+44 7700 900456";

/** Writes exports in which every name, word, cell and file is a stranger's; the folder, and the name under which he stands there. */
export function writeHostileExports(folder: string): { readonly folder: string; readonly them: string } {
  mkdirSync(folder, { recursive: true });
  const put = (name: string, content: string): void => writeFileSync(join(folder, name), content);
  const texts = [hostile, endless, `<iframe src="${stranger}/f">`, "=1+1", "+1+1", "-1+1", "@SUM(1)", `javascript:${run}`];
  const lines = texts.map((text, i) => `0${i + 1}/11/2026, 02:1${i} - ${number}: ${text}`);
  const others = texts.slice(0, 3).map((text, i) => `0${i + 1}/11/2026, 03:1${i} - ${fileNameOf(hostileName)}: ${text}`);
  put("WhatsApp Chat with Them.txt", `${[...lines, ...others].join("\n")}\n`);
  put(
    "page.eml",
    [
      "Date: Sat, 28 Nov 2026 21:20:00 +0000",
      `From: "${hostileName.replaceAll('"', "'")}" <d.marsh@example.com>`,
      "To: amina@example.org",
      `Subject: =?utf-8?B?${Buffer.from(hostile).toString("base64")}?=`,
      "Message-ID: <page.1@example.com>",
      "MIME-Version: 1.0",
      "Content-Type: text/html; charset=utf-8",
      "",
      `<html><head><title>x</title><script>${run}</script></head><body onload="${run}"><p>Friday at 8.</p><img src="${stranger}/m"></body></html>`,
      "",
    ].join("\r\n"),
  );
  put("list.csv", `when,what,who\n2026-11-03 02:00,"${hostile.replaceAll('"', '""')}",=1+1\n2026-11-04 02:00,@SUM(1),+1+1\n`);
  put(
    "list.csv.columns.json",
    JSON.stringify({
      format: "unmask-columns-1",
      zone: "local",
      columns: { when: "when", what: "what", who: "who" },
      fixed: { kind: "entry", channel: "in-person", grade: "own-account", to: "me" },
      me: ["me"],
    }),
  );
  put("drawing.svg", `<svg xmlns="http://www.w3.org/2000/svg" onload="${run}"><script>${run}</script></svg>`);
  put("paper.pdf", `%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>endobj\n`);
  put(`${fileNameOf(hostileName)}.html`, `<script>${run}</script>`);
  return { folder, them: number };
}

/** A letter in which every field that takes words is a stranger's. */
export const hostileLetter: object = {
  name: hostileName,
  account: endless,
  wishes: hostile,
  place: hostileName,
  danger: "now",
  contact: { channel: "call", address: `javascript:${run}`, hours: hostileName, codeWord: hostileName },
};

/** Of what a file can be called, without what ends a name or a sender. */
function fileNameOf(text: string): string {
  return text.replaceAll("/", "").replaceAll(":", "");
}

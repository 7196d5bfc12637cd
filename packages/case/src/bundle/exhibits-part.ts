import type { PaperBlock } from "@unmask/core";
import { sayNumber } from "@unmask/words";
import { type Writing, col, partHeading, sayKnown, text } from "./writing.ts";

/** Digits of a hash on a line. */
const digitsOnALine = 32;

/** Part 5: every exhibit with its hash, whole. */
export function exhibitsPart(writing: Writing): readonly PaperBlock[] {
  const { say, plain, source, pen } = writing;
  const head = partHeading(5, plain("exhibits-title"), say("exhibits-under"));
  if (source.exhibits.length === 0) return [head, text(say("exhibits-none"))];
  return [
    head,
    {
      block: "table",
      columns: [
        col(plain("head-exhibit"), 17),
        col(plain("head-what")),
        col(plain("head-known"), 22),
        col(plain("head-hash"), 60),
        col(plain("head-pages"), 13),
      ],
      rows: source.exhibits.map(({ number, what, knowing, sha256, pages }) => ({
        cells: [
          [{ says: pen.name(number), look: "strong" }],
          pen.prose(what),
          sayKnown(knowing, writing),
          [{ says: inLines(sha256), look: "code" }],
          pages === undefined ? "" : sayNumber(pages),
        ],
      })),
    },
  ];
}

function inLines(hash: string): string {
  return (hash.match(new RegExp(`.{1,${digitsOnALine}}`, "g")) ?? [hash]).join("\n");
}

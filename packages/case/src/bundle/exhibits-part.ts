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
      rows: onceEach(source.exhibits).map(({ numbers, what, knowing, sha256, pages }) => ({
        cells: [
          [{ says: numbers.map((number) => pen.name(number)).join(", "), look: "strong" }],
          pen.prose(what),
          sayKnown(knowing, writing),
          [{ says: inLines(sha256), look: "code" }],
          pages === undefined ? "" : sayNumber(pages),
        ],
      })),
    },
  ];
}

type Exhibit = Writing["source"]["exhibits"][number];

/** One file that was kept twice, under the same words, is one line with both of its numbers. */
function onceEach(exhibits: readonly Exhibit[]): readonly (Omit<Exhibit, "number"> & { readonly numbers: readonly string[] })[] {
  const byFile = new Map<string, Omit<Exhibit, "number"> & { readonly numbers: readonly string[] }>();
  for (const { number, ...file } of exhibits) {
    const key = `${file.sha256} ${file.knowing} ${file.what}`;
    const { numbers } = byFile.get(key) ?? { numbers: [] };
    byFile.set(key, { ...file, numbers: [...new Set([...numbers, number])] });
  }
  return [...byFile.values()];
}

function inLines(hash: string): string {
  return (hash.match(new RegExp(`.{1,${digitsOnALine}}`, "g")) ?? [hash]).join("\n");
}

/**
 * Writes pack.json anew out of the example pack. Only after a wanted change of the format, which pack.md states first:
 *
 *     npx tsx docs/formats/vectors/make-pack-vectors.ts
 */
import { writeFileSync } from "node:fs";
import { laterReport } from "../../../test/tamper/example-report.ts";
import { type Files, leavesOf, textOf } from "../../../test/tamper/reseal.ts";
import { exampleFiles, repeatableBytes } from "../../../test/tamper/sealed-example.ts";

/** What both packs have: the lines of acts taken apart, and the texts that hang on them. */
function vectorsOf(files: Files): object {
  const text = (path: string): string => textOf(files, path);
  const linesOf = (path: string): string[] => text(path).trimEnd().split("\n");
  return {
    unmaskSalt: /^Unmask-Salt: (.*)$/m.exec(text("bag-info.txt"))?.[1],
    acts: linesOf("data/acts.jsonl.gz").map((line) => {
      const match = /^\{"leaf":(\d+),"salt":"(.*?)","act":(.*)\}$/.exec(line);
      return { leaf: Number(match?.[1]), salt: match?.[2], entry: match?.[3] };
    }),
    leaves: leavesOf(files),
    bare: linesOf("log/leaves.txt"),
    tagManifest: text("tagmanifest-sha256.txt"),
    checkpoint: text("seal/checkpoint"),
    proof: text("seal/tagmanifest-sha256.txt.tlog-proof"),
    sealList: text("seal/seals-sha256.txt"),
  };
}

const files = await exampleFiles();
const later = await exampleFiles({ random: repeatableBytes("later pack") }, laterReport(files));
const vectors = {
  "//": "A pack of invented acts, and under `after` one that goes on from it: what another implementation must come to. See ../pack.md; the reports are those of test/tamper/example-report.ts.",
  signerSeed: Buffer.from(repeatableBytes("signer")(32)).toString("hex"),
  ...vectorsOf(files),
  after: {
    unmaskAfter: /^Unmask-After: (.*)$/m.exec(textOf(later, "bag-info.txt"))?.[1],
    ...vectorsOf(later),
    consistency: textOf(later, "seal/earlier.consistency"),
  },
};
writeFileSync(new URL("pack.json", import.meta.url), `${JSON.stringify(vectors, undefined, 2)}\n`);

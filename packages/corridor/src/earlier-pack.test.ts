import { type Instant } from "@unmask/core";
import { filesInMemory } from "@unmask/pack";
import { expect, test } from "vitest";
import { exampleReport, laterReport } from "../../../test/tamper/example-report.ts";
import { createHash, exampleFiles, exampleSigner, otherSigner } from "../../../test/tamper/sealed-example.ts";
import { readEarlierPack } from "./earlier-pack.ts";

const world = { signer: exampleSigner, createHash, now: Date.UTC(2026, 10, 27) as Instant };
const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

test("of an earlier pack its id, checkpoint, last number and the exhibits are read", async () => {
  const files = await exampleFiles();
  const read = await readEarlierPack(filesInMemory(files), world);
  expect(read).toMatchObject({
    ok: true,
    value: { pack: { id: "UM-0123456789ab", checkpoint: textOf(files.get("seal/checkpoint")), lastNumber: "M/3" } },
  });
  expect(read.ok && read.value.exhibits.map(({ number, withheld }) => `${number} ${withheld}`)).toEqual([
    "M/1 false",
    "M/2 false",
    "M/3 true",
  ]);
});

test("a number that was given before the earlier pack is not given again", async () => {
  const example = exampleReport();
  const { id, after } = laterReport(await exampleFiles()).report;
  const report = { ...example.report, id, ...(after && { after: { ...after, lastNumber: "M/4" } }) };
  const files = await exampleFiles({}, { ...example, report });
  expect(await readEarlierPack(filesInMemory(files), world)).toMatchObject({ ok: true, value: { pack: { lastNumber: "M/4" } } });
});

test("a pack of another signer is refused, with what to do next", async () => {
  const files = filesInMemory(await exampleFiles({ signer: otherSigner }));
  expect(await readEarlierPack(files, world)).toEqual({ ok: false, error: expect.stringMatching(/another key .* --signer-key/) });
});

test("an earlier pack with a changed, missing or added file is refused", async () => {
  const whole = await exampleFiles();
  for (const path of whole.keys()) {
    const flipped = new Map(whole).set(path, Uint8Array.from([...(whole.get(path) ?? []), 10]));
    const missing = new Map([...whole].filter(([one]) => one !== path));
    for (const files of [flipped, missing])
      expect(await readEarlierPack(filesInMemory(files), world), path).toEqual({
        ok: false,
        error: expect.stringMatching(/^the earlier pack does not verify/),
      });
  }
});

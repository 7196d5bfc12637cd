import { randomBytes } from "node:crypto";
import { ok } from "@unmask/core";
import { createSignerKey } from "@unmask/seal";
import { expect, test, vi } from "vitest";
import { exampleReport } from "../../../test/tamper/example-report.ts";
import { makePack } from "./make-pack.ts";

test("where the network goes before the first paper, she is told what to do, and the next try makes it", async () => {
  let isGone = true;
  vi.doMock("./set-papers.ts", () => {
    if (isGone) throw new Error("no network");
    return { setPapers: async () => ok({ reportPdf: Uint8Array.of(1), chronologyPdf: Uint8Array.of(2) }) };
  });
  const random = (length: number): Uint8Array => randomBytes(length);
  const make = () =>
    makePack(exampleReport().report, [], createSignerKey(random), {
      setReport: async () => ok(Uint8Array.of(0x25)),
      typesetter: "plain",
      random,
      createHash: () => undefined,
    });
  expect(await make()).toMatchObject({ ok: false, error: expect.stringMatching(/could not be fetched; .* must answer once/) });
  isGone = false;
  expect(await make()).toMatchObject({ ok: true, value: { pdf: Uint8Array.of(1), chronologyPdf: Uint8Array.of(2) } });
});

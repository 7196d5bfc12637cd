import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { certificatesFromPem } from "@unmask/seal";
import { type LocalTsa, createLocalTsa } from "../../../test/tamper/local-tsa.ts";
import { createHash, exampleFiles, exampleSigner } from "../../../test/tamper/sealed-example.ts";
import { filesInMemory } from "./pack-files.ts";
import { verifyPack } from "./verify-pack.ts";

let tsa: LocalTsa;
beforeAll(() => {
  tsa = createLocalTsa();
});
afterAll(() => tsa.close());

describe("the verifier", () => {
  it("verifies", async () => {
    const files = await exampleFiles({ timestamp: tsa.reply });
    const check = await verifyPack(filesInMemory(files), {
      createHash,
      trustedSigners: [exampleSigner],
      trustedTsa: certificatesFromPem(tsa.ca) ?? [],
    });
    console.log(check);
    expect(check.overall).toBe("verified");
  });
});

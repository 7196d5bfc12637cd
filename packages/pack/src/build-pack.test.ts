import { describe, expect, it } from "vitest";
import { exampleFiles } from "../../../test/tamper/sealed-example.ts";

describe("a pack", () => {
  it("has files", async () => {
    const files = await exampleFiles();
    console.log([...files].map(([p, b]) => p + " " + b.length).join("\n"));
    const t = (p: string) => new TextDecoder().decode(files.get(p));
    console.log(
      t("bag-info.txt"),
      t("data/acts.jsonl").slice(0, 1500),
      t("log/leaves.txt"),
      t("seal/checkpoint"),
      t("seal/seals-sha256.txt"),
      t("data/report.json"),
    );
    JSON.parse(t("data/case.jsonld"));
    console.log(t("data/case.jsonld").slice(0, 6000));
    expect(files.size).toBeGreaterThan(10);
  });
});

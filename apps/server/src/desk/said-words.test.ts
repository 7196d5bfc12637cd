import { expect, test } from "vitest";
import { foldReport } from "@unmask/case";
import { epoch } from "@unmask/core";
import { sayCivil, sayIsoDay } from "./clock-words.ts";
import { saidFacts } from "./said-words.ts";
import { sayChecked } from "./stands-out.ts";

const body = { letter: "0".repeat(32), who: { reporter: "self", about: "not-known" }, anonymous: false, danger: "no", packs: 0 } as const;
const at = { happened: epoch, recorded: epoch, by: "desk", number: 1, stream: { of: "report", id: "R-1" } } as const;
const said = (more: object) => saidFacts(foldReport("R-1", [{ ...at, kind: "report-received", body: { ...body, ...more } }]));

test("who asks to stay without a name is told as that, also beside a name; a letter that did not open asked for nothing", () => {
  const asked = expect.objectContaining({ label: "Name", strong: "asks to stay without a name", isMind: true });
  expect(said({ anonymous: true })).toContainEqual(asked);
  expect(said({ anonymous: true, who: { ...body.who, name: "Imogen Vance" } })).toContainEqual(asked);
  expect(said({})).not.toContainEqual(asked);
  expect(said({ anonymous: true, fault: "altered" })).not.toContainEqual(asked);
});

test("days stand as people write them, as exactly as they were said", () => {
  expect(sayCivil({ year: 2026, month: 9, day: 1 })).toBe("1 Sep 2026");
  expect(sayCivil({ year: 2026, month: 9, day: undefined })).toBe("Sep 2026");
  expect(sayCivil({ year: 2026, month: undefined, day: undefined })).toBe("2026");
  expect([sayIsoDay("2026-12-10"), sayIsoDay("soon")]).toEqual(["10 Dec 2026", "soon"]);
});

test("a seal is told by what it is and by whom it would have to be known, and a file of the person by its own name", () => {
  const why = "fits the tag manifest, but you have not said that you know the key";
  expect(sayChecked({ verdict: "unknown-signer", path: "seal/tagmanifest-sha256.txt.minisig", why })).toBe(
    "The signature of the program that made the pack: it holds, but whose key it is nobody here has confirmed",
  );
  expect(sayChecked({ verdict: "untrusted-time", path: "seal/tagmanifest-sha256.txt.tsr", why })).toBe(
    "The time stamp: it is sound, but whether its authority is trusted nobody here has said",
  );
  expect(sayChecked({ verdict: "altered", path: "data/originals/0009.jpg", why: "its hash is another" })).toBe(
    "data/originals/0009.jpg: its hash is another",
  );
});

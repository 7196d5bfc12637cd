import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { draftKept, draftSaid, dropDraft, keepDraft } from "./attendance-draft.ts";
import type { AttendanceDraft } from "./attendance-words.ts";

const fresh: AttendanceDraft = {
  ...{ day: "2026-11-28", at: "10:00", station: "", names: [""], online: [], checked: [] },
  ...{ inPerson: undefined, area: undefined, allNames: undefined, lives: undefined },
  ...{ address: "", changeOn: "", says: "" },
};

it("what somebody tells at the counter is still there after the officer looked elsewhere, for that order alone, until it is written", () => {
  const drafts = new Map<string, string>();
  const told: AttendanceDraft = {
    ...{ ...fresh, at: "10:05", station: "Northmere", names: ["Gary Slade", "Gaz"], checked: ["photograph", "refused"] },
    ...{ inPerson: "yes", area: "local", allNames: "not-known", lives: "home", address: "9 Mill Lane\nNorthmere", says: "“No.”" },
  };
  keepDraft(drafts, "SPO-26-012", told);
  const later = { ...fresh, at: "11:30" };
  expect(draftKept(drafts, "SPO-26-012", later)).toEqual(told);
  expect(draftKept(drafts, "SPO-26-013", later)).toEqual(later);
  keepDraft(drafts, "SPO-26-012", { ...told, area: undefined, checked: [] });
  expect(draftKept(drafts, "SPO-26-012", later)).toMatchObject({ area: undefined, checked: [] });
  dropDraft(drafts, "SPO-26-012");
  expect(draftKept(drafts, "SPO-26-012", later)).toEqual(later);
  expect(drafts.size).toBe(0);
});

it("whoever writes at a counter reads before typing what is kept of it, and the desk keeps it in no storage of the computer", () => {
  const form = readFileSync(new URL("./attendance-form.tsx", import.meta.url), "utf8");
  expect(form.indexOf("{draftSaid}")).toBeGreaterThan(0);
  expect(form.indexOf("{draftSaid}")).toBeLessThan(form.indexOf("They are here, in person"));
  expect(draftSaid).toContain("loading this page again loses what is not written yet");
  const sources = fileURLToPath(new URL("../../", import.meta.url));
  const storing = readdirSync(sources, { recursive: true, encoding: "utf8" }).filter(
    (file) => /(?<!\.test)\.tsx?$/.test(file) && /(?:local|session)Storage|indexedDB/.test(readFileSync(join(sources, file), "utf8")),
  );
  expect(storing).toEqual([join("ports", "settings.ts")]);
});

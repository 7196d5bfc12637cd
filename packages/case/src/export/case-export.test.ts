import { readFileSync } from "node:fs";
import { join } from "node:path";
import { epoch, instantFromIso, timelineActFromJson } from "@unmask/core";
import { describe, expect, it } from "vitest";
import { contactDetails, createContactFinder } from "../disclosure/contact-inside.ts";
import { type CaseEvent, parseEvent } from "../event.ts";
import { parseOrderEvent } from "../order-event.ts";
import { mayDo } from "../access/may-do.ts";
import { roles } from "../access/roles.ts";
import type { CaseExport, ExportedAct, ExportedExhibit, ExportedPaper, ExportedStream } from "./case-export.ts";
import { caseExportCsv } from "./export-csv.ts";
import { caseExportJson } from "./export-json.ts";

interface Vectors {
  readonly from: {
    readonly streams: readonly { of: "case" | "report" | "order"; id: string; readWith?: string; events: unknown[] }[];
    readonly exhibits: readonly (
      (Omit<ExportedExhibit, "kept"> & { readonly kept: string }) | (Omit<ExportedPaper, "kept"> & { readonly kept: string })
    )[];
    readonly acts: readonly (Omit<ExportedAct, "act"> & { readonly act: unknown })[];
  };
  readonly included: { readonly json: unknown; readonly csv: readonly string[] };
  readonly "taken out": { readonly json: unknown; readonly csv: readonly string[] };
}

const vectors = JSON.parse(readFileSync(join(import.meta.dirname, "../../../../docs/formats/vectors/case-export.json"), "utf8")) as Vectors;

const streams = vectors.from.streams.map(({ of, events, ...rest }): ExportedStream => {
  if (of === "order") return { of, ...rest, events: events.map((one) => valueOf(parseOrderEvent(one))) };
  return { of, ...rest, events: events.map((one) => valueOf(parseEvent(one))) };
});
const details = contactDetails(streams.flatMap((one): readonly CaseEvent[] => (one.of === "report" ? one.events : [])));

function exported(withContact: boolean): CaseExport {
  return {
    force: { id: "f0".repeat(16), name: "Northshire Police" },
    case: "0412",
    madeAt: instantFromIso("2026-11-27T09:30:00.000Z") ?? epoch,
    by: "DS 4471 Mara Lunt",
    recipient: "Crown Prosecution Service",
    withContact,
    cover: createContactFinder(details).cover,
    streams,
    exhibits: vectors.from.exhibits.map((one) => ({ ...one, kept: instantFromIso(one.kept) ?? epoch })),
    acts: vectors.from.acts.map((one) => ({ ...one, act: valueOf(timelineActFromJson(JSON.stringify(one.act))) })),
    nameOf: (id) => (id === "lunt" ? "DS 4471 Mara Lunt" : id),
  };
}

function valueOf<T>(read: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string }): T {
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

describe("a case for another system", () => {
  it.each([
    ["included", true],
    ["taken out", false],
  ] as const)("is written as the document says, with how she is reached %s", (name, withContact) => {
    const from = exported(withContact);
    expect(JSON.parse(caseExportJson(from))).toEqual(vectors[name].json);
    expect(caseExportCsv(from).split("\r\n")).toEqual(vectors[name].csv);
  });

  it("tells nowhere how she is reached unless the officer chose it: not in an event, an act, a name of a file or a call", () => {
    const without = `${caseExportJson(exported(false))}${caseExportCsv(exported(false))}`;
    for (const secret of ["07700 900215", "7700900215", "0 7700-900 215", "Meadow House", "library"]) expect(without).not.toContain(secret);
    const whole = caseExportJson(exported(true));
    for (const said of ["07700 900215", "Meadow House", "library"]) expect(whole).toContain(said);
  });

  it("says of a possible link that it stays here, and nothing of the other case", () => {
    for (const file of [caseExportJson(exported(true)), caseExportCsv(exported(true))]) {
      expect(file).toContain("of two cases");
      expect(file).not.toContain("R-9999");
    }
  });

  it("has no cell that a spreadsheet would work out", () => {
    const csv = caseExportCsv(exported(true));
    expect(csv).toContain("\"'=HYPERLINK(");
    expect(csv).not.toMatch(/(?:^|,)"?[=+@]/m);
  });

  it("goes to nobody who may not read how she is reached: whoever may export a case may read it", () => {
    for (const role of roles)
      if (mayDo(role, "export", "member").allowed) expect([role, mayDo(role, "read-case", "member").allowed]).toEqual([role, true]);
  });
});

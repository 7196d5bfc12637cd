import { readFileSync } from "node:fs";
import { join } from "node:path";
import { civilToIso, type DateOrder } from "@unmask/core";
import { expect, test } from "vitest";
import { createDateOrderEvidence, readDay, scanStamp } from "@unmask/formats";
import { parseIdentity } from "./identity.ts";

/** The part of docs/formats/act.md that importers carry out, against its vectors. */

interface Vectors {
  readonly dateOrders: readonly {
    says: string;
    stated?: DateOrder;
    dates: string[];
    days: (string | null)[];
    or?: string[];
    because: string;
  }[];
  readonly identities: readonly { wrote: string; country: string; kind: string; normal: string }[];
}

const path = join(import.meta.dirname, "../../../docs/formats/vectors/act.json");
const vectors = JSON.parse(readFileSync(path, "utf8")) as Vectors;

test.each(vectors.dateOrders)("order of dates: $says", ({ stated, dates, days, or = [], because }) => {
  const stamps = dates.map((date) => {
    const stamp = scanStamp(date, 0);
    if (!stamp) throw new Error(`no stamp: ${date}`);
    return stamp;
  });
  const evidence = createDateOrderEvidence();
  for (const { date } of stamps) evidence.see(date);
  const finding = evidence.decide(stated);
  const read = stamps.map(({ date }) => readDay(date, finding));
  expect(finding.because).toBe(because);
  expect(read.map((one) => (one && !one.strayed ? civilToIso(one.day) : null))).toEqual(days);
  expect(read.flatMap((one) => (one?.other ? [civilToIso(one.other)] : []))).toEqual(or);
});

test.each(vectors.identities)("$wrote from $country is a $kind", ({ wrote, country, kind, normal }) => {
  expect(parseIdentity(wrote, country)).toEqual({ kind, wrote, normal });
});

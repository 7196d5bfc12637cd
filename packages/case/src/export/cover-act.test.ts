import { type TimelineAct, timelineActFromJson, timelineActToJson } from "@unmask/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createContactFinder } from "../disclosure/contact-inside.ts";
import { coverAct } from "./cover-act.ts";

const hash = "ab".repeat(32);
const span = { sha256: hash, name: "chat.txt", start: 0, end: 9, within: [{ name: "phone.zip", sha256: hash }] };
const someone = { kind: "phone", wrote: "07700 900142", normal: "+447700900142", name: "R" };
/** An act with everything that an act can have. */
const full = {
  ...{ id: `whatsapp-${"ab".repeat(16)}-1`, kind: "message", channel: "whatsapp" },
  when: {
    ...{ wrote: "20/11/2026, 22:00", zone: "Europe/London" },
    ...{ earliest: "2026-11-20T22:00:00.000Z", latest: "2026-11-20T22:00:59.999Z" },
    or: [{ earliest: "2026-11-20T22:00:00.000Z", latest: "2026-11-20T22:00:59.999Z" }],
  },
  ...{ from: someone, to: [someone], text: "hello" },
  attachments: [{ name: "a.jpg", mime: "image/jpeg", size: 9, sha256: hash, from: "my phone", changed: "cut" }],
  entry: {
    written: { at: "2026-11-20T22:00:00.000Z", by: "self" },
    ...{ accounts: ["a"], place: "p", how: "h", others: ["o"], witnesses: ["w"], firstHand: "told", toldBy: "t", felt: "f", changed: "c" },
    ...{ did: "d", references: [{ with: "police", number: "1" }], breaks: "b" },
    added: [{ at: "2026-11-21T22:00:00.000Z", by: "self", words: "more" }],
  },
  ...{ flags: ["edited"], grade: "text-export", source: span, duration: 4, thread: "T", subject: "S", sourceId: "1" },
  ...{ alsoIds: [`whatsapp-${"cd".repeat(16)}-1`], versionOf: `whatsapp-${"ef".repeat(16)}-1` },
};

/** The act with these words in every string that takes any; and in how many it is. Numbers of content, hashes and closed lists take none. */
function planted(words: string): { readonly act: TimelineAct; readonly places: number } {
  let places = 0;
  const plant = (value: unknown, into: (one: unknown) => unknown): unknown => {
    if (typeof value === "string") {
      const read = timelineActFromJson(JSON.stringify(withLead(into(`${value} ${words}`))));
      if (!read.ok) return value;
      places++;
      return `${value} ${words}`;
    }
    if (Array.isArray(value)) return value.map((one, i) => plant(one, (mine) => into(value.with(i, mine))));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plant(one, (mine) => into({ ...value, [key]: mine }))]));
  };
  const read = timelineActFromJson(JSON.stringify(withLead(plant(full, (one) => one))));
  if (!read.ok) throw new Error(read.error);
  return { act: read.value, places };
}

/** The first of its sources is its source. */
function withLead(act: unknown): object {
  const { source }: { readonly source?: unknown } = Object(act);
  return { ...Object(act), sources: [source] };
}

describe("an act that leaves without how she is reached", () => {
  const finder = createContactFinder([
    { field: "address", says: "9 Heron Court" },
    { field: "Ring", says: "07700 900462" },
  ]);

  it("holds it in no string of it, whatever stands there", () => {
    const written = fc.constantFrom("9 Heron Court", "9 HERON CT", "9, Heron\nCourt", "07700 900462", "+447700900462", "٠٧٧٠٠ ٩٠٠٤٦٢");
    fc.assert(
      fc.property(written, (words) => {
        const { act, places } = planted(words);
        // What was said, by whom and to whom, in which thread, of which file and of which archive, and how its time was written.
        expect(places).toBe(31);
        const whole = timelineActToJson({ ...act, records: [act] });
        expect(whole).toContain(JSON.stringify(words).slice(1, -1));
        const covered = coverAct({ ...act, records: [act] }, finder.cover);
        expect(JSON.stringify(covered)).not.toContain(JSON.stringify(words).slice(1, -1));
        expect(timelineActFromJson(timelineActToJson(covered)).ok).toBe(true);
      }),
      { seed: 7, numRuns: 12 },
    );
  });

  it("is left as it is where nothing of it stands there", () => {
    const { act } = planted("at home");
    expect(coverAct(act, finder.cover)).toEqual(act);
  });
});

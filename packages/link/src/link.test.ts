import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Identity, type Instant, later, epoch, msPerDay, msPerMinute, parseZone } from "@unmask/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Identifier,
  type LinkSide,
  type Posting,
  type Shown,
  type Use,
  compareSides,
  identifierOf,
  identifiersOf,
  keyOf,
  postingsOf,
  suggestLinks,
} from "./index.ts";

const secret = new TextEncoder().encode("an invented secret of an index");
const keyedHash = (message: Uint8Array): Uint8Array => new Uint8Array(createHmac("sha256", secret).update(message).digest());
const phone = (normal: string): Identifier => ({ kind: "phone", normal, platform: "" });
const london = parseZone("Europe/London");
if (london === undefined) throw new Error("no zone");
const zone = london;
const at = (days: number, minutes = 0): Instant => later(epoch, days * msPerDay + minutes * msPerMinute);
const use = (days: number, minutes = 0, text?: string): Use => ({
  when: { earliest: at(days, minutes), latest: at(days, minutes + 1) },
  known: "record",
  ...(text !== undefined && { text }),
});
const side = (reference: string, uses: readonly Use[], more: Partial<LinkSide> = {}): LinkSide => ({
  reference,
  uses,
  calledBy: [],
  isZoneStated: true,
  ...more,
});

describe("what can be compared between two reports", () => {
  it("is a number, an address or an account, and never a name that two men can share", () => {
    const name: Identity = { kind: "name", wrote: "Gary", normal: "gary" };
    const number: Identity = { kind: "phone", wrote: "07700 900388", normal: "+447700900388" };
    expect(identifierOf(name, "sms")).toBeUndefined();
    expect(identifiersOf({ from: number, to: [name, number], channel: "sms" })).toEqual([phone("+447700900388")]);
  });

  it("keeps one account name on two platforms apart, and takes Messenger for Facebook", () => {
    const handle: Identity = { kind: "handle", wrote: "Grey_Moth", normal: "@grey_moth" };
    expect(identifierOf(handle, "instagram")).not.toEqual(identifierOf(handle, "x"));
    expect(identifierOf(handle, "messenger")).toEqual(identifierOf(handle, "facebook"));
  });
});

describe("the index", () => {
  it("gives the keys that its document says", () => {
    const { secret: written, postings } = JSON.parse(readFileSync("docs/formats/vectors/identifier-posting.json", "utf8"));
    expect(written).toBe(new TextDecoder().decode(secret));
    for (const { identifier, key, bucket } of postings) expect(keyOf(identifier, keyedHash)).toEqual({ key, bucket });
    expect(postings.length).toBeGreaterThan(3);
  });

  it("holds one line for each number of a report, with its first and last day and whether a record shows it", () => {
    const shown: readonly Shown[] = [
      { identifier: phone("+447700900388"), known: "account" },
      { identifier: phone("+447700900388"), known: "record", first: at(10), last: at(20) },
      { identifier: phone("+447700900388"), known: "record", first: at(5), last: at(12) },
    ];
    const [posting, ...others] = postingsOf("R-1", shown, keyedHash);
    expect(others).toEqual([]);
    expect(posting).toMatchObject({ report: "R-1", known: "record", first: at(5), last: at(20) });
    expect(JSON.stringify(posting)).not.toContain("7700900388");
  });
});

describe("which reports are suggested to one another", () => {
  const posting = (report: string, normal: string): Posting => ({
    ...keyOf(phone(normal), keyedHash),
    kind: "phone",
    report,
    known: "record",
  });
  const open = { decided: [], now: at(100) };

  it("are those with the same number, whichever came first", () => {
    const { links } = suggestLinks("R-2", [[posting("R-1", "+447700900388"), posting("R-2", "+447700900388")]], open);
    const { links: other } = suggestLinks("R-1", [[posting("R-1", "+447700900388"), posting("R-2", "+447700900388")]], open);
    expect(links).toEqual(other);
    expect(links).toHaveLength(1);
  });

  it("never says that there is no link while a part of the index is down", () => {
    expect(suggestLinks("R-1", ["down", []], open)).toEqual({ links: [], common: [], searched: { answered: 1, of: 2 } });
  });

  it("joins nobody by a helpline that half the county rang", () => {
    const many = Array.from({ length: 60 }, (_, i) => posting(`R-${i}`, "+448088020300"));
    const { links, common } = suggestLinks("R-0", [many], open);
    expect(links).toEqual([]);
    expect(common).toEqual([{ key: keyOf(phone("+448088020300"), keyedHash).key, reports: 60 }]);
  });

  it("does not suggest again what was refuted, but asks when another number agrees; what was left open comes back on its day", () => {
    const both = ["R-1", "R-2"].map((report) => posting(report, "+447700900388"));
    const { key } = keyOf(phone("+447700900388"), keyedHash);
    const refuted = { reports: ["R-1", "R-2"], keys: [key] } as const;
    expect(suggestLinks("R-1", [both], { decided: [refuted], now: at(100) }).links).toEqual([]);
    const another = [...both, ...["R-1", "R-2"].map((report) => posting(report, "+447700900111"))];
    expect(suggestLinks("R-1", [another], { decided: [refuted], now: at(100) }).links).toHaveLength(1);
    const leftOpen = { ...refuted, opensAgain: at(105) };
    expect(suggestLinks("R-1", [both], { decided: [leftOpen], now: at(104) }).links).toEqual([]);
    expect(suggestLinks("R-1", [both], { decided: [leftOpen], now: at(105) }).links).toHaveLength(1);
  });

  it("are the same in whatever order the index gives its lines", () => {
    const lines = ["+447700900001", "+447700900002", "+447700900003"].flatMap((normal, i) =>
      Array.from({ length: i + 2 }, (_, n) => posting(`R-${n}`, normal)),
    );
    const wanted = suggestLinks("R-0", [lines], open);
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (shuffled) => {
        expect(suggestLinks("R-0", [shuffled], open)).toEqual(wanted);
      }),
      { seed: 8, numRuns: 50 },
    );
  });
});

describe("what two sides have to say of one number", () => {
  const identifier = phone("+447700900388");
  const rows = (left: LinkSide, right: LinkSide, facts: Parameters<typeof compareSides>[0]["facts"] = []) =>
    compareSides({ identifier, left, right, facts, zone });
  const says = (list: readonly { readonly says: string }[]): readonly string[] => list.map((row) => row.says);

  it("begins with the number itself, how often and from when to when", () => {
    const { agrees } = rows(side("Case 0412", [use(20_000), use(20_010)]), side("Report R-2088", []));
    expect(agrees[0]).toEqual({
      says: "The same number, exactly",
      known: "account",
      left: "2 acts, 4 October to 14 October 2024",
      right: "named; no act with it",
    });
  });

  it("tells evenings on which both were reached within minutes, and that few may be chance", () => {
    const { agrees } = rows(side("A", [use(20_000, 1_300, "Bail does not stop me")]), side("B", [use(20_000, 1_315, "Still at work?")]));
    expect(agrees[1]).toMatchObject({ says: "1 day with acts within 20 minutes", known: "worked-out", note: "few: may be chance" });
    expect(agrees[1]?.left).toContain("“Bail does not stop me”");
    expect(says(rows(side("A", [use(20_000, 0)]), side("B", [use(20_000, 22)])).agrees)).toEqual(["The same number, exactly"]);
  });

  it("looks at each message of a night on which both got twenty thousand a few times, and shows the longest sentences first", () => {
    let looks = 0;
    const counted = (one: Use): Use => ({
      ...one,
      get when() {
        looks += 1;
        return one.when;
      },
    });
    const many = (words: string): readonly Use[] =>
      Array.from({ length: 20_000 }, (_, i) => counted(use(9, 1, `${words} ${"so ".repeat(i % 40)}many times ${i}`)));
    const { agrees } = compareSides({
      identifier,
      left: side("one", many("You left")),
      right: side("other", many("You left")),
      facts: [],
      zone,
    });
    // A pair for each two of them would be four hundred million; sorting forty thousand takes some sixteen looks at each.
    expect(looks).toBeGreaterThan(40_000);
    expect(looks).toBeLessThan(40_000 * 40);
    expect(agrees[1]).toMatchObject({ says: "1 day with acts within 20 minutes" });
    const words = agrees.filter(({ says }) => says.startsWith("One sentence")).map(({ says }) => says);
    expect(words).toEqual(["One sentence of 44 words", "One sentence of 44 words", "One sentence of 44 words"]);
  });

  it("counts a sentence that both were sent, and calls common words weak", () => {
    const { agrees } = rows(
      side("A", [use(1, 0, "Not asking again"), use(2, 0, "not asking  again")]),
      side("B", [use(9, 0, "NOT ASKING AGAIN")]),
    );
    expect(agrees.at(-1)).toEqual({
      says: "One sentence of 3 words",
      known: "worked-out",
      note: "weak: common words",
      left: "“Not asking again” 2 times",
      right: "“NOT ASKING AGAIN” 1 time",
    });
  });

  it("puts other names of the holder where it puts what speaks against it, as large as the rest", () => {
    const { agrees, contradicts } = rows(
      side("A", [use(1)], { calledBy: ["Rhys Calloway"] }),
      side("B", [use(2)], { calledBy: ["Lee from work"] }),
    );
    expect(says(contradicts)).toEqual(["Called by other names"]);
    expect(says(agrees)).not.toContain("Called by the same name");
    expect(
      says(rows(side("A", [use(1)], { calledBy: ["Rhys  CALLOWAY"] }), side("B", [use(2)], { calledBy: ["Rhys Calloway"] })).agrees),
    ).toContain("Called by the same name");
  });

  it("draws what the network said: between the two runs nobody held the number", () => {
    const facts = [{ outOfUse: { earliest: at(50), latest: at(120) }, source: "operator, 19 Nov" }];
    const { contradicts, notKnown } = rows(side("A", [use(10), use(49)]), side("B", [use(130)]), facts);
    expect(contradicts).toHaveLength(1);
    expect(contradicts[0]).toMatchObject({ known: "record", note: "operator, 19 Nov", left: "2 acts before it, 0 acts after it" });
    expect(says(notKnown)).toEqual(["Who holds it"]);
  });

  it("asks whether it changed hands in a long silence that nobody explained", () => {
    const { contradicts, notKnown } = rows(side("A", [use(10)]), side("B", [use(100)]));
    expect(contradicts).toEqual([]);
    expect(says(notKnown)).toEqual(["Who holds it", "Whether it changed hands in 12 weeks without an act"]);
    expect(says(rows(side("A", [use(10)]), side("B", [use(60)])).notKnown)).toEqual(["Who holds it"]);
  });

  it("says where nobody stated on whose clock the times are", () => {
    const { notKnown } = rows(
      side("A", [use(1)]),
      side("B", [use(2)], { isZoneStated: false, askedForHolder: "Asked 19 Nov, enquiry E-3" }),
    );
    expect(notKnown.at(-1)).toMatchObject({ says: "On whose clock", left: "Zone stated", right: "Zone not stated" });
    expect(notKnown[0]).toMatchObject({ left: "Not asked", right: "Asked 19 Nov, enquiry E-3" });
  });

  it("says the same of the two sides whichever stands left", () => {
    const left = side("A", [use(1, 0, "You will see me soon enough"), use(3)], { calledBy: ["R"] });
    const right = side("B", [use(1, 10, "you will see me soon enough"), use(90)], { calledBy: ["r"] });
    const turned = (comparison: ReturnType<typeof rows>) =>
      JSON.stringify(comparison, (key, value) => (key === "left" || key === "right" ? "" : value));
    expect(turned(rows(left, right))).toBe(turned(rows(right, left)));
  });
});

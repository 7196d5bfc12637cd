import { createHash } from "node:crypto";
import {
  type Act,
  type ActId,
  type Exhibit,
  type Identity,
  type Instant,
  type Jurisdiction,
  type LegalFact,
  type Report,
  type Sha256,
  type Source,
  type SourceSpan,
  type TimelineAct,
  parseSha256,
} from "@unmask/core";
import { earlierLogOf, textOf } from "./reseal.ts";

/** A report about invented people, with something of every kind that a pack must carry, and the bytes of its exhibits. */
export interface ExampleReport {
  readonly report: Report;
  readonly bytesByNumber: ReadonlyMap<string, Uint8Array>;
  originalOf(exhibit: Exhibit): Source;
}

/** SHA-256 of bytes. */
export function sha256Of(bytes: Uint8Array): Sha256 {
  const hash = parseSha256(createHash("sha256").update(bytes).digest("hex"));
  if (!hash) throw new Error("a hash is a hash");
  return hash;
}

/** A source over bytes in memory. */
export function sourceOf(name: string, bytes: Uint8Array): Source {
  return { name, size: bytes.length, read: async (start, end) => bytes.slice(start, end) };
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const them: Identity = { kind: "phone", wrote: "07700 900123", normal: "+447700900123", name: "Sam" };
const me: Identity = { kind: "owner", wrote: "", normal: "owner" };
const mail: Identity = { kind: "email", wrote: "Sam@Example.org", normal: "sam@example.org" };
const withheldCaller: Identity = { kind: "withheld", wrote: "", normal: "withheld" };
const handle: Identity = { kind: "handle", wrote: "@sam.example", normal: "@sam.example" };
const fact: LegalFact = { says: "example", section: "s2A", source: "example.org", checkedOn: "2026-11-25", verification: "design" };
const jurisdiction: Jurisdiction = {
  code: "EW",
  name: "England and Wales",
  examples: [],
  examplesRule: fact,
  examplesByKind: [],
  examplesByEntryKind: [],
  courseOfConduct: { occasions: 2, rule: fact, aided: fact, speech: fact, alsoShown: [] },
  offences: [],
  orders: [],
  breaches: [],
  explanations: [],
};

/** An id as ids are written, of the act of that number. */
function exampleId(number: number): ActId {
  return `example-${number.toString(16).padStart(32, "0")}-1` as ActId;
}

/** The id of the act that stands only in a file that is held back. */
export const hiddenId: ActId = `example-${"f".repeat(32)}-1` as ActId;

/** Builds it. `acts` more plain messages are added to those of every kind. */
export function exampleReport(more = 0): ExampleReport {
  const lines: { fields: Partial<Act>; wrote: string }[] = [
    { wrote: "31/10/2026, 22:14 - Sam: I know you're home. Saw your light.", fields: { text: "I know you're home. Saw your light." } },
    {
      wrote: "31/10/2026, 22:15 - Sam: 😀 مرحبا שלום \u202Eevil <script>",
      fields: { text: '😀 مرحبا שלום \u202Eevil <script>\r\nsecond "line"' },
    },
    { wrote: "31/10/2026, 22:16 - Sam: broken", fields: { text: "half a pair \ud83d and a NUL \u0000" } },
    { wrote: "01/11/2026, 01:30 - Sam: clock", fields: { text: "clock", flags: ["time-twice", "zone-assumed"] } },
    {
      wrote: "01/11/2026, 02:00 - Sam: IMG.jpg (file attached)",
      fields: {
        text: null,
        attachments: [{ name: "IMG.jpg", mime: "image/jpeg", size: 5, sha256: sha256Of(utf8("image")) }, { name: "lost.opus" }],
      },
    },
    { wrote: "sms", fields: { channel: "sms", text: "sms text" } },
    { wrote: "mail", fields: { channel: "email", from: mail, subject: "Re: you", text: "mail text", sourceId: "<1@example.org>" } },
    { wrote: "missed call", fields: { kind: "call", channel: "phone", text: null, flags: ["missed", "unanswered"], duration: 0 } },
    { wrote: "withheld call", fields: { kind: "call", channel: "phone", from: withheldCaller, text: null, duration: 12.4 } },
    { wrote: "voicemail", fields: { kind: "voicemail", channel: "phone", text: null, duration: 31 } },
    { wrote: "post", fields: { kind: "post", channel: "instagram", from: handle, to: [], text: "post text" } },
    { wrote: "reaction", fields: { kind: "reaction", channel: "whatsapp", text: "❤️" } },
    { wrote: "follow", fields: { kind: "follow", channel: "instagram", from: handle, text: null } },
    {
      wrote: "login",
      fields: { kind: "login", channel: "google", from: { kind: "device", wrote: "Pixel", normal: "pixel" }, text: "London" },
    },
    { wrote: "visit", fields: { kind: "visit", channel: "in-person", grade: "own-account", text: "He stood at the gate." } },
  ];
  for (let i = 0; i < more; i++) lines.push({ wrote: `message ${i}`, fields: { text: `message number ${i}` } });

  let at = 0;
  const chat: { text: string; start: number; end: number }[] = [];
  for (const { wrote } of lines) {
    const text = `${wrote}\n`;
    const end = at + utf8(text).length;
    chat.push({ text, start: at, end });
    at = end;
  }
  const bytesByNumber = new Map<string, Uint8Array>([
    ["M/1", utf8(chat.map((line) => line.text).join(""))],
    ["M/2", utf8("PK\u0003\u0004 an archive, as far as a pack is concerned")],
    ["M/3", utf8("what her sister wrote, held back")],
  ]);
  const exhibits: Exhibit[] = [...bytesByNumber].map(([number, bytes], i) => ({
    number,
    path: `data/originals/${String(i + 1).padStart(4, "0")}.${number === "M/2" ? "zip" : "txt"}`,
    name: ["WhatsApp Chat with Sam.txt", "export: naïve/100%.zip", "Sister's private.txt"][i] ?? "",
    sha256: sha256Of(bytes),
    size: bytes.length,
    withheld: number === "M/3",
  }));
  const spanIn = (number: string, start: number, end: number): SourceSpan => {
    const exhibit = exhibits.find((one) => one.number === number);
    if (!exhibit) throw new Error("no such exhibit");
    return { sha256: exhibit.sha256, name: exhibit.name, start, end };
  };
  const inArchive: SourceSpan = {
    sha256: sha256Of(utf8("member")),
    name: "messages/inbox.json",
    start: 0,
    end: 900,
    within: [{ name: exhibits[1]?.name ?? "", sha256: exhibits[1]?.sha256 ?? sha256Of(utf8("")) }],
  };
  const base = Date.UTC(2026, 9, 31, 22, 14);
  const acts: TimelineAct[] = lines.map(({ wrote, fields }, i) => {
    const line = chat[i];
    const source = i === 12 ? inArchive : spanIn("M/1", line?.start ?? 0, line?.end ?? 0);
    return {
      id: exampleId(i),
      kind: "message",
      channel: "whatsapp",
      when: {
        wrote: wrote.slice(0, 17),
        zone: "Europe/London",
        earliest: (base + i * 60_000) as Instant,
        latest: (base + i * 60_000 + 59_999) as Instant,
      },
      from: them,
      to: [me],
      text: null,
      attachments: [],
      flags: [],
      grade: "text-export",
      ...fields,
      source,
      // The second act stands in the file that is held back as well.
      sources: i === 1 ? [spanIn("M/3", 3, 9), source] : [source],
      ...(i === 0 ? { versionOf: hiddenId } : {}),
    };
  });
  const hidden: TimelineAct = {
    ...(acts[0] as TimelineAct),
    id: hiddenId,
    text: "the secret of her sister",
    source: spanIn("M/3", 0, 5),
    sources: [spanIn("M/3", 0, 5)],
  };
  acts.splice(3, 0, hidden);
  const report: Report = {
    id: "UM-0123456789ab",
    madeAt: Date.UTC(2026, 10, 25, 13, 0) as Instant,
    terms: {
      zone: { name: "Europe/London", starts: [], offsets: [] },
      zoneStated: true,
      country: "GB",
      at: Date.UTC(2026, 10, 25, 13, 0) as Instant,
    },
    statement: {
      me: { label: "me", normals: new Set(["owner"]) },
      them: { label: "Sam", normals: new Set(["+447700900123", "sam@example.org", "@sam.example"]) },
      zone: { name: "Europe/London", starts: [], offsets: [] },
      country: "GB",
      stops: [
        { kind: "told to stop", day: { year: 2026, month: 10, day: 1 } },
        { kind: "blocked", day: { year: 2026, month: 10, day: 2 } },
      ],
      anniversaries: [],
      places: ["Example Gym"],
      jurisdiction,
    },
    timeline: {
      acts,
      coverage: [
        {
          source: spanIn("M/1", 0, at),
          importer: "whatsapp",
          acts: lines.length,
          notices: 0,
          unread: 0,
          first: acts[0]?.when.earliest ?? null,
          last: null,
        },
        { source: inArchive, importer: "instagram", acts: 1, notices: 0, unread: 0, first: null, last: null },
        { source: spanIn("M/3", 0, 5), importer: "whatsapp", acts: 1, notices: 0, unread: 0, first: null, last: null },
      ],
    },
    findings: [
      {
        pattern: "night",
        standing: "count",
        line: "3 came at night.",
        says: "3 acts came at night.",
        acts: [exampleId(0), hiddenId],
        how: "Counted.",
        couldChange: [],
        table: { columns: ["hour", "acts"], rows: [["01", 3]] },
        codesByAct: { [exampleId(0)]: ["a"], [hiddenId]: ["b"] },
      },
    ],
    exhibits,
    unread: [{ reason: "no date", source: spanIn("M/1", 0, 1) }],
    kept: [],
    impact: "I sleep at my sister's.",
    selection: { rule: "All acts of Sam in the files handed over.", moreExists: ["A second phone was not exported."] },
    assumptions: ["Times without a zone were read as Europe/London."],
    tool: { name: "Unmask", version: "0.1.0", importers: { whatsapp: "1", instagram: "2" }, zones: "2025b", engine: "Node 20" },
  };
  return {
    report,
    bytesByNumber,
    originalOf: (exhibit) => sourceOf(exhibit.name, bytesByNumber.get(exhibit.number) ?? new Uint8Array()),
  };
}

/** The same with one act left out: its file goes as a copy in which that line is written over. */
export function partialReport(): ExampleReport {
  const { report } = exampleReport();
  const whole = exampleReport().bytesByNumber;
  const { start, end } = report.timeline.acts.find(({ text }) => text === "sms text")?.source ?? { start: 0, end: 0 };
  const copy = Uint8Array.from(whole.get("M/1") ?? []).fill(0, start, end - 1);
  const bytesByNumber = new Map([...whole, ["M/1", copy]]);
  const exhibits = report.exhibits.map((exhibit) =>
    exhibit.number === "M/1"
      ? { ...exhibit, copy: { sha256: sha256Of(copy), importer: "whatsapp", leftOut: [[start, end] as const] } }
      : exhibit,
  );
  return {
    report: { ...report, exhibits, leftOut: { acts: { file: 1, person: 0, time: 0, act: 1 }, people: 0, times: [] } },
    bytesByNumber,
    originalOf: (exhibit) => sourceOf(exhibit.name, bytesByNumber.get(exhibit.number) ?? new Uint8Array()),
  };
}

/** The same as `partialReport` with a name covered as well, in the first line of the chat. */
export function redactedReport(): ExampleReport {
  const part = partialReport();
  const text = new TextDecoder().decode(part.bytesByNumber.get("M/1"));
  const start = text.indexOf("Saw");
  const copy = utf8(text.replace("Saw", "*1*"));
  const exhibits = part.report.exhibits.map((exhibit) =>
    exhibit.copy ? { ...exhibit, copy: { ...exhibit.copy, sha256: sha256Of(copy), redacted: [[start, start + 3] as const] } } : exhibit,
  );
  const bytesByNumber = new Map([...part.bytesByNumber, ["M/1", copy]]);
  const leftOut = { acts: { file: 1, person: 0, time: 0, act: 1 }, people: 0, times: [], redacted: { names: 1, acts: 1 } };
  return {
    report: { ...part.report, exhibits, leftOut },
    bytesByNumber,
    originalOf: (exhibit) => sourceOf(exhibit.name, bytesByNumber.get(exhibit.number) ?? new Uint8Array()),
  };
}

/**
 * Made again, going on from the pack of the example. A later export, M/4, holds one of its acts a second
 * time, and a new one.
 */
export function laterReport(earlier: ReadonlyMap<string, Uint8Array>): ExampleReport {
  const { report, bytesByNumber: before } = exampleReport();
  const checkpoint = textOf(earlier, "seal/checkpoint");
  const bytes = utf8("mail text\na later message\n");
  const exhibit: Exhibit = {
    number: "M/4",
    path: "data/originals/0004.txt",
    name: "Later.txt",
    sha256: sha256Of(bytes),
    size: bytes.length,
    withheld: false,
  };
  const spanOf = (start: number, end: number): SourceSpan => ({ sha256: exhibit.sha256, name: exhibit.name, start, end });
  const acts = report.timeline.acts.map((act) => (act.text === "mail text" ? { ...act, sources: [...act.sources, spanOf(0, 10)] } : act));
  const last = acts.at(-1);
  if (!last) throw new Error("the example has acts");
  const later = (last.when.latest + 60_000) as Instant;
  const added: TimelineAct = {
    ...last,
    id: exampleId(99),
    text: "a later message",
    when: { ...last.when, earliest: later, latest: later },
    source: spanOf(10, 26),
    sources: [spanOf(10, 26)],
  };
  const bytesByNumber = new Map([...before, [exhibit.number, bytes]]);
  return {
    report: {
      ...report,
      id: "UM-BA9876543210",
      exhibits: [...report.exhibits, exhibit],
      timeline: { ...report.timeline, acts: [...acts, added] },
      after: { id: report.id, checkpoint, lastNumber: "M/3", log: earlierLogOf(earlier) },
    },
    bytesByNumber,
    originalOf: (one) => sourceOf(one.name, bytesByNumber.get(one.number) ?? new Uint8Array()),
  };
}

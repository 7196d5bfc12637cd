import { createHash } from "node:crypto";
import {
  type Act,
  type ActId,
  type Channel,
  type Exhibit,
  type Finding,
  type Flag,
  type Grade,
  type Identity,
  type Instant,
  type Kind,
  type LegalFact,
  type Report,
  type Sha256,
  type Statement,
  type Timeline,
  type Zone,
  mergeActs,
  msPerDay,
  msPerHour,
  msPerMinute,
  owner,
  parseSha256,
  parseZone,
  withheld,
} from "@unmask/core";
import { jurisdictionOf } from "@unmask/law";

/** An invented report, the same for the same seed: everybody and every word in it is made up. */

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Texts in each script that a report must print, and texts that are attacks on the page. */
export const texts: readonly string[] = [
  "I know you’re awake, your light is on",
  "pick up",
  "*Zoë* #x $y$ [z] <l> @r \\ `raw` // no _markup_ = here ~",
  "سلام، لماذا لا تجيبين؟ call 07700 900123 now (please)!",
  "تم کہاں ہو؟ میں تمہارا انتظار کر رہا ہوں۔",
  "می‌خواهم با تو حرف بزنم",
  "שלום, למה את לא עונה?",
  "আমি জানি তুমি কোথায়",
  "ਮੈਨੂੰ ਪਤਾ ਹੈ ਤੂੰ ਕਿੱਥੇ ਹੈਂ",
  "હું જાણું છું કે તું ક્યાં છે",
  "मुझे पता है तुम कहाँ हो",
  "நீ எங்கே இருக்கிறாய் என்று எனக்குத் தெரியும்",
  "ฉันรู้ว่าคุณอยู่ที่ไหน ทำไมคุณไม่ตอบฉัน ฉันจะรอคุณอยู่หน้าบ้านทั้งคืน",
  "我知道你在哪里。",
  "なぜ電話に出ないの？",
  "왜 전화를 안 받아?",
  "Я знаю, где ты",
  "Ξέρω πού είσαι",
  "👩‍👩‍👧 ❤️ 👍🏽 🇬🇧 1️⃣ 🔪",
  "control \u0000 private \uE000 half \uD83D override \u202Eevil\u202C bom \uFEFF",
  `https://example.com/${"a".repeat(300)}`,
  "line one\nline two\r\nline three",
  "why are you doing this to me, after everything that I did for you and your sister, you will see what comes of it, I promise you that",
];

const zone: Zone = must(parseZone("Europe/London"));
const start = Date.UTC(2025, 5, 1);

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("the sample is broken");
  return value;
}

function hashOf(text: string): Sha256 {
  return must(parseSha256(createHash("sha256").update(text).digest("hex")));
}

function phone(wrote: string): Identity {
  return { kind: "phone", wrote, normal: `+44${wrote.replace(/\D/g, "").slice(1)}` };
}

const fact: LegalFact = {
  says: "contacting, or attempting to contact, a person by any means",
  section: "Protection from Harassment Act 1997, section 2A(3)(b)",
  source: "legislation.gov.uk",
  checkedOn: "2026-11-20",
  verification: "text-seen",
};

const theirs = [
  phone("07700 900142"),
  phone("07700 900388"),
  phone("07700 900561"),
  { kind: "handle", wrote: "@quiet.fox.77", normal: "@quiet.fox.77" } as const,
];

/** What the person of the sample stated. */
export const statement: Statement = {
  me: { label: "Maya Ellis", normals: new Set(["owner"]) },
  them: { label: "Rhys Calloway", normals: new Set([...theirs.map(({ normal }) => normal), "withheld"]) },
  zone,
  country: "GB",
  stops: [
    { kind: "told to stop", day: { year: 2025, month: 9, day: 14 } },
    { kind: "blocked", day: { year: 2025, month: 9, day: 20 } },
    { kind: "blocked", day: { year: 2026, month: 3, day: 2 } },
  ],
  anniversaries: [],
  places: [],
  jurisdiction: jurisdictionOf("EW"),
};

interface Way {
  readonly kind: Kind;
  readonly channel: Channel;
  readonly grade: Grade;
  readonly file: string;
  readonly weight: number;
}

const ways: readonly Way[] = [
  { kind: "message", channel: "whatsapp", grade: "text-export", file: "WhatsApp Chat with R.txt", weight: 40 },
  { kind: "message", channel: "sms", grade: "structured-export", file: "sms-2026-11-24.xml", weight: 25 },
  { kind: "call", channel: "phone", grade: "structured-export", file: "calls-2026-11-24.xml", weight: 18 },
  { kind: "comment", channel: "instagram", grade: "structured-export", file: "instagram.zip", weight: 6 },
  { kind: "login", channel: "google", grade: "structured-export", file: "takeout.zip", weight: 3 },
  { kind: "view", channel: "doorbell", grade: "structured-export", file: "doorbell.csv", weight: 2 },
  { kind: "transfer", channel: "bank", grade: "structured-export", file: "statement.csv", weight: 2 },
  { kind: "visit", channel: "in-person", grade: "own-account", file: "journal.jsonl", weight: 2 },
  { kind: "gift", channel: "in-person", grade: "own-account", file: "journal.jsonl", weight: 1 },
];

/** The timeline of an invented case with `count` acts of theirs and some of hers over `days` days. */
export function sampleTimeline(count: number, { seed = 7, days = 540 }: { seed?: number; days?: number } = {}): Timeline {
  const random = createRandom(seed);
  const acts: Act[] = [];
  for (let i = 0; i < count; i++) acts.push(sampleAct(i, { random, days, hers: random() < 0.03 }));
  const files = [...new Set(ways.map(({ file }) => file))];
  return mergeActs(
    acts,
    files.map((file) => {
      const own = acts.filter(({ source }) => source.name === file).map(({ when }) => when.earliest);
      const first = own.reduce<Instant | null>((least, one) => (least === null || one < least ? one : least), null);
      const last = own.reduce<Instant | null>((most, one) => (most === null || one > most ? one : most), null);
      return { source: spanOf(file, 0, 1000), importer: "sample", acts: own.length, notices: 0, unread: 0, first, last };
    }),
  );
}

function sampleAct(i: number, { random, days, hers }: { random: () => number; days: number; hers: boolean }): Act {
  // The first acts are messages, so that every text stands in every sample.
  const way = hers || i < texts.length ? must(ways[i % 2]) : pickWay(random());
  const night = random() < 0.3;
  const day = Math.floor(Math.sqrt(random()) * days);
  const clock = night ? random() * 5 * msPerHour : 7 * msPerHour + random() * 16.9 * msPerHour;
  const at = Math.floor((start + day * msPerDay + clock) / 1000) * 1000;
  const own = way.grade === "own-account";
  const earliest = (own ? Math.floor(at / msPerHour) * msPerHour : at) as Instant;
  const width = own ? (random() < 0.3 ? 3 * msPerDay : 90 * msPerMinute) : way.channel === "whatsapp" ? msPerMinute : 1000;
  const from = way.kind === "call" && random() < 0.5 ? withheld : must(theirs[Math.floor(random() * theirs.length)]);
  const flags: Flag[] = way.channel === "whatsapp" ? ["zone-assumed"] : way.kind === "call" ? ["unanswered"] : [];
  if (random() < 0.02) flags.push("deleted");
  return {
    id: `sample-${i}` as ActId,
    kind: way.kind,
    channel: way.channel,
    when: {
      wrote: new Date(earliest).toISOString().slice(0, 19),
      zone: "Europe/London",
      earliest,
      latest: (earliest + width - 1) as Instant,
    },
    from: hers ? owner : from,
    to: [hers ? must(theirs[0]) : owner],
    text: way.kind === "call" || way.kind === "login" || way.kind === "view" ? null : textOf(i, random),
    attachments: random() < 0.02 ? [{ name: `IMG-20260314-WA${String(i).padStart(4, "0")}.jpg` }] : [],
    flags,
    grade: way.grade,
    source: spanOf(way.file, i * 100, i * 100 + 100),
    ...(way.kind === "view" ? { duration: Math.floor(random() * 90) } : {}),
  };
}

/** Mostly two short texts, now and then any. */
function textOf(i: number, random: () => number): string {
  if (i < texts.length) return must(texts[i]);
  return must(texts[i % 5 === 0 ? Math.floor(random() * texts.length) : i % 2]);
}

function pickWay(chance: number): Way {
  let left = chance * ways.reduce((sum, { weight }) => sum + weight, 0);
  return ways.find(({ weight }) => (left -= weight) < 0) ?? must(ways[0]);
}

function spanOf(file: string, from: number, to: number): Act["source"] {
  return { sha256: hashOf(file), name: file, start: from, end: to };
}

/** A whole report over a timeline, with findings made by hand. */
export function sampleReport(timeline: Timeline, findings: readonly Finding[] = sampleFindings(timeline)): Report {
  const files = [...new Set(timeline.acts.map(({ source }) => source.name))].filter((file) => file !== "journal.jsonl");
  const exhibits: Exhibit[] = files
    .map((name) => ({ name, sha256: hashOf(name) }))
    .sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
    .map(({ name, sha256 }, i) => ({
      number: `ME/${i + 1}`,
      path: `data/originals/${String(i + 1).padStart(4, "0")}.txt`,
      name,
      sha256,
      size: 1_234_567 * (i + 1),
      withheld: false,
    }));
  return {
    id: "UM-3F62A90C17DE",
    madeAt: Date.UTC(2026, 10, 25, 2, 41, 7) as Instant,
    terms: { zone: statement.zone, zoneStated: true, country: "GB", at: Date.UTC(2026, 10, 25, 2, 41, 7) as Instant },
    statement,
    timeline,
    findings,
    exhibits,
    unread: [{ reason: "the line ends inside a record", source: spanOf("sms-2026-11-24.xml", 100, 314) }],
    kept: [{ name: "voice-note.opus", sha256: hashOf("voice"), size: 3000, source: spanOf("voice-note.opus", 0, 3000) }],
    impact: "I moved my bed. I walk another way to work.\n\nمیں سو نہیں سکتی۔",
    selection: {
      rule: "Everything from or about the numbers and accounts below, in every file that was handed over.",
      moreExists: ["the phone itself, which was not copied"],
    },
    assumptions: ["7 files carry no time zone and were read as Europe/London."],
    tool: { name: "Unmask", version: "0.1.0", importers: { sample: "1" }, zones: "2025b", engine: "Node 20.20.2" },
  };
}

function sampleFindings({ acts }: Timeline): readonly Finding[] {
  const night = acts.filter(({ when }) => new Date(when.earliest).getUTCHours() < 5).map(({ id }) => id);
  return [
    {
      pattern: "night-time",
      standing: "count",
      line: `${night.length} came between midnight and 5.`,
      says: `${night.length} of ${acts.length} acts came between midnight and 5. You answered 6.`,
      acts: night,
      how: "Acts whose whole time lies between 00:00 and 05:00 in Europe/London.",
      couldChange: ["Files without a zone are read as Europe/London.", "Calls before June 2025 were not kept by the phone."],
      table: {
        columns: ["Day", "0–5", "All"],
        rows: [
          ["Mon", 70, 270],
          ["Tue", 98, 1360],
        ],
      },
      rule: fact,
      codesByAct: Object.fromEntries(night.map((id) => [id, ["b"]])),
    },
  ];
}

import { createHash } from "node:crypto";
import { type Instant, type PaperLaw, parseZone } from "@unmask/core";
import type { BundleExhibit, BundleLine, BundleSource, Sureness } from "@unmask/case";
import { createRandom, texts } from "./sample-report.ts";

/** An invented draft application, the same for the same seed. Everybody and every word in it is made up. */

const london = parseZone("Europe/London");
if (!london) throw new Error("the engine knows no clock of London");

/** The law as the server hands it in. */
export const paperLaw: PaperLaw = {
  jurisdiction: "England and Wales",
  act: "Stalking Protection Act 2019",
  orderName: "Stalking Protection Order",
  textAsAt: "2023-02-07",
  leastYears: 2,
  adultYears: 18,
  noticeDays: 3,
  noticeFrom: "service",
  otherRegisters: "the sex offender register",
  examples: "Protection from Harassment Act 1997, s2A(3), a to g",
  sections: {
    application: "s1(1)",
    "acts-anywhere": "s1(5)",
    area: "s1(3)",
    risk: "s1(4)(a)",
    harmless: "s1(4)(b)",
    "court-criteria": "s2(1)",
    necessity: "s2(2)",
    prompts: "s2(3)",
    locality: "s2(4)",
    "other-orders": "s2(6) and (7)",
    "least-period": "s3(2)",
    "own-period": "s3(3)",
    interim: "s5",
    "interim-ends": "s5(5)",
    record: "s6",
    breach: "s8",
    complaint: "s13",
    youth: "s14(1)",
    "first-notice": "s9(1)",
    suspended: "s9(5)",
    name: "s9(2)(a)",
    home: "s9(2)(b)",
    "other-name": "s9(3)",
    "other-home": "s9(4)",
    where: "s10(1)",
    elsewhere: "s14",
    "authorised-person": "s10(2)",
    acknowledgement: "s10(4)",
    identity: "s10(5)",
    failing: "s11",
  },
};

/** Words that may stand on no page: where she lives, sleeps and is reached. */
export const withheld: BundleSource["withheld"] = [
  ["12 Mill Lane, Northmere", "Mill Lane flat"],
  ["07700 900412", "+44 7700 900412"],
  ["nadia.k@example.org"],
  ["Rose Cottage, 3 Fallow Street"],
];

const at = (month: number, day: number, hour: number, minute: number): BundleLine["when"] => {
  const earliest = Date.UTC(2026, month - 1, day, hour - 1, minute);
  return { earliest: earliest as Instant, latest: (earliest + 59_999) as Instant };
};
const onDay = (month: number, day: number): BundleLine["when"] => {
  const earliest = Date.UTC(2026, month - 1, day, -1);
  return { earliest: earliest as Instant, latest: (earliest + 86_400_000 - 1) as Instant };
};

const acts: readonly BundleLine[] = [
  line(1, at(4, 28, 21, 12), "To “do not contact me again”", "record", "sure", ["NK/1"], { quotes: "we will see about that" }),
  line(2, onDay(5, 1), "Flowers on the step, no card", "account", "nobody-can-say", ["NK/2"]),
  line(3, at(5, 3, 19, 30), "Sat in his van opposite her flat; film of 14 s", "account", "sure", ["NK/2", "NK/7"], { also: "film" }),
  line(4, onDay(5, 19), "A doll with its eyes cut out, on the step", "account", "thinks-so", ["NK/2", "NK/6"], { also: "photo" }),
  line(5, at(6, 11, 8, 10), "Behind her from Ashford station to the office door", "account", "sure", ["NK/2"]),
  line(6, at(6, 20, 2, 14), "Message", "record", "thinks-so", ["NK/3"], { quotes: "you should close your curtains" }),
  line(7, at(7, 2, 23, 1), "Message", "record", "sure", ["NK/3"], { quotes: "i was at the bridge. you were not" }),
  line(8, onDay(8, 5), "Mail to her employer", "record", "nobody-can-say", ["NK/5"], { quotes: "steals from your tills" }),
  line(9, at(8, 30, 23, 50), "Back door handle tried; she was in and rang 999", "account", "thinks-so", ["NK/2"], {
    against: "The 999 log says “man seen from behind, could not say who”.",
  }),
  line(10, onDay(9, 14), "Four tyres", "account", "nobody-can-say", ["NK/2"], {
    against: "Doorbell film shows one person, face not seen.",
  }),
  line(11, at(9, 20, 7, 2), "New account after a block", "record", "thinks-so", ["NK/4"], { quotes: "i know which train you get" }),
  line(12, at(9, 29, 22, 40), "Message", "record", "sure", ["NK/5"], { quotes: "If I cannot have you nobody will." }),
  line(13, at(10, 1, 18, 5), "Message", "record", "sure", ["NK/5"], {
    quotes: "12 mill lane. i can see the light. 07700900412 is still your number",
  }),
  line(14, at(10, 8, 9, 3), "Two days after a warning", "record", "sure", ["NK/10"], { quotes: "they will all hear" }),
];

function line(
  number: number,
  when: BundleLine["when"],
  says: string,
  knowing: BundleLine["knowing"],
  who: Sureness,
  exhibits: readonly string[],
  more: Partial<BundleLine> = {},
): BundleLine {
  return { number, when, says, knowing, who, exhibits, ...more };
}

function exhibit(number: string, what: string, knowing: BundleExhibit["knowing"], pages?: number): BundleExhibit {
  return { number, what, knowing, sha256: createHash("sha256").update(number).digest("hex"), ...(pages !== undefined && { pages }) };
}

/** The draft application D-17 against Gary Slade, as it was written for the fourth time. */
export const sampleBundle: BundleSource = {
  draft: { id: "D-17", version: 4 },
  order: "SPO-26-025",
  force: "Northshire Police",
  applicant: "Chief Constable of Northshire Police",
  court: "Northshire Magistrates’ Court",
  writer: { name: "Dilys Parry", role: "SPO coordinator" },
  written: Date.UTC(2026, 9, 15, 14, 40) as Instant,
  zone: london,
  law: paperLaw,
  template: { name: "Northshire 1", from: "2026-09-01", confirmed: null, words: {} },
  subject: {
    name: "Gary Slade",
    otherNames: ["Gaz Slade"],
    born: { day: "1991-05-04", knowing: "record" },
    home: { says: "41 Tanyard Close, Northmere", knowing: "record" },
  },
  link: { link: "lives", ground: { says: "Council tax record, DP/1", knowing: "record" } },
  protects: [
    { name: "Nadia Khan", victim: true, says: "29 years old" },
    { name: "Farah Khan", victim: false, says: "Her mother, who shares a house with her" },
  ],
  facts: [1, 3, 4, 5, 6, 8, 9, 11, 12, 14],
  summary: "She sent nothing after act 1.",
  criteria: [
    {
      criterion: "a",
      carries: [
        {
          lead: "a following",
          says: "5: behind her from Ashford station to the office door, 11 June",
          knowing: "account",
          exhibit: "NK/2",
          sure: "sure",
        },
        {
          lead: "b contacting",
          says: "1, 6, 7, 11, 12, 13, 14: seven messages to her; 2 and 4: things left",
          knowing: "record",
          exhibit: "NK/1, NK/3, NK/4, NK/5, NK/10",
          sure: "sure of 1, 7, 12 to 14; thinks so of 4, 6, 11; 2: nobody can say",
        },
        { lead: "c publishing", says: "8: mail to her employer, 5 August", knowing: "record", exhibit: "NK/5", sure: "nobody can say" },
        {
          lead: "e, g",
          says: "3: in his van opposite; 9: at the back door",
          knowing: "account",
          exhibit: "NK/2, NK/7",
          sure: "sure of 3; thinks so of 9",
        },
        { lead: "f property", says: "10: four tyres, 14 September", knowing: "account", exhibit: "NK/2", sure: "nobody can say" },
      ],
      against:
        "Of 14 acts she is sure of 7. The 999 log of 30 August: “man seen from behind, could not say who”. Doorbell film of 14 September shows one person, face not seen.",
    },
    {
      criterion: "b",
      carries: [
        {
          lead: "Fear of violence, asked",
          says: "19 May: yes. 30 August: yes. “I was on the sofa. I rang 999.”",
          knowing: "account",
          exhibit: "NK/2",
        },
        { lead: "Said to her", says: "29 September: “If I cannot have you nobody will.”", knowing: "record", exhibit: "NK/5" },
        {
          lead: "Day-to-day life",
          says: "From 31 August: “I sleep somewhere else.” From 15 September: “I take the bus.”",
          knowing: "account",
          exhibit: "NK/2",
        },
        {
          lead: "Course over time",
          says: "From afar, then the step, then the door. Rule: place of each act, in order; it can be wrong where who is not known.",
          knowing: "worked-out",
        },
      ],
      against:
        "No act near her between 2 July and 30 August; the files cover those weeks. No weapon is spoken of: asked on 5 October, “not that I know”.",
    },
    {
      criterion: "c",
      carries: [
        {
          lead: "Westmere’s order, 3 June 2025",
          says: "Made to protect another person, live; the acts here are from 28 April 2026",
          knowing: "record",
          exhibit: "DP/4",
        },
        { lead: "She told him to stop, 28 April", says: "Thirteen acts", knowing: "record", exhibit: "NK/1" },
        { lead: "She blocked an account, 26 July", says: "A new one wrote on 20 September", knowing: "record", exhibit: "NK/3, NK/4" },
        { lead: "PC 2781 warned him, 6 October", says: "Mail of 8 October, “they will all hear”", knowing: "record", exhibit: "DP/2" },
      ],
      says: "Farah Khan: the risk to her is that he comes for her daughter to the house they share.",
      against: "Bail has not been tried: he has not been arrested. No conviction of his is known to us.",
    },
  ],
  conditions: [
    {
      condition: 1,
      type: "prohibition",
      says: "Not to enter the area edged on map M-1.",
      places: [{ says: "area edged", map: "M-1" }],
      necessity: "He sat opposite her flat, 3 May; she thinks he tried the back door, 30 August. M-1: streets he is known to know.",
      evidence: ["NK/2", "NK/7"],
      interimToo: true,
    },
    {
      condition: 2,
      type: "prohibition",
      says: "Not to be in or at Ashford station on any weekday between 06:30 and 09:00.",
      times: [{ days: [1, 2, 3, 4, 5], from: "06:30", to: "09:00" }],
      necessity: "Followed from there, 11 June; “i know which train you get”, 20 September. The hours are hers; the rest is left free.",
      evidence: ["NK/2", "NK/4", "5"],
      interimToo: true,
    },
    {
      condition: 3,
      type: "prohibition",
      says: "Not to contact Nadia Khan or Farah Khan by any means, or through another person.",
      necessity: "Thirteen acts after “do not contact me again”; a new account after a block; a mail after a warning.",
      evidence: ["NK/1", "NK/3", "NK/4", "NK/5", "NK/10"],
      interimToo: true,
    },
    {
      condition: 4,
      type: "prohibition",
      says: "Not to write or speak about Nadia Khan to her employer or to those who work there.",
      necessity: "The mail of 5 August went to her employer; on 8 October he wrote that “they will all hear”.",
      evidence: ["NK/5", "NK/10"],
      interimToo: true,
    },
    {
      condition: 5,
      type: "prohibition",
      says: "Not to use an account in a name that is not his own to write to, or about, either of them.",
      necessity: "Two accounts in other names wrote to her. Who holds them: asked for, not known.",
      evidence: ["NK/3", "NK/4"],
      interimToo: true,
    },
    {
      condition: 6,
      type: "requirement",
      says: "To give police, on request, access to the accounts in list L-1 and their passwords.",
      necessity: "Without it a third account cannot be told from another person’s.",
      evidence: ["NK/3", "NK/4"],
      interimToo: false,
    },
    {
      condition: 7,
      type: "requirement",
      says: "To attend an assessment for an intervention programme, within 8 weeks, when told of a day.",
      necessity: "Same course after a stop, a block and a warning.",
      evidence: ["DP/2"],
      interimToo: false,
    },
  ],
  period: { made: "2026-10-27", until: "2029-10-26" },
  interim: { until: "2027-01-31" },
  prompts: [
    {
      prompt: "work",
      answer: "yes",
      ground: {
        says: "“I drive.” Garage, Tarn Road, 08:00 or 10:00. Outside M-1; the way there does not touch the station.",
        knowing: "account",
      },
      day: "2026-10-08",
    },
    { prompt: "religion", answer: "no", ground: { says: "None stated.", knowing: "account" }, day: "2026-10-08" },
    { prompt: "education", answer: "no", ground: { says: "Not in education.", knowing: "account" }, day: "2026-10-08" },
  ],
  others: [
    {
      order: "WM-25-014",
      force: "Westmere",
      made: "2025-06-03",
      conditions: 3,
      from: "typed in from a copy by D. Parry, read by PC 2781",
      pairs: { fits: 21, conflict: 0, toRead: 0, notCompared: 0 },
      settled: [],
    },
  ],
  namesakes: [],
  otherSearch: "Scotland, Northern Ireland: none known; not searched by us.",
  notAskedFor: "a limit on devices (no act shows such a tool); signing on (name and address are given by notice).",
  returned: { day: "2026-10-13", version: 3, reason: "condition 4 had no necessity.", changed: "condition 4, part 3." },
  chronology: acts,
  attempts: [
    {
      ...{ order: "interim", day: "2026-10-28", at: "11:20", place: "12 Tanner Row", made: "PC 2781 Adeline Frost" },
      ...{ outcome: "not-served", isConfirmed: false, notDone: "Nothing was left at the door.", evidence: [] },
    },
    {
      ...{ order: "interim", day: "2026-10-31", at: "16:05", place: "Tarn Road garage", made: "PC 2781 Adeline Frost" },
      ...{ outcome: "served", isConfirmed: true },
      evidence: [
        { exhibit: "AF/3", says: "video, 6 min 11 s" },
        { exhibit: "SPO-26-025/P4", says: "Photograph of the signed copy" },
      ],
    },
  ],
  exhibits: [
    exhibit("NK/1", "Messages, WhatsApp, one chat", "record"),
    exhibit("NK/2", "Account of Nadia Khan, 5 October 2026", "account", 9),
    exhibit("NK/3", "Messages of a second account", "record"),
    exhibit("NK/4", "Messages of a third account", "record"),
    exhibit("NK/5", "Mails", "record", 4),
    exhibit("NK/6", "Photo of a doll", "record", 1),
    exhibit("NK/7", "Film, 14 s", "record"),
    exhibit("NK/10", "Mail of 8 October", "record", 1),
    exhibit("DP/1", "Council tax record", "record", 1),
    exhibit("DP/2", "Note of a warning, 6 October 2026", "record", 2),
    exhibit("DP/4", "Copy of order WM-25-014", "record", 3),
  ],
  withheld,
};

/** The same with one act for each text: every script, and every attack on the page. */
export const hostileBundle: BundleSource = {
  ...sampleBundle,
  facts: [],
  chronology: texts.map((quotes, i) => line(i + 1, onDay(6, i + 1), "Message", "record", "sure", ["NK/1"], { quotes })),
};

const others = ["sure", "thinks-so", "nobody-can-say", "not-asked"] as const;

/** The same with so many acts, whose words are of every script and are attacks on the page. */
export function longBundle(rows: number): BundleSource {
  const random = createRandom(26);
  const pick = <T>(all: readonly T[], otherwise: T): T => all[Math.floor(random() * all.length)] ?? otherwise;
  const chronology = Array.from({ length: rows }, (_, i) => {
    const earliest = Date.UTC(2024, 0, 1) + Math.floor((i / rows) * 1_000 * 86_400_000) + Math.floor(random() * 3_600_000);
    const when = { earliest: earliest as Instant, latest: (earliest + 999) as Instant };
    return line(i + 1, when, "Message, WhatsApp, by Gary Slade", "record", pick(others, "sure"), [`NK/${1 + (i % 40)}`], {
      quotes: pick(texts, ""),
    });
  });
  return { ...sampleBundle, facts: [1, 2, 3], chronology };
}

import { type OrderIntent, orderIntentFromJson } from "@unmask/case";
import { readStrictly } from "@unmask/core";
import { type ToldCase, withService, withoutService } from "./cases.ts";
import type { InventedOfficer } from "./officers.ts";

/**
 * The invented orders of `npm start -- --demo`: one in every state that an officer meets. Everybody in them is invented. Days are counted from the day on which
 * the demonstration begins, and each step is a command of the desk, decided by its rules.
 */

/** One step of an order. */
export interface InventedStep {
  readonly by: InventedOfficer;
  /** Days before today. */
  readonly daysAgo: number;
  readonly intent: OrderIntent;
}

/** The civil day so many days before today; after it where the number is below 0. */
type DayOf = (daysAgo: number) => string;
type Written = readonly [by: InventedOfficer, daysAgo: number, kind: string, body: object];

/** The orders, each with its steps in their order. `force` is this force's name. */
export function inventedOrders(force: string, dayOf: DayOf): readonly (readonly InventedStep[])[] {
  return ordersWritten(force, dayOf).map((steps) =>
    steps.map(([by, daysAgo, kind, body]) => ({ by, daysAgo, intent: intentOf(kind, body) })),
  );
}

/** A case from which an invented order comes: who told it on the telephone, and what was told again while the order lived. */
export interface InventedCase extends ToldCase {
  /** Place of its order among the invented ones. */
  readonly order: number;
  readonly again?: Pick<ToldCase, "daysAgo" | "says" | "support">;
}

const forVisitor = { isOpenToVisitor: true } as const;

/** The cases. An order that is older, or another force’s, stands in none: what is owed in a case of last year would be all that a list shows. */
export const inventedCases: readonly InventedCase[] = [
  {
    order: 0,
    name: "Tess Arkwright",
    support: withService,
    daysAgo: 4,
    says: "Log-ins to my accounts that are not mine. I know who has the old telephone.",
  },
  {
    order: 1,
    ...forVisitor,
    name: "Joanna Pryce",
    support: withService,
    daysAgo: 8,
    says: "He rings between midnight and five, and says nothing.",
  },
  { order: 2, name: "Grace Okonedo", support: withService, daysAgo: 14, says: "Messages from the same account, and they name my street." },
  {
    order: 3,
    ...forVisitor,
    name: "Marek Zielony",
    support: withoutService,
    daysAgo: 10,
    says: "He was warned, and wrote again on the same evening.",
  },
  {
    ...{
      order: 4,
      ...forVisitor,
      name: "Priti Hallam",
      support: withService,
      daysAgo: 16,
      says: "He waits at the gate when my shift ends.",
    },
    again: { daysAgo: 0, says: "A withheld number rang. He said my name and put it down." },
  },
  {
    order: 6,
    ...forVisitor,
    name: "Erin Calloway",
    support: withService,
    daysAgo: 34,
    says: "What he writes about our daughter is about me.",
  },
  { order: 7, name: "Ines Calder", support: withService, daysAgo: 54, says: "My profile was copied three times." },
  {
    ...{
      order: 8,
      ...forVisitor,
      name: "Lena Fairweather",
      support: withService,
      daysAgo: 29,
      says: "Notes in my locker. I asked him twice to stop.",
    },
    again: { daysAgo: 3, says: "There is a note again, about where I had dinner.", support: withService },
  },
];

function ordersWritten(force: string, dayOf: DayOf): readonly (readonly Written[])[] {
  const lodged = (who: Who, ago: number) => lodgedBy(force, dayOf, who, ago);
  const live = (who: Who, ago: number) => [...lodged(who, ago + 12), ...madeAndServed(dayOf, who, ago)];
  return [
    [begun(force, { subject: "Colm Reilly", protects: "Tess Arkwright" }, 2)],
    drafted(force, dayOf, { subject: "Ned Barlow", protects: "Joanna Pryce" }, 6).slice(0, 4),
    [
      ...drafted(force, dayOf, { subject: "Martin Vey", protects: "Grace Okonedo" }, 12),
      ["writer", 11, "sent-to-second", {}],
      ["second", 9, "draft-returned", { reason: "Criterion b rests on one message. Say what else shows the risk." }],
    ],
    lodged({ subject: "Dean Ashcombe", protects: "Marek Zielony" }, 8),
    interimServed(force, dayOf),
    [...live({ subject: "Terry Quill", protects: "Imogen Vance" }, 200), attended(dayOf, { name: "Terry Quill", ago: 196, area: "local" })],
    live({ subject: "Marcus Doyle", protects: "Erin Calloway" }, 20),
    [
      ...live({ subject: "Piotr Hahn", protects: "Ines Calder" }, 40),
      [
        "keeper",
        35,
        "other-register",
        { register: "Sexual Offences Act 2003, Part 2", from: dayOf(400), ground: said("The other register’s entry") },
      ],
    ],
    [
      ...live({ subject: "Aled Marsh", protects: "Lena Fairweather" }, 15),
      attended(dayOf, { name: "Aled Marsh", ago: 11, area: "elsewhere" }),
    ],
    dischargedAgainstRule(force, dayOf),
    [
      typed(dayOf, {
        jurisdiction: "EW",
        theirs: "WM-25-117",
        force: "Westmere Police",
        court: "Westmere Magistrates’ Court",
        subject: "Callum Reid",
      }),
    ],
    [
      typed(dayOf, {
        jurisdiction: "NI",
        theirs: "NI-25-031",
        force: "Police Service of Northern Ireland",
        court: "Belfast Magistrates’ Court",
        subject: "Ronan Keogh",
      }),
    ],
  ];
}

interface Who {
  readonly subject: string;
  readonly protects: string;
}

const court = "Northshire Magistrates’ Court";
const copy = { exhibit: "DP/3", sha256: "3d".repeat(32), certified: true, pages: 7 };

function said(says: string): object {
  return { says, knowing: "record" };
}

function conditionAbout({ protects }: Who, interimToo: boolean): object {
  return {
    ...{ condition: 1, type: "prohibition", kind: "prohibition/contact", says: `Not to contact ${protects} by any means.` },
    ...{ persons: ["protected-1"], channels: ["any"], necessity: "Messages on each of fourteen days, also after a warning." },
    ...{ evidence: ["LA/7"], interimToo },
  };
}

function begun(force: string, { subject }: Who, ago: number): Written {
  const body = { jurisdiction: "EW", subject: { name: subject, born: { ...said("Driving licence"), day: "1988-04-17" } } };
  return ["writer", ago, "application-begun", { ...body, route: "s1-application", force, says: "Fourteen acts in seven months." }];
}

/** A draft with everything that the second person asks for. */
function drafted(force: string, dayOf: DayOf, who: Who, ago: number): readonly Written[] {
  const carries = [{ ...said("Messages on fourteen days."), day: dayOf(ago + 20) }];
  return [
    begun(force, who, ago),
    ["writer", ago, "protected-named", { person: "protected-1", name: who.protects, victim: true }],
    ["writer", ago, "condition-written", conditionAbout(who, true)],
    ["writer", ago, "criterion-written", { criterion: "a", carries, against: "Six of them could be of somebody else." }],
    ["writer", ago, "criterion-written", { criterion: "b", carries, against: "Nothing came in the last week." }],
    ["writer", ago, "criterion-written", { criterion: "c", carries, against: "A warning was not tried a second time." }],
    ["writer", ago, "link-written", { link: "lives", ground: said("Landlord’s letter") }],
    ...["religion", "work", "education"].map((prompt): Written => [
      "writer",
      ago,
      "prompt-answered",
      { prompt, answer: "no", ground: said("Asked at interview") },
    ]),
    ["writer", ago, "period-proposed", { made: dayOf(ago - 11), period: { until: dayOf(ago - 11 - 1_095) } }],
    ["writer", ago, "interim-wanted", { wanted: true, until: dayOf(ago - 100), reason: "Two messages since the warning." }],
  ];
}

function lodgedBy(force: string, dayOf: DayOf, who: Who, ago: number): readonly Written[] {
  return [
    ...drafted(force, dayOf, who, ago),
    ["writer", ago - 1, "sent-to-second", {}],
    ...["a", "b", "c"].map((criterion): Written => ["second", ago - 2, "criterion-read", { criterion }]),
    ["second", ago - 2, "authorised", { reason: "Warned, and wrote again.", delegation: "2026/4" }],
    ["writer", ago - 3, "lodged", { day: dayOf(ago - 3), court, courtType: "magistrates" }],
    ["writer", ago - 3, "court-day", { day: dayOf(ago - 12), at: "10:00", court, about: "The application is heard" }],
  ];
}

/** A full order that was made so many days ago, read by a second person and served on the same day. */
function madeAndServed(dayOf: DayOf, who: Who, ago: number): readonly Written[] {
  const result = {
    result: "made",
    day: dayOf(ago),
    court,
    period: { until: dayOf(ago - 1_095) },
    conditions: [conditionAbout(who, false)],
    copy,
  };
  return [...resultRead(ago, result, 20), ...served(dayOf, "full", ago - 2, 22)];
}

function resultRead(ago: number, result: object, number: number): readonly Written[] {
  return [
    ["writer", ago, "court-result", result],
    ["keeper", ago, "result-confirmed", { result: number, copyOfThisOrder: "yes", asTyped: "yes" }],
  ];
}

function served(dayOf: DayOf, order: "interim" | "full", ago: number, number: number): readonly Written[] {
  const attempt = { order, day: dayOf(ago), at: "06:05", made: "PC 2781 Adeline Frost", place: "41 Tarn Road", outcome: "served" };
  const yes = { rightPerson: "yes", rightOrder: "yes", given: "yes", understood: "not-known", servedIt: "no" };
  // Written half a day later, so that the minute has come wherever in the night the demonstration begins.
  const written = ago - 0.5;
  return [
    [
      "writer",
      written,
      "service-attempted",
      { ...attempt, says: "By hand, at the door.", evidence: [{ exhibit: "AF/3", says: "Body-worn video" }], knowing: "record" },
    ],
    ["keeper", written, "service-confirmed", { attempt: number, ...yes, says: "The video was watched." }],
  ];
}

function interimServed(force: string, dayOf: DayOf): readonly Written[] {
  const who = { subject: "Simon Thwaite", protects: "Priti Hallam" };
  const interim = {
    result: "interim-made",
    order: "interim",
    day: dayOf(2),
    court,
    period: { until: dayOf(-60) },
    conditions: [conditionAbout(who, true)],
    copy,
  };
  return [...lodgedBy(force, dayOf, who, 14), ...resultRead(2, interim, 20), ...served(dayOf, "interim", 1, 22)];
}

function dischargedAgainstRule(force: string, dayOf: DayOf): readonly Written[] {
  const who = { subject: "Keith Orme", protects: "Sunita Iyer" };
  const result = {
    result: "discharged",
    order: "full",
    day: dayOf(30),
    court,
    heard: "The subject in person",
    reasons: "No consent is named.",
    copy,
  };
  return [
    ...lodgedBy(force, dayOf, who, 547),
    ...madeAndServed(dayOf, who, 535),
    attended(dayOf, { name: who.subject, ago: 531, area: "local" }),
    ["writer", 28, "court-result", result],
    ["keeper", 27, "result-confirmed", { result: 25, copyOfThisOrder: "yes", asTyped: "yes", againstRuleSeen: true }],
  ];
}

function attended(dayOf: DayOf, { name, ago, area }: { readonly name: string; readonly ago: number; readonly area: string }): Written {
  return [
    "keeper",
    ago,
    "attended",
    {
      ...{ day: dayOf(ago), at: "06:40", station: area === "local" ? "Tarn Road" : "Westmere Central", area, inPerson: true },
      ...{ toWhom: "PC 3310 Jo Marsh", names: [name], allNames: "yes", address: "41 Tanyard Close", identity: "not-asked" },
    },
  ];
}

function typed(
  dayOf: DayOf,
  {
    subject,
    ...order
  }: { readonly jurisdiction: string; readonly theirs: string; readonly force: string; readonly court: string; readonly subject: string },
): Written {
  const body = {
    ...order,
    subject: { name: subject },
    order: "full",
    made: dayOf(300),
    ...(order.jurisdiction === "NI" && { inForce: dayOf(300) }),
    period: { until: dayOf(300 - 1_000) },
    protects: ["Ada Marsh"],
  };
  const {
    persons: _,
    necessity: __,
    ...condition
  } = { persons: [], necessity: "", ...conditionAbout({ subject, protects: "Ada Marsh" }, false) };
  return ["keeper", 5, "order-typed", { ...body, conditions: [{ ...condition, evidence: [] }] }];
}

function intentOf(kind: string, body: object): OrderIntent {
  const read = readStrictly({ kind, body }, kind, orderIntentFromJson);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

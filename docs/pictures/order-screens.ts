import { untilThere } from "../../test/journeys/ask-desk.ts";
import type { ForceStage } from "../../test/journeys/force-stage.ts";

/** What the screens of the sheets show: orders out of the invented ones, each brought into the state that is looked at, through the desk’s own routes. */

/** Numbers of the orders, by what is looked at. */
export interface Seeded {
  readonly live: string;
  readonly appealed: string;
  /** Under which nothing was looked into. */
  readonly empty: string;
  readonly told: string;
  readonly moved: string;
  readonly taken: string;
  readonly broken: string;
}

/** Asks the desk; writes where there is a body. */
export type Ask = (path: string, body?: object) => Promise<Answer>;

/** What the screens read of its answers. */
export interface Answer {
  readonly saw: number;
  readonly order: string;
  readonly breach: string;
  readonly report: string;
  readonly case: string;
  readonly groups: readonly { readonly rows: readonly { readonly order: string; readonly subject: string }[] }[];
  readonly rows: readonly { readonly report: string; readonly case?: string | null }[];
  readonly events: readonly { readonly number: number; readonly kind: string; readonly body: Readonly<Record<string, unknown>> }[];
}

export const reason = { code: "court", words: "" };

/** The civil day so many days from today. */
export function day(on: number): string {
  return new Date(Date.now() + on * 86_400_000).toISOString().slice(0, 10);
}

/** Writes an event of an order. */
async function write(who: Ask, order: string, kind: string, body: object): Promise<Answer> {
  const { saw } = await who(`orders/${order}`);
  return who(`orders/${order}/${kind}`, { saw, reason, ...body });
}

/** Brings the orders into their states. */
export async function seedScreens({ supervisor, keeper }: { readonly supervisor: Ask; readonly keeper: Ask }): Promise<Seeded> {
  const { groups } = await supervisor("orders");
  const all = groups.flatMap(({ rows }) => rows);
  const of = (subject: string): string => all.find((one) => one.subject === subject)?.order ?? subject;
  const seeded = {
    live: of("Terry Quill"),
    told: of("Dean Ashcombe"),
    moved: of("Piotr Hahn"),
    taken: of("Callum Reid"),
    broken: of("Marcus Doyle"),
    appealed: of("Aled Marsh"),
    empty: of("Simon Thwaite"),
  };
  const { events } = await supervisor(`orders/${seeded.appealed}`);
  const against = events.findLast(({ kind }) => kind === "court-result")?.number;
  await write(keeper, seeded.appealed, "appeal-noted", {
    ...{ by: "subject", against, day: day(-3), says: "He says that six of the messages are another’s, and that two years are too long." },
  });
  await write(supervisor, seeded.told, "identity-disclosure-decided", {
    ...{ asked: "Marek Zielony asks who writes to him from the second account.", decision: "disclose" },
    ...{
      basis: "Nobody can keep away from somebody whom they do not know; nothing less would do.",
      risk: "It could be learned that it was told, and more could come.",
    },
    ...{
      wish: "He wants to know, and not by telephone.",
      what: "His name, and that he lives in the next street.",
      day: day(-1),
      method: "in person, with an advocate",
    },
  });
  const told = {
    to: "Westmere Police",
    day: day(-2),
    told: "Sgt Ada Lunn, by D. Parry",
    words: "He has lived in Westmere since the first of the month: his landlord’s letter.",
  };
  await write(keeper, seeded.moved, "transferred", told);
  await write(keeper, seeded.taken, "transferred", { ...told, to: "Northshire Police (invented)", taken: "D. Parry" });
  const { breach } = await write(keeper, seeded.broken, "breach-opened", {
    ...{
      order: "full",
      of: { condition: 1 },
      day: day(-1),
      at: "18:20",
      says: "A card came by post, in his hand: condition 1 says by any means.",
    },
    couldChange: "Posted before the order was served.",
  });
  await write(keeper, seeded.broken, "breach-evidence", {
    ...{ breach, says: "The card and its cover", doesNotShow: "On which day it was posted." },
    exhibit: "EC/4",
    knowing: "record",
  });
  return seeded;
}

/** A draft of Northern Ireland, and its case. */
export interface NorthDraft {
  readonly order: string;
  readonly case: string;
}

/** A draft of Northern Ireland in a case of its own, one condition of which is shorter than it may be. Only one force there begins it. */
export async function beginInNorthernIreland({ her, served }: ForceStage, supervisor: Ask): Promise<NorthDraft> {
  await her.send(served.intake, {
    account: "He waits at the gate.",
    name: "Orla Devlin",
    danger: "no",
    contact: { channel: "text", address: "07700 900211" },
  });
  const report = await untilThere(async () => (await supervisor("queue")).rows.find((one) => (one.case ?? null) === null)?.report);
  const made = await supervisor(`reports/${report}/case`, { reason });
  const { order } = await supervisor(`cases/${made.case}/orders`, {
    ...{ jurisdiction: "NI", subject: { name: "Fergal Toner" }, route: "s1-application", says: "Twelve messages in three months." },
  });
  await write(supervisor, order, "protected-named", { name: "Orla Devlin", victim: true, report });
  const condition = { type: "prohibition", persons: ["protected-1"], evidence: ["OD/2"], interimToo: true };
  await write(supervisor, order, "condition-written", {
    ...{ ...condition, kind: "prohibition/contact", says: "Not to contact Orla Devlin by any means.", channels: ["any"] },
    necessity: "He wrote again on the day after the warning.",
  });
  await write(supervisor, order, "condition-written", {
    ...{ ...condition, says: "Not to go to Abbey Street." },
    own: { until: day(300) },
  });
  await write(supervisor, order, "period-proposed", { made: day(20), period: { until: day(20 + 900) } });
  return { order, case: made.case };
}

/** What it lacks, so that it can be sent to a second person. */
export async function completeNorth(supervisor: Ask, order: string): Promise<void> {
  const writes = (kind: string, body: object): Promise<Answer> => write(supervisor, order, kind, body);
  const says = (words: string): object => ({ says: words, knowing: "record" });
  await writes("protected-named", { person: "protected-1", name: "Orla Devlin", victim: true });
  await writes("condition-written", {
    ...{ condition: 2, type: "prohibition", persons: ["protected-1"], evidence: ["OD/2"], interimToo: true },
    ...{ says: "Not to go to Abbey Street.", necessity: "He waited there on four evenings." },
  });
  for (const criterion of ["a", "b", "c"])
    await writes("criterion-written", {
      ...{ criterion, against: "Six of them could be of somebody else." },
      carries: [{ ...says("Messages on twelve days."), day: day(-20) }],
    });
  await writes("subject-changed", {
    subject: { name: "Fergal Toner", born: { ...says("Driving licence"), day: "1988-04-17" } },
    words: "His licence came.",
  });
  await writes("link-written", { link: "lives", ground: says("His landlord’s letter") });
  for (const prompt of ["religion", "work", "education"])
    await writes("prompt-answered", { prompt, answer: "no", ground: says("Asked at the interview") });
  await writes("interim-wanted", { wanted: true, until: day(60), words: "Two messages since the warning." });
}

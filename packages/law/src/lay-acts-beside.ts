import {
  type ActExample,
  type ActId,
  type CivilDay,
  type ElementWithActs,
  type FilledSlot,
  type Jurisdiction,
  type LawWithActs,
  type LegalElement,
  type Slot,
  type SlotEntry,
  daysFromCivil,
} from "@unmask/core";

/** One act with the days on which it can have happened, in days since 1970-01-01 in her zone. `lastDay` is `firstDay` where it is known. */
export interface ActOnDays {
  readonly id: ActId;
  /** She says that it is perhaps theirs: it is told apart. */
  readonly perhaps?: true;
  readonly firstDay: number;
  readonly lastDay: number;
}

/** The days of an act of which no day is known: beside none, and never the last. */
export const onNoDay: Pick<ActOnDays, "firstDay" | "lastDay"> = { firstDay: Infinity, lastDay: -Infinity };

/** What is laid beside the law. Null says that she was not asked, which is not the same as that there is nothing. */
export interface SaidAndDone {
  /** The acts that are theirs, and perhaps theirs, in order of time. */
  readonly acts: readonly ActOnDays[];
  /** Codes of the examples that each act can be, by its id; an act of agreed contact has none. */
  readonly codesByAct: Readonly<Record<string, readonly string[]>>;
  /** Those of them that came after she told them to stop; null where she named no stop. */
  readonly afterStop: readonly ActId[] | null;
  /** Days on which she says that she feared violence, with her words where she wrote some. */
  readonly fears: readonly { readonly day: CivilDay; readonly says?: string }[] | null;
  /** How many times she said it of an act that the report does not show, so that it tells of no day; absent: never. */
  readonly fearsNotShown?: number;
  /** What she says changed in her daily life, and since when where she knows it. */
  readonly changes: readonly { readonly since?: CivilDay; readonly says: string }[] | null;
}

/**
 * Lays what was done and said beside each element of each offence and each criterion of each order, for a person to read.
 *
 * [Note: Beside is not because] An act lies beside a day of fear, or beside the day since when something changed, because it was on that day
 * and for no other reason. Nothing says that the one caused the other, that a day is enough, or that an element is met: people decide that.
 */
export function layActsBeside({ offences, orders, examples }: Jurisdiction, said: SaidAndDone): LawWithActs {
  const entriesBySlot: Readonly<Record<Slot, FilledSlot["entries"]>> = {
    acts: said.acts.length === 0 ? [] : [entryOf(said.acts)],
    "acts-by-example": byExample(examples, said),
    "acts-after-stop": said.afterStop && (said.afterStop.length === 0 ? [] : [entryOf(actsOf(said.acts, said.afterStop))]),
    "last-act": lastAct(said.acts),
    "days-of-fear": said.fears && said.fears.map(({ day, says }) => onDay(said.acts, { day, says })),
    changes: said.changes && said.changes.map(({ since, says }) => onDay(said.acts, { day: since, says })),
  };
  const lay = (element: LegalElement): ElementWithActs => ({
    element,
    beside: element.slots.map((slot) => ({
      slot,
      entries: entriesBySlot[slot],
      ...(slot === "days-of-fear" && said.fearsNotShown ? { notShown: said.fearsNotShown } : {}),
    })),
  });
  return {
    offences: offences.map((offence) => ({ offence, elements: offence.elements.map(lay) })),
    orders: orders.map((order) => ({ order, criteria: order.criteria.map(lay) })),
  };
}

function entryOf(acts: readonly ActOnDays[]): SlotEntry {
  return { acts: idsOf(acts.filter(({ perhaps }) => !perhaps)), perhaps: idsOf(acts.filter(({ perhaps }) => perhaps)) };
}

function idsOf(acts: readonly ActOnDays[]): readonly ActId[] {
  return acts.map(({ id }) => id);
}

function actsOf(acts: readonly ActOnDays[], ids: readonly ActId[]): readonly ActOnDays[] {
  const wanted = new Set(ids);
  return acts.filter(({ id }) => wanted.has(id));
}

/** One entry for each example that an act can be, in the order of the statute. An act that can be two stands under both. */
function byExample(examples: readonly ActExample[], { acts, codesByAct }: SaidAndDone): readonly SlotEntry[] {
  const actsByCode = new Map<string, ActOnDays[]>();
  for (const act of acts) {
    for (const code of codesByAct[act.id] ?? []) {
      const together = actsByCode.get(code);
      if (together) together.push(act);
      else actsByCode.set(code, [act]);
    }
  }
  return examples.flatMap(({ code, says }) => {
    const together = actsByCode.get(code);
    return together ? [{ code, says, ...entryOf(together) }] : [];
  });
}

/** The act that can have been the last: of those that are theirs, on one known day, the latest; beside it those that may have come after it. */
function lastAct(acts: readonly ActOnDays[]): readonly SlotEntry[] {
  const at = acts.findLastIndex(({ firstDay, lastDay, perhaps }) => firstDay === lastDay && !perhaps);
  const last = acts[at];
  // By then one of them had certainly come.
  const since = acts.reduce(
    (most, { firstDay, lastDay, perhaps }) => (perhaps || firstDay > lastDay ? most : Math.max(most, firstDay)),
    -Infinity,
  );
  const mayBeLater = ({ firstDay, lastDay, perhaps }: ActOnDays, i: number): boolean =>
    i !== at && ((perhaps && i > at) || (firstDay < lastDay && lastDay >= since));
  return acts.length === 0 ? [] : [{ acts: last ? [last.id] : [], perhaps: idsOf(acts.filter(mayBeLater)) }];
}

/** What was on a day, and what may have been. A day that she does not know has no act beside it. */
function onDay(acts: readonly ActOnDays[], { day, says }: { day: CivilDay | undefined; says: string | undefined }): SlotEntry {
  const words = says === undefined ? {} : { says };
  if (day === undefined) return { ...words, ...entryOf([]) };
  const number = daysFromCivil(day);
  const can = acts.filter(({ firstDay, lastDay }) => firstDay <= number && number <= lastDay);
  const isSure = ({ firstDay, lastDay, perhaps }: ActOnDays): boolean => firstDay === lastDay && !perhaps;
  return { day, ...words, acts: idsOf(can.filter(isSure)), perhaps: idsOf(can.filter((act) => !isSure(act))) };
}

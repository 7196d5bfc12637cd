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
  readonly firstDay: number;
  readonly lastDay: number;
}

/** What is laid beside the law. Null says that she was not asked, which is not the same as that there is nothing. */
export interface SaidAndDone {
  /** The acts that are theirs, in order of time. */
  readonly acts: readonly ActOnDays[];
  /** Codes of the examples that each act can be, by its id; an act of agreed contact has none. */
  readonly codesByAct: Readonly<Record<string, readonly string[]>>;
  /** Those that came after she told them to stop; null where she named no stop. */
  readonly afterStop: readonly ActId[] | null;
  /** Days on which she says that she feared violence, with her words where she wrote some. */
  readonly fears: readonly { readonly day: CivilDay; readonly says?: string }[] | null;
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
    acts: said.acts.length === 0 ? [] : [entryOf(said.acts.map(({ id }) => id))],
    "acts-by-example": byExample(examples, said),
    "acts-after-stop": said.afterStop && (said.afterStop.length === 0 ? [] : [entryOf(said.afterStop)]),
    "last-act": lastAct(said.acts),
    "days-of-fear": said.fears && said.fears.map(({ day, says }) => onDay(said.acts, { day, says })),
    changes: said.changes && said.changes.map(({ since, says }) => onDay(said.acts, { day: since, says })),
  };
  const lay = (element: LegalElement): ElementWithActs => ({
    element,
    beside: element.slots.map((slot) => ({ slot, entries: entriesBySlot[slot] })),
  });
  return {
    offences: offences.map((offence) => ({ offence, elements: offence.elements.map(lay) })),
    orders: orders.map((order) => ({ order, criteria: order.criteria.map(lay) })),
  };
}

function entryOf(acts: readonly ActId[]): SlotEntry {
  return { acts, perhaps: [] };
}

/** One entry for each example that an act can be, in the order of the statute. An act that can be two stands under both. */
function byExample(examples: readonly ActExample[], { acts, codesByAct }: SaidAndDone): readonly SlotEntry[] {
  const idsByCode = new Map<string, ActId[]>();
  for (const { id } of acts) {
    for (const code of codesByAct[id] ?? []) {
      const ids = idsByCode.get(code);
      if (ids) ids.push(id);
      else idsByCode.set(code, [id]);
    }
  }
  return examples.flatMap(({ code, says }) => {
    const ids = idsByCode.get(code);
    return ids ? [{ code, says, acts: ids, perhaps: [] }] : [];
  });
}

/** The act that can have been the last: of those on one known day the latest, beside it those that may have come after it. */
function lastAct(acts: readonly ActOnDays[]): readonly SlotEntry[] {
  const last = acts.findLast(({ firstDay, lastDay }) => firstDay === lastDay);
  const perhaps = acts.filter((act) => act !== last && act.firstDay < act.lastDay && act.lastDay >= (last?.lastDay ?? -Infinity));
  return acts.length === 0 ? [] : [{ acts: last ? [last.id] : [], perhaps: perhaps.map(({ id }) => id) }];
}

/** What was on a day, and what may have been. A day that she does not know has no act beside it. */
function onDay(acts: readonly ActOnDays[], { day, says }: { day: CivilDay | undefined; says: string | undefined }): SlotEntry {
  const words = says === undefined ? {} : { says };
  if (day === undefined) return { ...words, ...entryOf([]) };
  const number = daysFromCivil(day);
  const can = acts.filter(({ firstDay, lastDay }) => firstDay <= number && number <= lastDay);
  return {
    day,
    ...words,
    acts: can.filter(({ firstDay, lastDay }) => firstDay === lastDay).map(({ id }) => id),
    perhaps: can.filter(({ firstDay, lastDay }) => firstDay < lastDay).map(({ id }) => id),
  };
}

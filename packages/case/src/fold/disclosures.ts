import type { BodyOf, CaseEvent } from "../event.ts";
import { type At, atOf } from "./event-at.ts";

/** What is held and not relied on, as the events make it (docs/formats/disclosure.md): nothing that was marked, cut or given is ever struck. */
export interface Disclosures {
  readonly items: readonly DisclosureItem[];
  /** Number of the newest mark; 0 before the first. The schedule is read by it. */
  readonly marked: number;
  /** Readings of the schedule, in order: `of` is the number of the mark up to which it was read. */
  readonly scheduleRead: readonly Reading[];
  readonly given: readonly (BodyOf<"disclosure-given"> & At)[];
  readonly asked: readonly AskedFor[];
}

/** One item. */
export interface DisclosureItem {
  readonly item: string;
  readonly of: string;
  /** What was said of it, the newest last. */
  readonly marks: readonly [Mark, ...Mark[]];
  /** Copies that were cut, the newest last. */
  readonly copies: readonly CutCopy[];
}

type Mark = Omit<BodyOf<"disclosure-marked">, "item" | "of"> & At;

/** A copy with who read it. */
export interface CutCopy extends Omit<BodyOf<"disclosure-cut">, "item">, At {
  readonly readings: readonly Reading[];
}

type Reading = BodyOf<"disclosure-read"> & At;

/** Something that was asked for, and what came of it. */
interface AskedFor extends BodyOf<"disclosure-asked">, At {
  readonly refused?: BodyOf<"disclosure-refused"> & At;
  /** Number of the event with which it went. */
  readonly given?: number;
}

/** Before the first. */
export const noDisclosures: Disclosures = { items: [], marked: 0, scheduleRead: [], given: [], asked: [] };

/** The mark that holds. */
export function markOf({ marks }: Pick<DisclosureItem, "marks">): Mark {
  return marks.at(-1) ?? marks[0];
}

/** Whether a second person read it and agreed, last. */
export function isAgreed({ readings }: { readonly readings: readonly Reading[] }): boolean {
  return readings.at(-1)?.agrees === true;
}

/** Whether the schedule as it stands now was read by a second person who agreed. */
export function isScheduleAgreed({ marked, scheduleRead }: Pick<Disclosures, "marked" | "scheduleRead">): boolean {
  return marked > 0 && isAgreed({ readings: scheduleRead.filter(({ of }) => of === marked) });
}

/** After one more event. */
export function disclosuresAfter(before: Disclosures, event: CaseEvent): Disclosures {
  const at = atOf(event);
  switch (event.kind) {
    case "disclosure-marked":
      return { ...before, marked: event.number, items: withMark(before.items, event.body, at) };
    case "disclosure-cut": {
      const { item, ...copy } = event.body;
      return changed(before, item, (one) => ({ ...one, copies: [...one.copies, { ...copy, ...at, readings: [] }] }));
    }
    case "disclosure-read": {
      const reading = { ...event.body, ...at };
      const copied = before.items.find(({ copies }) => copies.some(({ number }) => number === reading.of));
      if (copied === undefined) return { ...before, scheduleRead: [...before.scheduleRead, reading] };
      return changed(before, copied.item, (one) => ({
        ...one,
        copies: one.copies.map((copy) => (copy.number === reading.of ? { ...copy, readings: [...copy.readings, reading] } : copy)),
      }));
    }
    case "disclosure-given": {
      const asked = before.asked.map((one) => (one.number === event.body.answers ? { ...one, given: event.number } : one));
      return { ...before, asked, given: [...before.given, { ...event.body, ...at }] };
    }
    case "disclosure-asked":
      return { ...before, asked: [...before.asked, { ...event.body, ...at }] };
    case "disclosure-refused": {
      const refused = { ...event.body, ...at };
      return { ...before, asked: before.asked.map((one) => (one.number === refused.asked ? { ...one, refused } : one)) };
    }
    default:
      return before;
  }
}

function withMark(items: Disclosures["items"], { item, of, ...said }: BodyOf<"disclosure-marked">, at: At): Disclosures["items"] {
  const mark = { ...said, ...at };
  return items.some((one) => one.item === item)
    ? items.map((one) => (one.item === item ? { ...one, marks: [...one.marks, mark] } : one))
    : [...items, { item, of, marks: [mark], copies: [] }];
}

function changed(before: Disclosures, item: string, change: (one: DisclosureItem) => DisclosureItem): Disclosures {
  return { ...before, items: before.items.map((one) => (one.item === item ? change(one) : one)) };
}

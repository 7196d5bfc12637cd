import { type Instant, instantToIso } from "@unmask/core";
import { type HeldThing, notListed } from "../disclosure/held-things.ts";
import { isoDay } from "./iso-day.ts";
import type { Disclosures } from "../fold/disclosures.ts";
import { type RightsRequest, decidedOf } from "../fold/rights.ts";
import { type ToldLook, joinedLooks } from "./looks.ts";

/** The answer to a person who asked what is held about them, as data (docs/formats/subject-access.md): made into a file, and shown before it goes. */
export interface RightsAnswer {
  readonly force: string;
  readonly request: string;
  readonly received: string;
  readonly asked: string;
  readonly madeAt: Instant;
  readonly to: string;
  readonly items: readonly AnsweredItem[];
  /** What is held and in no item, whatever was decided. */
  readonly notListed: readonly string[];
  /** In how many parts something is not decided yet, where the person is told so. */
  readonly open: number;
  /** Null where it is not told who looked. */
  readonly looks: readonly ToldLook[] | null;
}

/** What goes of one thing, or that it is withheld. */
export interface AnsweredItem {
  /** From 1. */
  readonly item: number;
  /** Which case it is of, from 1: no number of a case is told. */
  readonly part: number;
  readonly kind: string;
  /** Civil day in London. */
  readonly since: string;
  readonly decision: "given" | "copy" | "file" | "withheld";
  readonly lines?: readonly string[];
  readonly taken?: readonly { readonly line: number; readonly what: string; readonly length: number }[];
  readonly ground?: string;
}

/** What an answer is made of. */
export interface AnswerSource {
  readonly force: string;
  /** Of each case that goes, in one order wherever it is handed out. */
  readonly parts: readonly [AnswerPart, ...AnswerPart[]];
  /** In how many cases it is not decided yet; 0 where the person is not told so. */
  readonly open: number;
  readonly madeAt: Instant;
  readonly to: string;
}

/** What is answered of one case. */
export interface AnswerPart {
  readonly request: RightsRequest;
  readonly held: readonly HeldThing[];
  readonly disclosures: Pick<Disclosures, "items">;
  /** Who looked, as it would be told. */
  readonly looks: readonly ToldLook[];
}

/** Makes it: what is not about the person, and what is withheld without telling, is in no item and in no count. */
export function rightsAnswer({ force, parts, open, madeAt, to }: AnswerSource): RightsAnswer {
  const [{ request }] = parts;
  const told = parts.flatMap((part, i) =>
    part.held.flatMap((thing) => {
      const one = answered(thing, part.request, part.disclosures);
      return one === undefined ? [] : [{ part: i + 1, ...one }];
    }),
  );
  const telling = parts.filter((part) => part.request.looks?.tells === true);
  return {
    force,
    request: request.request,
    received: request.received,
    asked: request.says,
    madeAt,
    to,
    items: told.map((one, i) => ({ item: i + 1, ...one })),
    notListed,
    open,
    looks: telling.length === 0 ? null : joinedLooks(telling.flatMap(({ looks }) => looks)),
  };
}

function answered(
  thing: HeldThing,
  request: RightsRequest,
  { items }: Pick<Disclosures, "items">,
): Omit<AnsweredItem, "item" | "part"> | undefined {
  const { kind, since, lines } = thing;
  const head = { kind, since: isoDay(since) };
  const decision = decidedOf(request, thing.key);
  switch (decision?.decision) {
    case "give":
      return lines === null ? { ...head, decision: "file" } : { ...head, decision: "given", lines };
    case "copy": {
      const cut = items.flatMap(({ copies }) => copies).find(({ number }) => number === decision.copy);
      if (cut === undefined) throw new Error("a copy was decided that nobody cut");
      return { ...head, decision: "copy", lines: cut.lines, taken: cut.taken.map(({ line, what, length }) => ({ line, what, length })) };
    }
    case "withhold":
      return decision.told === true
        ? { ...head, decision: "withheld", ...(decision.ground !== undefined && { ground: decision.ground }) }
        : undefined;
    default:
      return undefined;
  }
}

/** The answer as JSON: keys in the order of the document. */
export function answerJson({ madeAt, items, notListed: left, open, looks, force, request, received, asked, to }: RightsAnswer): string {
  const head = { format: "unmask-subject-access", version: 1, force, request, received, asked, madeAt: instantToIso(madeAt), to };
  return `${JSON.stringify({ ...head, items, notListed: left, open, looks }, null, 1)}\n`;
}

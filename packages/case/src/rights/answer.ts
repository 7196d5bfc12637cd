import { type Instant, instantToIso } from "@unmask/core";
import type { HeldThing } from "../disclosure/held-things.ts";
import { isoDay } from "./iso-day.ts";
import type { Disclosures } from "../fold/disclosures.ts";
import { type RightsRequest, decidedOf } from "../fold/rights.ts";
import type { ToldLook } from "./looks.ts";

/** The answer to a person who asked what is held about them, as data (docs/formats/subject-access.md): made into a file, and shown before it goes. */
export interface RightsAnswer {
  readonly force: string;
  readonly request: string;
  readonly received: string;
  readonly asked: string;
  readonly madeAt: Instant;
  readonly to: string;
  readonly items: readonly AnsweredItem[];
  /** Null where it is not told who looked. */
  readonly looks: readonly ToldLook[] | null;
}

/** What goes of one thing, or that it is withheld. */
export interface AnsweredItem {
  /** From 1. */
  readonly item: number;
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
  readonly request: RightsRequest;
  readonly held: readonly HeldThing[];
  readonly disclosures: Pick<Disclosures, "items">;
  /** Who looked, as it would be told. */
  readonly looks: readonly ToldLook[];
  readonly madeAt: Instant;
  readonly to: string;
}

/** Makes it: what is not about the person, and what is withheld without telling, is in no item and in no count. */
export function rightsAnswer({ force, request, held, disclosures, looks, madeAt, to }: AnswerSource): RightsAnswer {
  const told = held.flatMap((thing) => {
    const one = answered(thing, request, disclosures);
    return one === undefined ? [] : [one];
  });
  return {
    force,
    request: request.request,
    received: request.received,
    asked: request.says,
    madeAt,
    to,
    items: told.map((one, i) => ({ item: i + 1, ...one })),
    looks: request.looks?.tells === true ? looks : null,
  };
}

function answered(thing: HeldThing, request: RightsRequest, { items }: Pick<Disclosures, "items">): Omit<AnsweredItem, "item"> | undefined {
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
export function answerJson({ madeAt, items, looks, force, request, received, asked, to }: RightsAnswer): string {
  const head = { format: "unmask-subject-access", version: 1, force, request, received, asked, madeAt: instantToIso(madeAt), to };
  return `${JSON.stringify({ ...head, items, looks }, null, 1)}\n`;
}

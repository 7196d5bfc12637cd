import { type WithheldSpan, createWithheldFinder } from "../withheld/withheld-finder.ts";
import { createPen } from "./pen.ts";

/**
 * A place that somebody notifies as their own stays on the paper that acknowledges it. Where it is a place of somebody else of the case too, that is for a
 * person to see; of what only stands beside it ("next to 31 Heron Row") nothing is printed.
 */
export interface OwnPlaces {
  say(says: string): string;
  /** Whether one that was said is a place of somebody else too. */
  isShared(): boolean;
  /** As a pen has them. */
  covered(): number;
  close(): readonly string[];
}

const postcode = /^\p{L}{1,2}\p{N}[\p{L}\p{N}]?[^\p{L}\p{N}]*\p{N}\p{L}{2}$/u;

/** Makes them. */
export function createOwnPlaces({
  withheld,
  reached,
}: {
  readonly withheld: readonly (readonly string[])[];
  readonly reached: readonly string[];
}): OwnPlaces {
  const finder = createWithheldFinder(reached.map((one) => [one]));
  const names = createPen(withheld);
  const close = new Set<string>();
  let isShared = false;
  let count = 0;
  return {
    say(says) {
      const spans = finder.spansIn(says);
      const covered = spans.filter((span) => !isOwn(says, span, spans[0]));
      isShared ||= covered.length < spans.length;
      if (covered.length > 0) count++;
      let without = "";
      let from = 0;
      for (const { start, end } of covered) {
        without += says.slice(from, start) + says.slice(start, end).replace(/[^\s,]/gu, "*");
        from = end;
      }
      const printed = names.prose(without + says.slice(from));
      if (finder.isClose(says)) close.add(printed);
      return printed;
    },
    isShared: () => isShared,
    covered: () => count + names.covered(),
    close: () => [...close, ...names.close()],
  };
}

/** A postcode is that of neighbours too. All else is somebody's own where the place begins with it, and nothing else stands between the same two commas. */
function isOwn(says: string, { start, end }: WithheldSpan, first: WithheldSpan | undefined): boolean {
  if (postcode.test(says.slice(start, end))) return true;
  const isBare = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text);
  const [before = ""] = says
    .slice(0, start)
    .split(/[,;\n]/)
    .slice(-1);
  const [behind = ""] = says.slice(end).split(/[,;\n]/);
  return first !== undefined && isBare(says.slice(0, first.start)) && isBare(before) && isBare(behind);
}

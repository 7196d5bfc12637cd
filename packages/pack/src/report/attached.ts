import { type Attachment, type Exhibit, type Report, type Sha256, isColumnList } from "@unmask/core";
import { sayNumber } from "@unmask/words";
import type { Disclosed } from "./disclosed-acts.ts";
import { nameInPrint, quoted } from "./words.ts";

/** Acts that are named where a file came with them: a picture that was passed on a thousand times must not fill the schedule. */
const mostNamed = 12;

/** Characters of one thing that she said of a file: the pack holds it whole. */
const longestNote = 200;

/** What came with an act, tied to its exhibit by its bytes alone: two photos can have one name, and one photo two. */
export interface Attached {
  /** "HR/2 p1.png (from: “my old phone”)" of each that is an exhibit of its own, the name alone of another; behind it what she said of it. */
  say(act: { readonly attachments: readonly Attachment[] }): readonly string[];
  /** " With HR/2 p1.png (…)." of those that are exhibits of their own, behind the words of the act; empty where none is. */
  asSentence(act: { readonly attachments: readonly Attachment[] }): string;
}

/** Makes it for the exhibits of a report. */
export function createAttached({ exhibits }: Pick<Report, "exhibits">): Attached {
  const exhibitByHash = new Map<Sha256, Exhibit>();
  for (const exhibit of exhibits)
    if (!isColumnList(exhibit) && !exhibitByHash.has(exhibit.sha256)) exhibitByHash.set(exhibit.sha256, exhibit);
  const own = ({ sha256 }: Attachment): Exhibit | undefined => (sha256 === undefined ? undefined : exhibitByHash.get(sha256));
  const say = (one: Attachment): string => {
    const exhibit = own(one);
    const notes = [
      exhibit?.withheld === true ? "held back" : "",
      one.from === undefined ? "" : `from: ${quoted(one.from, longestNote)}`,
      one.changed === undefined ? "" : `changed before: ${quoted(one.changed, longestNote)}`,
    ].filter((note) => note !== "");
    return `${exhibit === undefined ? "" : `${exhibit.number} `}${nameInPrint(one.name)}${notes.length === 0 ? "" : ` (${notes.join("; ")})`}`;
  };
  return {
    say: ({ attachments }) => attachments.map(say),
    asSentence({ attachments }) {
      const some = attachments.filter((one) => own(one) !== undefined).map(say);
      return some.length === 0 ? "" : ` With ${some.join(", ")}.`;
    },
  };
}

/** By the number of an exhibit, the acts that stand in it or came with it, and of these the ones that only came with it. */
export interface ActsOfExhibit {
  readonly all: number;
  readonly carriers: readonly number[];
}

/** Which acts belong to each exhibit, by its number. */
export function actsOfExhibits({ acts }: Pick<Disclosed, "acts">, exhibits: readonly Exhibit[]): ReadonlyMap<string, ActsOfExhibit> {
  const found = new Map<string, { all: number; carriers: number[] }>();
  const at = (number: string): { all: number; carriers: number[] } => {
    const known = found.get(number) ?? { all: 0, carriers: [] };
    found.set(number, known);
    return known;
  };
  const numbersByHash = new Map<Sha256, string[]>();
  for (const { sha256, number } of exhibits) numbersByHash.set(sha256, [...(numbersByHash.get(sha256) ?? []), number]);
  for (const { act, number, exhibits: standsIn } of acts) {
    const its = new Set(standsIn.map((exhibit) => exhibit.number));
    for (const one of its) at(one).all++;
    const came = new Set(act.attachments.flatMap(({ sha256 }) => (sha256 === undefined ? [] : (numbersByHash.get(sha256) ?? []))));
    for (const one of came) {
      if (its.has(one)) continue;
      at(one).all++;
      at(one).carriers.push(number);
    }
  }
  return found;
}

/** "came with no. 3, 5"; of very many the first, and how many more there are. Empty where it came with none. */
export function sayCarriers(carriers: readonly number[]): string {
  if (carriers.length === 0) return "";
  const more = carriers.length - mostNamed;
  return `came with no.\u00a0${carriers
    .slice(0, mostNamed)
    .map((number) => sayNumber(number))
    .join(", ")}${more > 0 ? ` +${sayNumber(more)}` : ""}`;
}

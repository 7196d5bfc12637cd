import type { Timeline } from "@unmask/core";
import { marks, sayNotKnown, sayNumber } from "@unmask/words";
import { herStops } from "../reading/her-stops.ts";
import { isToGroup } from "../reading/groups.ts";
import type { PlacedAct } from "../reading/placed-act.ts";
import { isSent } from "../reading/reply.ts";
import { actsByWhose } from "../reading/their-acts.ts";
import { type Case, heldAt } from "./stops-held.ts";

/** Whether what she sent after this block is the number that stands with her words already: it would be said twice. */
export function isHersSaid(hers: readonly PlacedAct[] | undefined, { timeline, statement }: Case): boolean {
  const told = herStops(timeline, statement).filter(({ kind }) => kind === "told to stop");
  return told.length > 0 && actsByWhose(timeline, statement).hers.filter((one) => isSent(one) && heldAt(told, one)).length === hers?.length;
}

/** What she sent after a stop, and whether these files can show it (came.ts). */
export interface HersBeside {
  /** What she sent them; undefined while it is not known. */
  readonly hers: readonly PlacedAct[] | undefined;
  /** What she sent to somebody who is perhaps them. */
  readonly hersToPerhaps: number;
  readonly isHersCovered: boolean;
  /** "beside what was agreed ", where she sent something of which she says so; else empty. */
  readonly besideAgreed: string;
}

/** "; you sent 45", "; you sent 45, and 3 to groups", "; what you sent is not known", "; these files show nothing that you sent"; and the same shorter. */
export function sayHers(beside: HersBeside): HersSaid {
  const { hers, hersToPerhaps, isHersCovered } = beside;
  const { Me } = marks;
  const all = hers === undefined ? undefined : hers.length + hersToPerhaps;
  // Alone her number would deny what was agreed.
  const notAgreed = beside.besideAgreed === "" ? "" : " not agreed";
  const number = all === undefined ? "" : sayAll(all, hersToPerhaps);
  const bare = all === undefined ? `. What ${Me} sent: ${sayNotKnown()}` : `. ${Me} sent ${all === 0 ? "nothing" : number}${notAgreed}`;
  const said = sayInFull(beside);
  // "Nothing" is said of files that hold what she sent; else the longer sentence stands.
  const isKnown = all !== undefined && (all > 0 || isHersCovered);
  return {
    ...said,
    bare: all === 0 && !isHersCovered ? said.brief : bare,
    ...(isKnown && { number: all === 0 ? "none" : number }),
  };
}

/** "5"; "4 to 5" where 1 went to an account that is perhaps theirs, "perhaps 1" where that is all: no room makes it certain. */
function sayAll(all: number, perhaps: number): string {
  if (perhaps === 0) return sayNumber(all);
  return all === perhaps ? `perhaps ${sayNumber(all)}` : `${sayNumber(all - perhaps)} to ${sayNumber(all)}`;
}

function sayInFull({ hers, hersToPerhaps, isHersCovered, besideAgreed }: HersBeside): Omit<HersSaid, "bare" | "number"> {
  const { Me, you } = marks;
  if (hers === undefined) return hersSaid(`; what ${you} sent is ${sayNotKnown()}`, `. What ${Me} sent: ${sayNotKnown()}`);
  const isOpen = hers.length === 0 && !isHersCovered;
  const [toGroups, toThem] = [hers.filter(isToGroup).length, hers.filter((one) => !isToGroup(one)).length];
  const count = hers.length === 0 ? "nothing" : sayNumber(toThem);
  const briefly = besideAgreed === "" ? "" : ` ${besideAgreed.trimEnd()}`;
  if (hersToPerhaps > 0)
    return hersSaid(
      `; ${besideAgreed}${isOpen ? `these files show nothing that ${you} sent` : `${you} sent ${count}`} to what is certainly ${marks.theirs}, ${toGroups > 0 ? `${sayNumber(toGroups)} to groups, ` : ""}${sayNumber(hersToPerhaps)} to what is perhaps ${marks.theirs}`,
      `. ${Me} ${isOpen ? "in these files" : "sent"}${briefly}: ${count}${toGroups > 0 ? `; to groups: ${sayNumber(toGroups)}` : ""}; to unsure accounts: ${sayNumber(hersToPerhaps)}`,
    );
  if (isOpen) return hersSaid(`; ${besideAgreed}these files show nothing that ${you} sent`, `. ${Me}: nothing in these files${briefly}`);
  if (toGroups === 0) return hersSaid(`; ${besideAgreed}${you} sent ${count}`, `. ${Me} sent ${count}${briefly}`);
  const all = `${sayNumber(toGroups)}, ${toGroups === 1 ? "to a group" : "all to groups"}`;
  return toThem === 0
    ? hersSaid(`; ${besideAgreed}${you} sent ${all}`, `. ${Me} sent ${all}${briefly === "" ? "" : `,${briefly}`}`)
    : {
        full: `; ${besideAgreed}${you} sent ${count}, and ${sayNumber(toGroups)} to groups`,
        brief: `. ${Me} sent ${count}, and ${sayNumber(toGroups)} to groups${briefly === "" ? "" : `,${briefly}`}`,
        least: `. ${Me}: ${count}, ${sayNumber(toGroups)} to groups${briefly === "" ? "" : `,${briefly}`}`,
      };
}

function hersSaid(full: string, brief: string): Omit<HersSaid, "bare" | "number"> {
  return { full, brief, least: brief };
}

/** What she sent, the fullest first. */
export interface HersSaid {
  readonly full: string;
  readonly brief: string;
  readonly least: string;
  /** The number alone, of what went to them, to groups and to what is perhaps theirs. */
  readonly bare: string;
  /** "5", "4 to 5", "none"; absent where it is not known. */
  readonly number?: string;
}

/** Whether files that hold what she sent them go on to the end of what came: only then is "nothing" known. */
export function isCovered({ coverage }: Timeline, hers: readonly PlacedAct[], after: readonly PlacedAct[]): boolean {
  const files = new Set<string>();
  for (const one of hers) if (isSent(one)) for (const { sha256 } of one.act.sources) files.add(sha256);
  const last = after.reduce((most, { earliest }) => Math.max(most, earliest), -Infinity);
  return coverage.some(
    ({ source, last: end, covers }) => files.has(source.sha256) && Math.max(end ?? -Infinity, covers?.until ?? -Infinity) >= last,
  );
}

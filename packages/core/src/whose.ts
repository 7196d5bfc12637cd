import type { Act } from "./act.ts";
import type { Statement } from "./finding.ts";
import { type Identity, type Persona, normalName, owner } from "./identity.ts";
import type { Timeline } from "./timeline.ts";

/**
 * Whose an act is, as far as the person's own statement says. The findings, the printed report and her page all ask here, so that no two of
 * them can name different people.
 */

/** What she says of who is who. */
type WhoIsWho = Pick<Statement, "me" | "them">;

/** By whom an act was done. */
export type Whose = "hers" | "theirs" | "other";

/**
 * Makes a question: whose is an identity? The owner of an export is always her. An identity is a persona's by its normal form, by what the
 * source wrote, or by the name shown beside it; one that is hers and theirs by these is neither, because the files cannot say which of the two
 * acted.
 *
 * [Note: Remembered answers] A name is normalised each time it is compared, which costs more than counting it; a case has few identities
 * and many acts, so the answer is kept by all that is compared: normal form, what the source wrote, and name.
 */
export function createWhose({ me, them }: WhoIsWho): (identity: Identity) => Whose {
  const answersByIdentity = new Map<string, Whose>();
  let lastAsked: Identity | undefined;
  let lastAnswer: Whose = "other";
  return (identity) => {
    if (identity === lastAsked) return lastAnswer;
    lastAsked = identity;
    lastAnswer = identity.kind === "owner" ? "hers" : answerOf(identity);
    return lastAnswer;
  };

  function answerOf(identity: Identity): Whose {
    const key = `${identity.normal}\u0000${identity.wrote}\u0000${identity.name ?? ""}`;
    let answer = answersByIdentity.get(key);
    if (answer === undefined) {
      const hers = isOf(me, identity);
      const theirs = isOf(them, identity);
      answer = hers === theirs ? "other" : hers ? "hers" : "theirs";
      answersByIdentity.set(key, answer);
    }
    return answer;
  }
}

function isOf({ normals }: Persona, { normal, wrote, name }: Identity): boolean {
  if (normals.has(normal)) return true;
  if (wrote !== "" && normals.has(normalName(wrote))) return true;
  return name !== undefined && normals.has(normalName(name));
}

/** Where an act stands between the two of them. Every act is on exactly one side. */
export type Side =
  | "theirs"
  /** Hers towards them: to one of their identities, in a thread they write in, or in a file with them that names no receiver. */
  | "hers to them"
  /** Hers towards anybody else. */
  | "hers to others"
  /** By nobody the file names, and she did not say that it is theirs. */
  | "withheld"
  /** By third people, or by an identity that she named as hers and theirs. */
  | "others";

/** Makes a question: on which side does an act of this timeline stand? */
export function createSide({ acts }: Pick<Timeline, "acts">, statement: WhoIsWho): (act: Act) => Side {
  const whoseIs = createWhose(statement);
  const theirThreads = new Set<string>();
  const theirFiles = new Set<string>();
  let lastFile: string | undefined;
  for (const act of acts) {
    if (whoseIs(act.from) !== "theirs") continue;
    if (act.thread !== undefined) theirThreads.add(threadOf(act));
    if (act.source.sha256 !== lastFile) theirFiles.add((lastFile = act.source.sha256));
  }
  return (act) => {
    const whose = whoseIs(act.from);
    if (whose === "theirs") return "theirs";
    if (whose === "other") return act.from.kind === "withheld" ? "withheld" : "others";
    return isTowardsThem(act) ? "hers to them" : "hers to others";
  };

  function isTowardsThem(act: Act): boolean {
    if (act.to.some((one) => whoseIs(one) === "theirs")) return true;
    if (act.thread !== undefined) return theirThreads.has(threadOf(act));
    return act.to.length === 0 && theirFiles.has(act.source.sha256);
  }
}

function threadOf({ channel, thread = "" }: Act): string {
  return `${channel}\u001f${thread}`;
}

/** How many acts stand on each side. */
export type SideCounts = Readonly<Record<Side, number>>;

/** Counts acts by side; the counts add up to the acts. */
export function countSides(acts: Iterable<Act>, sideOf: (act: Act) => Side): SideCounts {
  const counts = { theirs: 0, "hers to them": 0, "hers to others": 0, withheld: 0, others: 0 };
  for (const act of acts) counts[sideOf(act)]++;
  return counts;
}

/**
 * Whether it is known what she did. It is not while she has named nobody as her and somebody acts who could be: then the files show the
 * owner's part of it at most, and a number would be too small.
 */
export function isHerSideKnown({ acts }: Pick<Timeline, "acts">, statement: WhoIsWho): boolean {
  // The owner is her without being named.
  if ([...statement.me.normals].some((normal) => normal !== owner.normal)) return true;
  const whoseIs = createWhose(statement);
  return acts.every(({ from }) => from.kind === "withheld" || whoseIs(from) !== "other");
}

import type { Act, Channel, Kind } from "./act.ts";
import { type Identity, type Persona, normalName, owner } from "./identity.ts";
import { isSpelledLike } from "./name-form.ts";
import { createAuthored } from "./own-row.ts";
import type { MarkedWhose, Statement } from "./statement.ts";
import type { TimelineAct } from "./timeline-act.ts";
import type { Timeline } from "./timeline.ts";

/**
 * Whose an act is, as far as the person's own statement says. The findings, the printed report and her page all ask here, so that no two of
 * them can name different people.
 */

/** Identities remembered by the object that a source gives: stops a file of a million names from filling the memory. */
const mostRemembered = 65_536;

/** What she says of who is who. */
type WhoIsWho = Pick<Statement, "me" | "them" | "perhaps" | "others" | "marks">;

/** By whom an act was done, and how that is known. Closed; every act is on exactly one step. */
export const whoseSteps = [
  /** By her: the owner of an export, a name that she says is hers, an act that she marked so. */
  "hers",
  /** The export itself names the account, the address or the saved contact that she says is theirs. */
  "theirs as the record shows",
  /** She is sure: a bare number that she names, her own table, a camera's event, an act that she marked. */
  "theirs, she is sure",
  /** She thinks so. */
  "perhaps theirs",
  /** By nobody the file names, or she cannot say; what she wrote down under her own name of somebody else too. */
  "withheld",
  /** By third people, or by an identity that she named as hers and theirs. */
  "other",
] as const;
export type Whose = (typeof whoseSteps)[number];

/** Whether an act is counted as theirs: the record shows it, or she is sure. */
export function isTheirs(whose: Whose): boolean {
  return whose === "theirs as the record shows" || whose === "theirs, she is sure";
}

/** Whose an identity is by the names that she gave; for an act ask `createWhose`. */
export type Named = "hers" | "theirs" | "perhaps theirs" | "other";

/**
 * Makes a question: whose is an identity that acts? The owner of an export is always her. An identity is a persona's by its normal form, by what
 * the source wrote, or by the name that a source without numbers and addresses shows; one that is hers and theirs in the same way is neither,
 * because the files cannot say which of the two acted. What is certainly theirs and perhaps theirs is theirs. A number or an account that she says
 * is somebody else's is nobody's of the two, whatever name is saved beside it.
 *
 * [Note: A borrowed name] Whoever holds an account chooses the name that it shows, and can choose hers. So an account, an address or a number
 * that she did not state is hers by no name, and an account or an address theirs by none; `shownNames` tells of it, and takes one for stated that
 * alone shows the name. The name beside a number is her own address book's: it can say whose a number is, and not that it is hers.
 *
 * [Note: Remembered answers] A name is normalised each time it is compared, which costs more than counting it; a case has few identities
 * and many acts, so the answer is kept by all that is compared: normal form, what the source wrote, and name. To put these into one key costs
 * more than everything else that is asked of an act; sources give one object for one identity, so it is found by that first.
 */
export function createNamed(statement: Omit<WhoIsWho, "marks">): (identity: Identity) => Named {
  const known = createKnown(statement, "acts");
  return (identity) => known(identity).named;
}

/**
 * Makes a question: whose is an identity that something is sent to? A name beside it counts too: whoever wrote the address wrote the name, and no
 * act becomes anybody's by it.
 */
export function createNamedTo(statement: Omit<WhoIsWho, "marks">): (identity: Identity) => Named {
  const known = createKnown(statement, "is addressed");
  return (identity) => known(identity).named;
}

/** Makes a question: whose is an act? A mark on the act outranks every name. */
export function createWhose(statement: WhoIsWho): (act: AskedAct) => Whose {
  const known = createKnown(statement, "acts");
  const isAuthored = createAuthored(statement);
  const { marks = [] } = statement;
  if (marks.length === 0) return byName;
  const markById = new Map(marks.map(({ act, whose }) => [act, whose]));
  return (act) => {
    const marked = markById.get(act.id);
    return marked === undefined ? byName(act) : stepByMark[marked];
  };

  function byName(act: AskedAct): Whose {
    const { named, isShown } = known(act.from);
    if (named === "hers" && act.grade === "own-account" && isAuthored(act)) return "withheld";
    // She wrote down that she thinks so: of the name she is sure, and not that it was they.
    if (named === "theirs" && act.entry?.sure === "think-so") return "perhaps theirs";
    if (named === "theirs") return isShown && isRecord(act) ? "theirs as the record shows" : "theirs, she is sure";
    return named === "other" && act.from.kind === "withheld" ? "withheld" : named;
  }
}

/** What is asked of an act. */
type AskedAct = Pick<Act, "id" | "from" | "to" | "kind" | "channel" | "grade" | "text" | "entry">;

const stepByMark: Readonly<Record<MarkedWhose, Whose>> = {
  hers: "hers",
  theirs: "theirs, she is sure",
  "perhaps theirs": "perhaps theirs",
  other: "other",
  "not known": "withheld",
};

/** A record by another hand than hers, of somebody's doing. A camera says that a person stood there, and not who. */
function isRecord({ grade, kind, channel }: Pick<Act, "grade" | "kind" | "channel">): boolean {
  return grade !== "own-account" && grade !== "check" && !(channel === "doorbell" && kind === "visit");
}

interface Known {
  readonly named: Named;
  /** The source shows an account, an address or a saved name that she says is theirs, and not a bare number. */
  readonly isShown: boolean;
}

const ownerIsHer: Known = { named: "hers", isShown: true };

/** Makes a question: did she say of an identity that it is somebody else's, neither hers nor theirs? */
export function createSaidOther({ me, them, perhaps, others }: Omit<WhoIsWho, "marks">): (identity: Identity) => boolean {
  if (others === undefined) return () => false;
  const stated = [me, them, ...(perhaps ? [perhaps] : [])];
  return (identity) =>
    identity.kind !== "owner" &&
    (isStated(others, identity) || matchOf(others, identity) !== noMatch) &&
    !stated.some((one) => isStated(one, identity));
}

function createKnown({ me, them, perhaps, others }: Omit<WhoIsWho, "marks">, asks: "acts" | "is addressed"): (identity: Identity) => Known {
  const answers = new Map<string, Known>();
  const answerByObject = new Map<Identity, Known>();
  const ownKinds = kindsOf(me);
  const isSaidOther = createSaidOther({ me, them, ...(perhaps ? { perhaps } : {}), ...(others ? { others } : {}) });
  return (identity) => {
    if (identity.kind === "owner") return ownerIsHer;
    let answer = answerByObject.get(identity);
    if (answer !== undefined) return answer;
    answer = answerOf(identity);
    if (answerByObject.size < mostRemembered) answerByObject.set(identity, answer);
    return answer;
  };

  function answerOf(identity: Identity): Known {
    const key = `${identity.kind}\u0000${identity.normal}\u0000${identity.wrote}\u0000${identity.name ?? ""}`;
    let answer = answers.get(key);
    if (answer === undefined) answers.set(key, (answer = { named: namedOf(identity), isShown: isShownOf(identity) }));
    return answer;
  }

  function namedOf(identity: Identity): Named {
    if (isSaidOther(identity)) return "other";
    const hers = hersBy(identity);
    const theirs = theirsBy(identity);
    const may = perhaps === undefined ? 0 : matchOf(perhaps, identity);
    if (hers > Math.max(theirs, may)) return "hers";
    if (hers > 0 && hers === Math.max(theirs, may)) return "other";
    if (theirs > 0) return "theirs";
    return may > 0 ? "perhaps theirs" : "other";
  }

  function hersBy(identity: Identity): Match {
    if (asks === "acts") return isStated(me, identity) ? matchOf(me, identity) : noMatch;
    const match = matchOf(me, identity);
    return match === byNameAlone && identity.kind !== "name" && ownKinds.has(identity.kind) ? noMatch : match;
  }

  function theirsBy(identity: Identity): Match {
    return asks === "acts" && identity.kind !== "phone" && !isStated(them, identity) ? noMatch : matchOf(them, identity);
  }

  function isShownOf(identity: Identity): boolean {
    const { kind, name } = identity;
    if (kind === "withheld" || kind === "group") return false;
    if (kind === "phone") return name !== undefined && them.normals.has(normalName(name));
    return kind === "name" || kind === "device" || matchOf(them, identity) === byAccount;
  }
}

/** How an identity is a persona's. */
type Match = typeof noMatch | typeof byNameAlone | typeof byAccount;
const noMatch = 0;
/** By a name that the holder of the account gave it. */
const byNameAlone = 1;
const byAccount = 2;

function matchOf({ normals }: Pick<Persona, "normals">, { kind, normal, wrote, name }: Identity): Match {
  // A bare name is all that there is to go by, so that one which only prints the same is another.
  if (kind === "name" && normals.has(normal)) return byNameAlone;
  if (kind !== "name" && (normals.has(normal) || (wrote !== "" && normals.has(normalName(wrote))))) return byAccount;
  if (name === undefined || !normals.has(normalName(name))) return noMatch;
  return kind === "phone" ? byAccount : byNameAlone;
}

/** Kinds of identity that somebody holds under a number or an address, whatever name is shown beside it. */
const heldKinds: ReadonlySet<Identity["kind"]> = new Set(["phone", "email", "handle", "id"]);

/** Whether an identity is a persona's by more than the name that is shown beside a number or an address. */
function isStated(persona: Pick<Persona, "normals">, identity: Identity): boolean {
  const { name: _, ...bare } = identity;
  return matchOf(persona, heldKinds.has(identity.kind) ? bare : identity) !== noMatch;
}

/** Kinds of which a persona's normal forms hold one for certain. A handle looks like any other word. */
function kindsOf({ normals }: Pick<Persona, "normals">): ReadonlySet<Identity["kind"]> {
  const kinds = new Set<Identity["kind"]>();
  for (const normal of normals) {
    if (/^[^\s@]+@[^\s@]+$/.test(normal)) kinds.add("email");
    else if (/^(?:telegram:|user)\d+$/.test(normal)) kinds.add("id");
  }
  return kinds;
}

/** Whether an identity is a persona's: by its normal form, by what the source wrote, or by the name beside it. */
export function isOf(persona: Pick<Persona, "normals">, identity: Identity): boolean {
  return matchOf(persona, identity) !== noMatch;
}

/** Where an act stands between the two of them. Every act is on exactly one side. */
export type Side =
  /** The record shows it, or she is sure. */
  | "theirs"
  | "perhaps theirs"
  /** Hers towards them: to one of their identities, in a thread they write in, or in a file with them that names no receiver. */
  | "hers to them"
  /** Hers towards anybody else. */
  | "hers to others"
  /** Hers of which no receiver but herself is stated: in person in a table, a block, a picture at her own door. */
  | "hers to nobody named"
  /** A call or a message of which the number was withheld, and she did not say that it is theirs. */
  | "withheld"
  /** Anything else by nobody the file names, as a brick through a window or what a camera saw; or she cannot say. */
  | "nobody named"
  /** By third people, or by an identity that she named as hers and theirs. */
  | "others";

/** What she does on her own phone and accounts is a message to nobody. */
const sentToNobody: ReadonlySet<Kind> = new Set<Kind>(["block", "login", "device", "location", "check"]);

/** Makes a question: on which side does an act of this timeline stand? */
export function createSide(timeline: Pick<Timeline, "acts">, statement: WhoIsWho): (act: Act) => Side {
  const whoseIs = createWhose(statement);
  const sideOf = createSideByWhose(timeline, statement);
  return (act) => sideOf(act, whoseIs(act));
}

/** The same question, where it was found out before whose the act is. */
export function createSideByWhose({ acts }: Pick<Timeline, "acts">, statement: WhoIsWho): (act: Act, whose: Whose) => Side {
  const named = createNamedTo(statement);
  let places: TheirPlaces | undefined;
  return (act, whose) => {
    switch (whose) {
      case "theirs as the record shows":
      case "theirs, she is sure":
        return "theirs";
      case "perhaps theirs":
        return whose;
      case "withheld":
        return isNumberWithheld(act) ? "withheld" : "nobody named";
      case "other":
        return "others";
      case "hers":
        return sideOfHers(act);
    }
  };

  function sideOfHers(act: WithRecords): Side {
    if (sentToNobody.has(act.kind)) return "hers to nobody named";
    if (act.to.some((one) => named(one) === "theirs")) return "hers to them";
    const isOwnTable = act.grade === "own-account" || act.channel === "doorbell";
    // A table that has no column of receivers gives them all to its owner, her own acts too (docs/formats/columns.md).
    const isNobodyStated = act.to.length === 0 ? isOwnTable : act.to.every(({ kind }) => kind === "owner");
    if (isNobodyStated) return "hers to nobody named";
    if (act.thread === undefined && act.to.length > 0) return "hers to others";
    // Looked for when it is first asked: most sources name the receiver, and the walk over every act is long.
    places ??= theirPlacesIn(acts, createWhose(statement));
    if (act.thread !== undefined) return threadsOf(act).some((one) => places?.threads.has(one)) ? "hers to them" : "hers to others";
    return places.files.has(act.source.sha256) ? "hers to them" : "hers to nobody named";
  }
}

/** An act, and what it was made of where two exports hold it. */
type WithRecords = Act & Pick<TimelineAct, "records">;

/** Where they write. */
interface TheirPlaces {
  readonly threads: ReadonlySet<string>;
  readonly files: ReadonlySet<string>;
}

function theirPlacesIn(acts: readonly TimelineAct[], whoseIs: (act: Act) => Whose): TheirPlaces {
  const threads = new Set<string>();
  const files = new Set<string>();
  let lastFile: string | undefined;
  for (const act of acts) {
    if (!isTheirs(whoseIs(act))) continue;
    if (act.thread !== undefined) for (const one of threadsOf(act)) threads.add(one);
    if (act.source.sha256 !== lastFile) files.add((lastFile = act.source.sha256));
  }
  return { threads, files };
}

/** The conversation, by each name under which a phone has it. */
function threadsOf(act: WithRecords): readonly string[] {
  return (act.records ?? [act]).map(({ channel, thread = "" }) => `${channel}\u001f${thread}`);
}

/** What comes from a number. */
const withNumber: ReadonlySet<Kind> = new Set<Kind>(["call", "voicemail", "message"]);

/** Whether it came from a number that was withheld; of what else nobody is named for, no number was ever there to be withheld. */
export function isNumberWithheld({
  from,
  kind,
  channel,
  grade,
  flags,
}: Pick<Act, "from" | "kind" | "channel" | "grade" | "flags">): boolean {
  if (from.kind !== "withheld") return false;
  if (flags.includes("withheld-number")) return true;
  if (!withNumber.has(kind) || channel === "doorbell" || channel === "in-person") return false;
  return kind !== "message" || (grade !== "own-account" && grade !== "check");
}

/** Where a device of hers writes the record, and gives itself for a name. */
const deviceChannels: ReadonlySet<Channel> = new Set<Channel>(["doorbell", "assistant"]);

/** Whether what a record names is a device: a phone that logged in, or the camera at the door. It is nobody's number and nobody's account. */
export function isDevice({ from, channel }: Pick<Act, "from" | "channel">): boolean {
  return from.kind === "device" || (deviceChannels.has(channel) && !heldKinds.has(from.kind));
}

/** How many acts stand on each side. */
export type SideCounts = Readonly<Record<Side, number>>;

/** Counts acts by side; the counts add up to the acts. */
export function countSides(acts: Iterable<Act>, sideOf: (act: Act) => Side): SideCounts {
  const counts: Record<Side, number> = {
    theirs: 0,
    "perhaps theirs": 0,
    "hers to them": 0,
    "hers to others": 0,
    "hers to nobody named": 0,
    withheld: 0,
    "nobody named": 0,
    others: 0,
  };
  for (const act of acts) counts[sideOf(act)]++;
  return counts;
}

/** Whether a bare name prints as one of a person's, and is none. */
function isLike(persona: Persona, identity: Identity): boolean {
  return identity.kind === "name" && isSpelledLike(persona, identity);
}

/** An account, an address or a number that acts, shows a name that she stated, and was not stated itself; or a bare name that prints like one. */
export interface ShownName {
  /** Whose name it shows. */
  readonly whose: "hers" | "theirs";
  readonly identity: Identity;
  /** Acts by it of which she said nothing. */
  readonly acts: number;
  /** Something that it did went to her: by her own hand it hardly is. */
  readonly isToHer: boolean;
  /** Nobody else in the files has the name, and nothing that it did went to her: it is taken for stated, and she is told. */
  readonly isAlone: boolean;
}

/** Finds accounts that show a stated name and were not stated: the most acts first. Each is nobody's, but one that alone shows the name. */
export function shownNames({ acts }: Pick<Timeline, "acts">, statement: WhoIsWho): readonly ShownName[] {
  const { me, them, perhaps, others, marks = [] } = statement;
  const isStatedAtAll = (identity: Identity): boolean =>
    [me, them, ...(perhaps ? [perhaps] : []), ...(others ? [others] : [])].some((persona) => isStated(persona, identity));
  const isShown = (identity: Identity): boolean =>
    identity.kind !== "owner" && [me, them].some((one) => isOf(one, identity) || isLike(one, identity)) && !isStatedAtAll(identity);
  // In most files nobody does: then to whom everything went need not be looked at.
  if (!someoneActs(acts, isShown)) return [];
  const marked = new Set(marks.map(({ act }) => act));
  const named = createNamed(statement);
  const seen = new Map<Identity, Seen>();
  const seenByKey = new Map<string, Seen>();
  for (const { id, from, to } of acts) {
    const one = seenOf(from);
    if (marked.size === 0 || !marked.has(id)) one.acts++;
    for (const other of to) {
      seenOf(other);
      one.isToHer ||= other.kind === "owner" || (named(other) === "hers" && other.normal !== from.normal);
    }
  }
  return [...shownBy(me, "hers"), ...shownBy(them, "theirs")].sort(
    (a, b) => b.acts - a.acts || (a.identity.normal < b.identity.normal ? -1 : 1),
  );

  function seenOf(identity: Identity): Seen {
    let one = seen.get(identity);
    if (one) return one;
    const key = `${identity.kind}\u0000${identity.normal}\u0000${identity.wrote}\u0000${identity.name ?? ""}`;
    one = seenByKey.get(key);
    if (!one) seenByKey.set(key, (one = { identity, acts: 0, isToHer: false }));
    if (seen.size < mostRemembered) seen.set(identity, one);
    return one;
  }

  function shownBy(persona: Persona, whose: ShownName["whose"]): readonly ShownName[] {
    const byAccount = new Map<string, Seen>();
    let isKnownElsewhere = false;
    for (const one of seenByKey.values()) {
      const { kind, normal } = one.identity;
      if (kind === "owner" || (matchOf(persona, one.identity) === noMatch && !isLike(persona, one.identity))) continue;
      // A number that she saved under their name is theirs by her own address book.
      if (isStated(persona, one.identity) || (kind === "phone" && whose === "theirs")) isKnownElsewhere = true;
      else if (!isStatedAtAll(one.identity)) {
        const key = `${kind}\u0000${normal}`;
        const known = byAccount.get(key);
        if (!known) byAccount.set(key, { ...one });
        else {
          known.acts += one.acts;
          known.isToHer ||= one.isToHer;
        }
      }
    }
    return [...byAccount.values()]
      .filter((one) => one.acts > 0)
      .map(({ identity, acts: count, isToHer }) => ({
        whose,
        identity,
        acts: count,
        isToHer,
        isAlone:
          identity.kind !== "name" &&
          byAccount.size === 1 &&
          !isKnownElsewhere &&
          (whose === "theirs" || (!isToHer && identity.kind !== "phone")),
      }));
  }
}

/** Whether an identity of which something is so did anything; each is asked about once. */
function someoneActs(acts: readonly Pick<Act, "from">[], isSo: (identity: Identity) => boolean): boolean {
  const asked = new Set<Identity>();
  for (const { from } of acts) {
    if (asked.has(from)) continue;
    if (isSo(from)) return true;
    if (asked.size < mostRemembered) asked.add(from);
  }
  return false;
}

interface Seen {
  readonly identity: Identity;
  acts: number;
  /** Something that it did went to her. */
  isToHer: boolean;
}

/** Takes for stated what alone shows a stated name, so that every part of the house that asks by whom gives one answer, in this pack and when it is read again. */
export function withLoneNames(statement: Statement, shown: readonly ShownName[]): Statement {
  const alone = shown.filter(({ isAlone }) => isAlone);
  if (alone.length === 0) return statement;
  const widen = (persona: Persona, whose: ShownName["whose"]): Persona =>
    alone.reduce((all, one) => (one.whose === whose ? withIdentity(all, one.identity) : all), persona);
  return { ...statement, me: widen(statement.me, "hers"), them: widen(statement.them, "theirs") };
}

function withIdentity({ label, normals, normalsByName }: Persona, identity: Identity): Persona {
  const { normal } = identity;
  return {
    label,
    normals: new Set([...normals, normal]),
    ...(normalsByName && { normalsByName: new Map([...normalsByName, [nameToType(identity), [normal]]]) }),
  };
}

/**
 * What names an identity wherever it is written into a statement: a number, a mail address, the bare digits of an account, and a name with what nobody
 * can see or type, in the form that they compare by; anything else as the source wrote it. Digits alone would be read as a telephone number.
 */
export function nameToType({ kind, wrote, normal }: Pick<Identity, "kind" | "wrote" | "normal">): string {
  const isStrange = kind === "name" && normal !== normalName(wrote);
  const isBareNumber = kind === "id" && /^\d+$/.test(wrote);
  return kind === "phone" || kind === "email" || wrote === "" || isStrange || isBareNumber ? normal : wrote;
}

/**
 * Whether it is known what she did. It is not while she has named nobody as her and somebody acts who could be, or while an account shows her name
 * of which she did not say whose it is: then the files show a part of it at most, and a number would be too small.
 */
export function isHerSideKnown(timeline: Pick<Timeline, "acts">, statement: WhoIsWho): boolean {
  // The owner is her without being named.
  if ([...statement.me.normals].some((normal) => normal !== owner.normal))
    return !shownNames(timeline, statement).some(({ whose, isToHer }) => whose === "hers" && !isToHer);
  const whoseIs = createWhose(statement);
  // Of whom an entry of her journal tells, she wrote it herself: that is not her under another name.
  return timeline.acts.every((act) => act.from.kind === "withheld" || act.entry !== undefined || whoseIs(act) !== "other");
}

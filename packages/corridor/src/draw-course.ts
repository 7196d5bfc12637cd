import {
  type Coverage,
  type Drawing,
  type Finding,
  type Instant,
  type Persona,
  type Statement,
  type StatementDocument,
  type TimelineAct,
  type Whose,
  mergeActs,
} from "@unmask/core";
import { countTimeline, drawingSizes, findBy, illustrate } from "@unmask/patterns";
import { printVoice } from "@unmask/words";
import { stateCase } from "./state-case.ts";

/**
 * The acts of all packs of a case as one course of conduct, drawn: by day, by lane with her stops in it, by hour, by number and account. Each
 * picture has its sentence, its table, how it was worked out and what could change it. Acts are theirs as each pack's own statement says.
 */
export interface CourseDrawn {
  readonly drawn: readonly DrawnFinding[];
  /** Acts by whose they are, each counted once. */
  readonly counts: { readonly theirs: number; readonly perhaps: number; readonly hers: number; readonly others: number };
}

/** A finding with its picture for a narrow and a wide screen. */
export interface DrawnFinding extends Pick<Finding, "pattern" | "says" | "how" | "couldChange" | "table" | "acts"> {
  readonly drawing: { readonly phone: Drawing; readonly desktop: Drawing };
}

/** One pack of the case. */
export interface PackOfCourse {
  readonly acts: readonly { readonly act: TimelineAct; /** Absent: nobody said. */ readonly whose?: Whose }[];
  readonly coverage: readonly Coverage[];
  readonly statement: StatementDocument;
}

/** Patterns that have a picture, in the order in which they are shown. */
const drawnPatterns = ["contact-after-stop", "frequency", "night-time", "identities-as-one", "channel-switching"];

/** Draws it. Undefined where no pack states anything that can be used: whose an act is is then not known, and nothing is drawn of anybody. */
export function drawCourse(packs: readonly PackOfCourse[], at: Instant): CourseDrawn | undefined {
  const statement = statementOfAll(packs);
  if (statement === undefined) return undefined;
  const records = packs.flatMap(({ acts }) => acts.flatMap(({ act }) => recordsOf(act)));
  const timeline = mergeActs(
    records,
    packs.flatMap(({ coverage }) => coverage),
  );
  const voice = printVoice(statement);
  const found = findBy(drawnPatterns, timeline, statement, { voice, at });
  const [phone, desktop] = (["phone", "desktop"] as const).map((size) =>
    illustrate(found, timeline, { statement, size: drawingSizes[size], voice }),
  );
  const drawn = found.flatMap(({ pattern, says, how, couldChange, table, acts }, i): readonly DrawnFinding[] => {
    const [narrow, wide] = [phone?.[i]?.drawing, desktop?.[i]?.drawing];
    return narrow && wide ? [{ pattern, says, how, couldChange, table, acts, drawing: { phone: narrow, desktop: wide } }] : [];
  });
  const { theirs, perhaps, hers, others } = countTimeline(timeline, statement).totals;
  return { drawn, counts: { theirs, perhaps, hers, others } };
}

function recordsOf({ records, versionOf: _, ...act }: TimelineAct): readonly Omit<TimelineAct, "records" | "versionOf">[] {
  return records ?? [act];
}

/** What she says of one act. */
type Mark = NonNullable<Statement["marks"]>[number];

const markByWhose: Readonly<Record<Whose, Mark["whose"]>> = {
  hers: "hers",
  "theirs as the record shows": "theirs",
  "theirs, she is sure": "theirs",
  "perhaps theirs": "perhaps theirs",
  withheld: "not known",
  other: "other",
};

/** One statement of all packs: zone, law and labels of the newest, names and stops of each, and of each act what its own pack says of it. */
function statementOfAll(packs: readonly PackOfCourse[]): Statement | undefined {
  const stated = packs.flatMap(({ statement }) => {
    const settled = stateCase(statement);
    return settled.ok ? [settled.value] : [];
  });
  const newest = stated.at(-1);
  if (newest === undefined) return undefined;
  const marks = packs.flatMap(({ acts }) =>
    acts.flatMap(({ act, whose }): readonly Mark[] =>
      whose === undefined ? [] : recordsOf(act).map(({ id }) => ({ act: id, whose: markByWhose[whose] })),
    ),
  );
  const all = <T>(of: (one: Statement) => readonly T[] | undefined): readonly T[] => eachOnce(stated.flatMap((one) => of(one) ?? []));
  return {
    ...newest,
    me: persona(newest.me.label, stated, ({ me }) => me),
    them: persona(newest.them.label, stated, ({ them }) => them),
    perhaps: persona(newest.them.label, stated, ({ perhaps }) => perhaps),
    others: persona("others", stated, ({ others }) => others),
    marks,
    stops: all(({ stops }) => stops),
    agreed: stated.flatMap(({ agreed = [] }) => agreed),
    notThis: all(({ notThis }) => notThis),
    gaps: all(({ gaps }) => gaps),
    oneGroup: all(({ oneGroup }) => oneGroup),
    twoChats: all(({ twoChats }) => twoChats),
  };
}

function persona(label: string, stated: readonly Statement[], of: (one: Statement) => Persona | undefined): Persona {
  return { label, normals: new Set(stated.flatMap((one) => [...(of(one)?.normals ?? [])])) };
}

/** What she says in two packs in the same words is one thing. */
function eachOnce<T>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

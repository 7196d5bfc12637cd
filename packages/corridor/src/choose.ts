import {
  type ActId,
  type LeftOutTold,
  type NameRedactor,
  type Result,
  type Sha256,
  type Source,
  type SourceSpan,
  type Statement,
  type TimelineAct,
  failed,
  createOrderOfTime,
  leftOutTimeText,
  ok,
  attachmentTexts,
  entryTexts,
} from "@unmask/core";
import { type Imported, type Original, placeOf, textsOf } from "@unmask/importers";
import { type ChosenFile, cannotGoInPart, chooseFiles } from "./choose-files.ts";
import { actsByPlace, idsNow, withIdsNow } from "./ids-of-acts.ts";
import type { ReadingWorld } from "./import-exports.ts";
import { filesNamingInTheirs, leftOutNamesOf } from "./left-out-names.ts";
import {
  type Looked,
  type SaidBeside,
  countHolding,
  findRedacted,
  holdsName,
  namesOf,
  whyNamedInHerWords,
  whyNotRedacted,
} from "./names-left-over.ts";
import { gather } from "./read-each-file.ts";
import { type ReadGoing, readWhatGoes } from "./read-what-goes.ts";
import { statementWithout } from "./statement-that-goes.ts";
import { type Decision, type Rules, decide, findRules } from "./what-stays-behind.ts";

/**
 * What goes into a pack (docs/formats/pack.md, "Left out"): everything that was read but what she leaves out. What goes is read a second time, from
 * the very bytes that go, so that nothing in a report can rest on what stays behind.
 */
export interface Chosen {
  /** What was read from what goes, under the ids and places of the originals. */
  readonly goes: Imported;
  /** Acts that stay behind: bare leaves of the log. */
  readonly staysBehind: readonly TimelineAct[];
  /** Every file as an exhibit of it is made: held back, whole, or as a copy. */
  readonly files: readonly ChosenFile[];
  readonly told: LeftOutTold;
  /** Her statement without those whom she leaves out, and with the times of which nothing goes. */
  readonly statement: Statement;
  /** Acts that go and hold the name of somebody who is left out, in their words or beside them. */
  readonly naming: readonly NamedAct[];
  /** Acts that go and pass on words of somebody who is left out: the name beside them is written over, the words are not. */
  readonly passedOn: readonly NamedAct[];
  /** Names of files that go and hold such a name outside of every act. */
  readonly namedOutside: readonly string[];
  /** Names of files that show, for somebody whom the report is about, a name that has such a name in it. */
  readonly namedInTheirs: readonly string[];
  /** Acts that go and hold a name that is covered nearly: as a part of a longer word, or in a form that only reads as the name. */
  readonly nearlyNaming: readonly NamedAct[];
  /** Names of files that go and hold such a name so, or one that is left out. */
  readonly nearlyNamed: readonly string[];
  /** Acts of files that she leaves out and that go all the same, because another file holds them too. */
  readonly heldTwice: number;
  /** Files that go and could not be looked through for names: pictures, recordings, documents. */
  readonly unseen: readonly string[];
  /** Members of archives that nobody reads and that stay behind, because they hold a name that is left out or covered. */
  readonly membersNaming: readonly string[];
  /** Whether a text holds a name that is left out or covered, or nearly does. */
  holdsName(text: string): boolean;
  /** Under which id an act goes: where a name is covered in it, or the record that led stays behind, another than it was read under. */
  idNow(id: ActId): ActId;
}

/** An act as she can find it and leave it out. */
export interface NamedAct {
  /** Under which it was read. */
  readonly id: ActId;
  readonly file: string;
}

/** What she wants to go otherwise than it was read. */
export interface ChoiceWish {
  /** As she wrote it after `--leave-out`. */
  readonly leaveOut: readonly string[];
  /** Names of other people, as she wrote them after `--redact`. */
  readonly redact?: readonly string[];
  /** What she says beside files and statement and the pack carries, with the option that brings it: it goes as it stands, so no such name may be in it. */
  readonly says?: readonly SaidBeside[];
}

/** Decides what goes. The error is a sentence that says what to do. */
export async function chooseWhatGoes(
  imported: Imported,
  wish: ChoiceWish,
  { statement, world }: { readonly statement: Statement; readonly world: ReadingWorld },
): Promise<Result<Chosen, string>> {
  const leaving = findRules(imported, wish.leaveOut, statement);
  if (!leaving.ok) return leaving;
  const redacting = await findRedacted(imported, wish, { statement, world });
  if (!redacting.ok) return redacting;
  const rules: Rules = { ...leaving.value, ...(redacting.value && { redacted: redacting.value }) };
  const leftOut = leftOutNamesOf(imported, rules.people, statement);
  const leftOutNames = leftOut?.beside;
  const named = leftOutNames && whyNamedInHerWords(wish.says ?? [], leftOutNames, statementWithout(statement, rules, leftOutNames));
  if (named !== undefined) return failed(named);
  const decision = decide(imported, rules, statement);
  if (!decision.ok) return decision;
  const whole = await gather(sourcesWithout(imported.originals, decision.value.heldBack), imported, world);
  const looked: Looked = { naming: [], unseen: [], membersGone: [], actsNaming: new Set(), namedOutside: [], passedOn: new Set() };
  const files = await chooseFiles(imported, whole, { decision: decision.value, rules, world, leftOut, leftOutNames, looked });
  if (!files.ok) return files;
  const read = await readWhatGoes(files.value, { imported, whole, world, redactor: rules.redacted?.redactor, leftOut, statement });
  if (!read.ok) return read;
  const wrong =
    whyStillThere(imported, read.value, decision.value) ??
    (rules.redacted && whyNotRedacted(actsByPlace(imported.timeline), read.value.imported.timeline.acts, rules.redacted.redactor));
  return wrong === undefined
    ? ok(
        conclude(imported, read.value, {
          decision: decision.value,
          rules,
          statement: statementWithout(statement, rules, leftOutNames),
          leftOutNames,
          looked,
        }),
      )
    : failed(wrong);
}

function sourcesWithout(originals: readonly Original[], heldBack: ReadonlySet<Sha256>): readonly Source[] {
  return originals.filter(({ sha256 }) => !heldBack.has(sha256)).map(({ source }) => source);
}

/** A damaged member of an archive is read as far as it goes, and cannot go by itself: neither what she leaves out of it goes, nor does the rest get lost. */
function whyStillThere({ timeline }: Imported, { imported, files }: ReadGoing, { places, because }: Decision): string | undefined {
  const present = new Set(files.filter(({ withheld }) => !withheld).map(({ sha256 }) => sha256));
  const isThere = ({ sha256, within }: SourceSpan): boolean => present.has(sha256) || present.has(within?.[0]?.sha256 ?? sha256);
  const [torn] = [
    ...imported.timeline.acts.flatMap(({ sources }) => sources.filter((span) => places.has(placeOf(span)))),
    ...timeline.acts.flatMap((act) => (because.has(act) || act.sources.some(isThere) ? [] : act.sources)),
  ];
  return torn && cannotGoInPart(torn.within?.[0]?.name ?? torn.name, "has a damaged part that cannot go by itself");
}

/** By what it was chosen, and what was met on the way. */
interface Decided {
  readonly decision: Decision;
  readonly rules: Rules;
  /** As it goes, but for the ids. */
  readonly statement: Statement;
  readonly leftOutNames: NameRedactor | undefined;
  readonly looked: Looked;
}

function conclude(before: Imported, { imported, files }: ReadGoing, { decision, rules, statement, leftOutNames, looked }: Decided): Chosen {
  const { timeline } = before;
  const redacted = rules.redacted?.redactor;
  const hidden = [redacted, leftOutNames].filter((one) => one !== undefined);
  const wasAt = actsByPlace(timeline);
  const idNow = idsNow(imported.timeline.acts, wasAt);
  const going = new Set(imported.timeline.acts.flatMap(({ sources }) => sources.map(placeOf)));
  const staysBehind = timeline.acts.filter(({ sources }) => !sources.some((span) => going.has(placeOf(span))));
  const acts = { file: 0, person: 0, time: 0, act: 0 };
  // What lies inside something that is left out stays behind with it.
  for (const act of staysBehind) acts[decision.because.get(act) ?? "act"]++;
  const names = namesOf(timeline.acts, rules.people);
  const found = (isOne: (act: TimelineAct) => boolean): readonly NamedAct[] =>
    imported.timeline.acts.filter(isOne).map((act) => {
      const { id, source } = wasAt.get(placeOf(act.source)) ?? act;
      return { id, file: source.within?.[0]?.name ?? source.name };
    });
  return {
    goes: imported,
    staysBehind: staysBehind.map(({ versionOf: _, records: __, ...act }) => act).sort(createOrderOfTime(timeline.acts)),
    files,
    told: {
      acts,
      people: rules.people.length,
      times: rules.times.map(leftOutTimeText),
      ...(looked.membersGone.length > 0 && { members: looked.membersGone.length }),
      ...(redacted && {
        redacted: { names: rules.redacted?.each.length ?? 0, acts: countHolding(imported.timeline.acts, wasAt, redacted) },
      }),
    },
    statement: withIdsNow(statement, idNow),
    idNow,
    holdsName: (text) => hidden.some((one) => one.holds(text) || one.holdsNear(text) || holdsNearly(text, one)),
    nearlyNaming: redacted ? found((act) => textsOf(act).some((text) => holdsNearly(text, redacted))) : [],
    nearlyNamed: [
      ...new Set(files.flatMap(({ name, within = [], withheld }) => (withheld ? [] : [name, ...within.map((one) => one.name)]))),
    ].filter((name) => hidden.some((one) => holdsNearly(name, one))),
    heldTwice: timeline.acts.filter(
      (act) => !decision.because.has(act) && act.sources.some(({ name, within }) => rules.files.has(within?.[0]?.name ?? name)),
    ).length,
    unseen: looked.unseen,
    membersNaming: looked.membersGone.filter(({ isNaming }) => isNaming).map(({ name }) => name),
    naming: found(
      ({ text, subject, attachments, entry, sources }) =>
        holdsName(
          [text ?? "", subject ?? "", ...attachments.flatMap(attachmentTexts), ...(entry === undefined ? [] : entryTexts(entry))].join(
            "\n",
          ),
          names,
        ) || sources.some((span) => looked.actsNaming.has(placeOf(span))),
    ),
    passedOn: found(({ sources }) => sources.some((span) => looked.passedOn.has(placeOf(span)))),
    namedOutside: looked.namedOutside,
    namedInTheirs: filesNamingInTheirs(before, rules.people, { statement, going: imported.timeline.acts }),
  };
}

function holdsNearly(text: string, { holdsInLongerWord, holdsLike }: NameRedactor): boolean {
  return holdsInLongerWord(text) || holdsLike(text);
}

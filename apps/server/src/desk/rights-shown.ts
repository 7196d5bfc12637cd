import {
  type BesideRights,
  type CaseState,
  type LoggedLook,
  type RightsRequest,
  type ToldLook,
  decidedOf,
  heldPersons,
  isAnswerAgreed,
  toldLooks,
  undecidedOf,
  whyNotGiven,
} from "@unmask/case";
import { lawInForce, openQuestions } from "@unmask/law";
import { readEntry } from "../access-log/entry.ts";
import { asMachine } from "../access/as-machine.ts";
import type { DeskCall } from "../access/desk-route.ts";
import { readForceLaw } from "../sql/case/force-law.ts";
import { looksAtPersons } from "../sql/case/looks-at-person.ts";
import { dayOnTheWall } from "./clock-words.ts";

/** What a person asked of the force about themselves, as its page shows it (docs/formats/subject-access.md). */

/** Lines of one thing that the page shows; all of them go. */
const mostLines = 60;
/** Questions of the law on which an answer rests. */
const questions = ["access-limit", "access-grounds", "access-looks"];

/** What it is made of. */
export interface RightsFrom {
  readonly beside: BesideRights;
  readonly state: CaseState;
  readonly nameOf: (officer: string) => string;
  /** What is shown of each request in other cases, by its number. */
  readonly across: ReadonlyMap<string, object>;
}

/** The requests of a case and everything that is held in it. */
export function rightsShown(from: RightsFrom, officer: string): object {
  const { state, nameOf } = from;
  const { held, reports, ofOrders } = from.beside;
  const copies = new Map(state.disclosures.items.map(({ item, of, copies: cut }) => [of, { item, cut: cut.at(-1) }]));
  return {
    persons: heldPersons({ persons: state.persons, reports, ofOrders }).map((id) => ({ id, says: sayPerson(state, id, ofOrders) })),
    held: held.map(({ key, kind, knowing, since, by, lines, isWithdrawn }) => {
      const copy = copies.get(key);
      return {
        of: key,
        ...{ kind, knowing, since, by: nameOf(by), isWithdrawn },
        lines: lines?.slice(0, mostLines) ?? null,
        moreLines: Math.max(0, (lines?.length ?? 0) - mostLines),
        copy:
          copy?.cut === undefined
            ? null
            : { number: copy.cut.number, item: copy.item, isAgreed: copy.cut.readings.at(-1)?.agrees === true },
      };
    }),
    requests: state.rights.map((request) => requestShown(request, from, officer)),
  };
}

function requestShown(request: RightsRequest, { state, beside, nameOf, across }: RightsFrom, officer: string): object {
  const { identity, looks, ended, readings, given, newest } = request;
  const { held } = beside;
  const why = whyNotGiven(request, state, beside);
  return {
    ...{ request: request.request, who: request.who, authority: request.authority ?? null, says: request.says },
    is: request.is.map((id) => ({ id, says: sayPerson(state, id, beside.ofOrders) })),
    ...{ received: request.received, answerBy: request.answerBy ?? null, happened: request.happened, by: nameOf(request.by) },
    identity: identity && { shown: identity.shown, how: identity.how, by: nameOf(identity.by), happened: identity.happened },
    decided: held.flatMap(({ key }) => {
      const one = decidedOf(request, key);
      if (one === undefined) return [];
      const { decision, copy, ground, reason, stays, told, happened, by } = one;
      return [
        {
          of: key,
          decision,
          copy: copy ?? null,
          ground: ground ?? null,
          reason,
          stays: stays ?? null,
          told: told ?? null,
          happened,
          by: nameOf(by),
        },
      ];
    }),
    undecided: undecidedOf(request, held).length,
    looks: looks && { tells: looks.tells, names: looks.names, reason: looks.reason, by: nameOf(looks.by), happened: looks.happened },
    newest,
    isAgreed: isAnswerAgreed(request),
    isOwn: request.decided.some(({ by }) => by === officer) || looks?.by === officer,
    readings: readings.map((one) => ({
      of: one.of,
      agrees: one.agrees,
      says: one.says ?? null,
      by: nameOf(one.by),
      happened: one.happened,
    })),
    given: given.map((one) => ({
      number: one.number,
      to: one.to,
      how: one.how,
      form: one.form,
      sha256: one.sha256,
      left: one.left ?? null,
      by: nameOf(one.by),
      happened: one.happened,
    })),
    ended: ended && { reason: ended.reason, by: nameOf(ended.by), happened: ended.happened },
    whyNot: why?.says ?? null,
    across: across.get(request.request) ?? { carried: [], could: [] },
  };
}

/** How a person of a case is named on the page: "Leila Ashworth", "who reported in R-2100", "Simon Thwaite, in the order SPO-26-012". */
export function sayPerson({ persons }: Pick<CaseState, "persons">, id: string, ofOrders: BesideRights["ofOrders"]): string {
  const known = persons.find(({ person }) => person === id)?.name;
  if (known !== undefined) return known;
  const [report, as] = id.split("/");
  const isReporter = as === "reporter" || as === "for";
  const inOrder = isReporter ? undefined : ofOrders.find((one) => one.id === id)?.name;
  if (inOrder !== undefined) return `${inOrder}, in the order ${report ?? ""}`;
  return as === undefined ? id : `${as === "for" ? "for whom it was reported" : "who reported"} in ${report ?? ""}`;
}

/** Questions of the law that nobody here answered, or what the force confirmed of each. */
export async function lawOfRights({ tx, parts, now }: DeskCall<unknown>): Promise<readonly object[]> {
  const { answers } = lawInForce(await readForceLaw(tx, parts.force.id), dayOnTheWall(now));
  return openQuestions().flatMap(({ id, jurisdiction, question, default: careful }) => {
    if (jurisdiction !== "EW" || !questions.includes(id)) return [];
    const answer = answers.get(`EW/${id}`);
    return [
      {
        id,
        question,
        careful,
        confirmed: answer === undefined ? null : { says: answer.says, by: answer.confirmedBy, on: answer.confirmedOn },
      },
    ];
  });
}

/**
 * Who looked at the person of a request, as it is told: of every case of this force that the log names them in by one of their ids. Officers are named once
 * two people decided it: until a second person agreed with the answer that tells them, nobody reads names out of the log here. `until`: the number of the
 * last entry that counts, where it was told before. Looks that waited for their number when it went have one below that of its own entry, and count in none.
 */
export async function looksToldOf(
  call: DeskCall<unknown>,
  { case: ref }: Pick<CaseState, "case">,
  { request, until = Infinity }: { readonly request: RightsRequest; readonly until?: number | undefined },
): Promise<{ readonly looks: readonly ToldLook[]; readonly until: number }> {
  const { tx, parts } = call;
  const persons = request.is.map((id) => (id.includes("/") ? id : `${ref}/${id}`));
  const rows = (await asMachine(tx, call, () => looksAtPersons(tx, persons))).filter(({ number }) => number <= until);
  // One look at a case in which they stand under two ids is two entries alike, and is told once.
  const looks = new Map<string, { readonly look: LoggedLook; readonly times: Map<string, number> }>();
  for (const { entry, name } of rows) {
    const read = readEntry(entry);
    if (!read.ok) throw new Error("the log wrote what is no entry");
    const { at, op, role, reason, result, force, what, case: ofCase, person } = read.value;
    if (force !== parts.force.id) continue;
    const look = { at, op, role, reason, name, isRefused: result === "refused" };
    const key = JSON.stringify([look, what, ofCase]);
    const { times } = looks.get(key) ?? { times: new Map<string, number>() };
    looks.set(key, { look, times: times.set(person ?? "", (times.get(person ?? "") ?? 0) + 1) });
  }
  const entries = [...looks.values()].flatMap(({ look, times }) => Array.from({ length: mostOf(times.values()) }, () => look));
  return {
    looks: toldLooks(entries, request.looks?.names === true && isAnswerAgreed(request)),
    until: rows.at(-1)?.number ?? 0,
  };
}

function mostOf(counts: Iterable<number>): number {
  let most = 0;
  for (const one of counts) most = Math.max(most, one);
  return most;
}

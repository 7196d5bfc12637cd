import { type ContactDetail, createContactFinder } from "../disclosure/contact-inside.ts";
import type { HeldThing } from "../disclosure/held-things.ts";
import type { BodyOf } from "../event.ts";
import type { CaseState } from "../fold/case-state.ts";
import { isAgreed } from "../fold/disclosures.ts";
import { type RightsRequest, decidedOf, isAnswerAgreed } from "../fold/rights.ts";
import type { NamedPerson } from "../rights/named-people.ts";
import { nameKey } from "../person/name-key.ts";
import { createWithheldFinder } from "../withheld/withheld-finder.ts";
import { type Command, type Refusal, refuse } from "./command.ts";

/** What a command about a person's rights is held against beside the case. */
export interface BesideRights {
  readonly held: readonly HeldThing[];
  /** Reports of the case, and those that are read as one with one of them. */
  readonly reports: readonly string[];
  /** How each person is reached whose report is or was in the case, by that report; whom an order binds, by the id under which they are held. */
  readonly contactOf: ReadonlyMap<string, readonly ContactDetail[]>;
  /** Everybody whom the case or one of those reports ever named. */
  readonly named: readonly NamedPerson[];
  /** Everybody whom an order of the case ever named. */
  readonly ofOrders: readonly NamedPerson[];
}

/** Why a request is not written, decided, read or answered (docs/formats/subject-access.md): nothing goes before a second person read it. */
export function refusedRights(command: Command, state: CaseState, beside: BesideRights): Refusal | undefined {
  switch (command.kind) {
    case "rights-asked":
      return askedRefuses(command.body, state, beside);
    case "rights-identity":
    case "rights-looks":
    case "rights-ended":
      return openRequest(state, command.body.request).refused;
    case "rights-decided": {
      const { request, refused } = openRequest(state, command.body.request);
      return request === undefined ? refused : decidedRefuses(command.body, request, state, beside);
    }
    case "rights-read": {
      const { request, refused } = openRequest(state, command.body.request);
      return request === undefined ? refused : readRefuses(command.body, command.by, request, beside);
    }
    case "rights-given": {
      const { request, refused } = openRequest(state, command.body.request);
      return request === undefined ? refused : whyNotGiven(request, state, beside);
    }
    default:
      return undefined;
  }
}

/** Ids under which somebody of a case can be held: its people, who reported in its reports, and whom its orders name. */
export function heldPersons({
  persons,
  reports,
  ofOrders,
}: Pick<CaseState, "persons"> & Pick<BesideRights, "reports" | "ofOrders">): readonly string[] {
  const ofReports = reports.flatMap((report) => [`${report}/reporter`, `${report}/for`]);
  return [...new Set([...persons.map(({ person }) => person), ...ofReports, ...ofOrders.map(({ id }) => id)])];
}

function askedRefuses(
  { request, across, is }: BodyOf<"rights-asked">,
  state: CaseState,
  { reports, ofOrders }: Pick<BesideRights, "reports" | "ofOrders">,
): Refusal | undefined {
  if (across !== undefined && state.rights.some((one) => one.across === across && one.ended === null))
    return refuse("carried-already", "This request stands in this case already.", "rights-decided");
  const next = `SA-${state.rights.length + 1}`;
  if (request !== next) return refuse("request-number", `The next request is ${next}.`, "rights-asked");
  const known = heldPersons({ persons: state.persons, reports, ofOrders });
  const stranger = is.find((one) => !known.includes(one));
  return stranger === undefined
    ? undefined
    : refuse("not-of-case", "One of these is nobody of this case. Say under which id the person is held here.", "person-in-role");
}

function openRequest({ rights }: CaseState, number: string): { readonly request?: RightsRequest; readonly refused?: Refusal } {
  const request = rights.find((one) => one.request === number);
  if (request === undefined) return { refused: refuse("no-request", "There is no request of this number in this case.", "rights-asked") };
  if (request.ended !== null)
    return { refused: refuse("ended", "This request was taken back. A new one is written anew.", "rights-asked") };
  return { request };
}

/** Things of which nothing is decided yet. */
export function undecidedOf(request: Pick<RightsRequest, "decided">, held: readonly HeldThing[]): readonly HeldThing[] {
  return held.filter(({ key }) => decidedOf(request, key) === undefined);
}

function decidedRefuses(
  body: BodyOf<"rights-decided">,
  request: RightsRequest,
  state: CaseState,
  beside: BesideRights,
): Refusal | undefined {
  const things = body.of.map((key) => beside.held.find((one) => one.key === key));
  if (things.includes(undefined)) return refuse("not-held", "Nothing of this case is held under one of these numbers.");
  if (body.told === true && body.ground === undefined)
    return refuse("no-ground", "Say the ground that the person is told for what is withheld.", "rights-decided");
  const refuses = createGoing(request, state, beside);
  for (const thing of things) {
    const refused = thing && refuses(body, thing);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

/**
 * Why what was decided of a thing does not go so: the copy is not the newest that was read, or another person stands in what the person is sent. Asked when
 * it is decided, and again when it goes: people tell more of themselves, and copies are cut anew.
 */
function createGoing(
  request: RightsRequest,
  { disclosures }: CaseState,
  { contactOf, named, ofOrders }: BesideRights,
): (decision: Decision, thing: HeldThing) => Refusal | undefined {
  // Of a report its reporter is reached so, and not the person for whom they report. Another report can have told the same of the same person.
  const isOwn = (of: string): boolean => request.is.includes(of) || request.is.includes(`${of}/reporter`);
  const detailsOf = (isOwned: boolean) => [...contactOf].flatMap(([report, all]) => (isOwn(report) === isOwned ? all : []));
  const reached = createContactFinder(detailsOf(false), detailsOf(true));
  const names = createWithheldFinder(otherNames(request, [...named, ...ofOrders]).map((name) => [name]));
  return (decision, { key, lines }) => {
    const isCopy = decision.decision === "copy";
    const cut = isCopy ? disclosures.items.find((one) => one.of === key)?.copies.at(-1) : undefined;
    if (isCopy && (cut === undefined || cut.number !== decision.copy))
      return refuse(
        "no-copy",
        "There is no newest copy of this number of this thing. It is cut on the page of what is held.",
        "disclosure-cut",
      );
    if (cut !== undefined && !isAgreed(cut))
      return refuse("copy-not-read", "A second person has not read that copy yet.", "disclosure-read");
    const goes = cut !== undefined ? [...cut.lines, ...cut.taken.map(({ what }) => what)] : goesWhole(decision, lines);
    // Over all lines: a name and an address can begin in one and end in the next.
    const whole = goes.join("\n");
    const found = reached.firstIn(whole);
    if (found !== undefined)
      return refuse(
        "another-reached",
        `How another person is reached stands in it: ${found.field}. Give a copy without it.`,
        "disclosure-cut",
      );
    return decision.stays === undefined && names.spansIn(whole).length > 0
      ? refuse(
          "another-named",
          "The name of another person of the case stands in it. Give a copy without it, or say why it may stay.",
          "disclosure-cut",
        )
      : undefined;
  };
}

type Decision = Pick<BodyOf<"rights-decided">, "decision" | "copy" | "stays" | "told" | "ground">;

/** What of it the person is sent where no copy goes. */
function goesWhole({ decision, told, ground }: Decision, lines: HeldThing["lines"]): readonly string[] {
  if (decision === "give") return lines ?? [];
  return decision === "withhold" && told === true && ground !== undefined ? [ground] : [];
}

/** Names of people who are not the person that asks. */
function otherNames({ is, who, authority }: RightsRequest, named: readonly NamedPerson[]): readonly string[] {
  const own = new Set(named.flatMap(({ id, name }) => (is.includes(id) ? [nameKey(name)] : [])));
  if (authority === undefined) own.add(nameKey(who));
  return [...new Set(named.flatMap(({ name }) => (own.has(nameKey(name)) ? [] : [name])))];
}

function readRefuses({ of }: BodyOf<"rights-read">, by: string, request: RightsRequest, { held }: BesideRights): Refusal | undefined {
  if (of !== request.newest || of === 0)
    return refuse("not-newest", "Something was decided since, or nothing was. Read the answer as it stands now.", "rights-decided");
  const open = undecidedOf(request, held).length;
  if (open > 0) return refuse("not-all-decided", sayUndecided(open), "rights-decided");
  const isOwn = request.decided.some((one) => one.by === by) || request.looks?.by === by;
  if (isOwn) return refuse("own-decision", "You decided a part of this answer yourself, so somebody else must read it.", "rights-read");
  return request.readings.some((one) => one.of === of)
    ? refuse("read-already", "A second person has read the answer as it stands.", "rights-given")
    : undefined;
}

/** Why the answer does not go yet; undefined: it may. */
export function whyNotGiven(request: RightsRequest, state: CaseState, beside: BesideRights): Refusal | undefined {
  const { held } = beside;
  if (request.ended !== null) return refuse("ended", "This request was taken back.", "rights-asked");
  if (request.identity?.shown !== true)
    return refuse("identity", "Whether they are who they say is not shown. Nothing went.", "rights-identity");
  const open = undecidedOf(request, held).length;
  if (open > 0) return refuse("not-all-decided", `${sayUndecided(open)} Nothing went.`, "rights-decided");
  if (!isAnswerAgreed(request))
    return refuse("second-person", "A second person must read the answer as it stands now, and agree. Nothing went.", "rights-read");
  const refuses = createGoing(request, state, beside);
  for (const thing of held) {
    const decision = decidedOf(request, thing.key);
    const refused = decision && refuses(decision, thing);
    if (refused !== undefined) return { ...refused, says: `Decide ${thing.key} anew, ${thing.kind}. ${refused.says} Nothing went.` };
  }
  return undefined;
}

function sayUndecided(open: number): string {
  return open === 1 ? "Of 1 thing that is held nothing is decided." : `Of ${open} things that are held nothing is decided.`;
}

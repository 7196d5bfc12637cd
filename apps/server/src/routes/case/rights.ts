import { type ReadValue, type Result, failed, fault, flag, list, object, ok, oneOf, parseSha256, count, text } from "@unmask/core";
import {
  type CaseEvent,
  type CaseState,
  type AnswerPart,
  type EventKind,
  type OperationId,
  type RightsAnswer,
  type RightsRequest,
  answerJson,
  answerPaper,
  decidedOf,
  foldCase,
  isAnswerAgreed,
  rightsAnswer,
  rightsForms,
  whyNotGiven,
} from "@unmask/case";
import { bytesToHex, sha256HexOf, textToBytes } from "@unmask/seal";
import {
  type DeskAnswer,
  type DeskCall,
  type DeskRoute,
  type WrittenBefore,
  answerAsBefore,
  deskRoute,
  noBody,
  refuseByState,
} from "../../access/desk-route.ts";
import { recipientOf } from "../../access/recipient.ts";
import { sayOpen } from "../../desk/event-words.ts";
import { findCase, readCase } from "../../desk/find-case.ts";
import { heldInCase } from "../../desk/held-in-case.ts";
import { personsOfCase } from "../../desk/persons-shown.ts";
import { readCommand } from "../../desk/read-command.ts";
import { type CarriedIn, acrossShown, carriedIn, ownCases } from "../../desk/rights-across.ts";
import { lawOfRights, looksToldOf, rightsShown } from "../../desk/rights-shown.ts";
import { type Wanted, runCommand } from "../../desk/run-command.ts";
import { london } from "../../orders/london-zone.ts";
import { readStream } from "../../sql/case/case-events.ts";
import { casesOfOfficer } from "../../sql/case/membership.ts";
import { namesOfOfficers } from "../../sql/case/officers.ts";

/** A person asks what is held about them and who looked (docs/formats/subject-access.md). */

/** Cases of one list. */
const mostCases = 200;

const ofCase = ({ params }: { readonly params: Readonly<Record<string, string>> }) => ({ case: params["case"] ?? "" });
const nothingThere = { status: 404, body: { says: "Nothing was written in this case yet." }, shown: [] } as const;

/** The requests in the cases that an officer is on, those that wait first. */
export const rightsList: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/rights",
  operation: "see-rights",
  body: noBody,
  run: async (call) => {
    const { tx, parts, officer, now } = call;
    const refs = await casesOfOfficer(tx, { force: parts.force.id, officer: officer.id, limit: mostCases + 1 });
    const requests: object[] = [];
    for (const ref of refs.slice(0, mostCases)) {
      const found = await readCase(call, ref);
      for (const one of found?.state.rights ?? []) requests.push({ case: ref, ...lineOf(one) });
    }
    return { body: { now, requests, moreCases: Math.max(0, refs.length - mostCases) }, shown: [] };
  },
});

function lineOf(request: RightsRequest): object {
  const { received, answerBy, identity, given, ended, happened } = request;
  return {
    ...{ request: request.request, across: request.across ?? null, received, answerBy: answerBy?.day ?? null, happened },
    isShown: identity?.shown === true,
    isAgreed: isAnswerAgreed(request),
    isGiven: given.length > 0,
    isEnded: ended !== null,
  };
}

/** The requests of one case, and all that is held in it. */
export const rightsOfCase: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/cases/:case/rights",
  operation: "see-rights",
  about: ofCase,
  body: noBody,
  run: async (call) => {
    const found = await findCase(call);
    if (found === undefined) return nothingThere;
    const { state } = found;
    const beside = await heldInCase(call, found);
    const nameOf = await namesOfOfficers(call.tx, call.parts.force.id);
    const among = state.rights.length === 0 ? [] : await ownCases(call, "see-rights");
    const across = new Map<string, object>();
    const also: { readonly case: string; readonly person: string }[] = [];
    for (const request of state.rights) {
      const one = await acrossShown(call, { ...found, ofOrders: beside.ofOrders }, { request, among });
      across.set(request.request, one.shown);
      for (const look of one.also) also.push(look);
    }
    return {
      body: {
        now: call.now,
        case: state.case,
        saw: state.number,
        law: await lawOfRights(call),
        ...rightsShown({ state, beside, nameOf, across }, call.officer.id),
      },
      shown: personsOfCase(found),
      entry: { item: "what people ask about themselves" },
      also,
    };
  },
});

/** Who looked at the person of a request, as it would be told: read before it is decided whether it is. */
export const rightsLooks: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/cases/:case/rights/:request/looks",
  operation: "see-rights",
  about: ofCase,
  body: noBody,
  run: async (call) => {
    const found = await findCase(call);
    const request = found === undefined ? undefined : requestIn(found.state, call);
    if (found === undefined || request === undefined) return noRequest;
    return {
      body: { looks: (await looksToldOf(call, found.state, { request })).looks },
      shown: personsOfCase(found),
      entry: { item: `who looked, ${request.request}` },
    };
  },
});

const noRequest = { status: 404, body: { says: "There is no request of this number in this case." }, shown: [] } as const;

function requestIn({ rights }: CaseState, { params }: Pick<DeskCall<unknown>, "params">): RightsRequest | undefined {
  return rights.find(({ request }) => request === params["request"]);
}

const writes: readonly (readonly [EventKind, string, OperationId])[] = [
  ["rights-asked", "ask", "answer-rights"],
  ["rights-identity", "identity", "answer-rights"],
  ["rights-decided", "decide", "answer-rights"],
  ["rights-looks", "tell-looks", "answer-rights"],
  ["rights-ended", "end", "answer-rights"],
  ["rights-read", "read", "release-rights"],
];

/** What is written of it, one route for each kind: `{saw, happened?, words?, …}` as elsewhere in a case. */
export const rightsWritten: readonly DeskRoute[] = writes.map(([kind, path, operation]) =>
  deskRoute({
    method: "POST",
    path: `/desk/cases/:case/rights/${path}`,
    operation,
    about: ofCase,
    body: kind === "rights-asked" ? (value, at) => readCommand(kind)(withNumber(value), at) : readCommand(kind),
    run: writeRights,
  }),
);

/** Stands for the next number, where a request has none yet. */
const nextRequest = "SA-0";

function withNumber(value: unknown): unknown {
  return typeof value === "object" && value !== null && !("request" in value) ? { ...value, request: nextRequest } : value;
}

async function writeRights(call: DeskCall<Wanted>): Promise<DeskAnswer> {
  const found = await findCase(call);
  if (found === undefined) return nothingThere;
  const { state } = found;
  const { intent } = call.body;
  const complete = async (): Promise<Wanted["intent"]> =>
    intent.kind === "rights-asked"
      ? { ...intent, body: { ...intent.body, request: numberIn(state, intent.body.request), across: bytesToHex(call.parts.random(16)) } }
      : intent;
  const isNew = intent.kind === "rights-asked" && intent.body.request === nextRequest;
  const given = intent.kind === "rights-asked" ? ["across", ...(isNew ? ["request"] : [])] : [];
  const written = await runCommand(call, { of: "case", id: state.case }, { ...call.body, given, complete });
  const last = written.at(-1)?.number ?? call.body.saw;
  return { body: { saw: last }, shown: personsOfCase(found), entry: { item: `${intent.kind} ${last}` } };
}

function numberIn({ rights }: Pick<CaseState, "rights">, request: string): string {
  return request === nextRequest ? `SA-${rights.length + 1}` : request;
}

const readCarried = object(({ must }) => ({
  saw: must("saw", count),
  from: must(
    "from",
    object((of) => ({ case: of.must("case", text), request: of.must("request", text) })),
  ),
  is: must("is", (value, path) => {
    const ids = list(text)(value, path);
    return ids.length === 0 ? fault(path, "names nobody") : ids;
  }),
}));

/**
 * Carries a request of another case of the officer's into this one, as it was asked there, with how it was checked who they are. What this case holds is
 * decided by itself.
 */
export const rightsCarried: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/cases/:case/rights/carry",
  operation: "answer-rights",
  about: ofCase,
  body: readCarried,
  run: async (call) => {
    const { saw, from, is } = call.body;
    const here = await findCase(call);
    const there = (await ownCases(call, "see-rights")).find(({ state }) => state.case === from.case);
    const request = there?.state.rights.find((one) => one.request === from.request && one.ended === null);
    if (here === undefined || request?.across === undefined) return noRequest;
    const { who, authority, says, received, answerBy, across, identity } = request;
    const before = carriedBefore(here.events, { saw, by: call.officer.id, across, is });
    if (before !== undefined) return answerAsBefore(before);
    const stream = { of: "case", id: here.state.case } as const;
    const number = numberIn(here.state, nextRequest);
    const asked = {
      request: number,
      across,
      who,
      says,
      received,
      is,
      ...(authority !== undefined && { authority }),
      ...(answerBy && { answerBy }),
    };
    const asking = { saw, intent: { kind: "rights-asked" as const, body: asked } };
    const first = (await runCommand(call, stream, asking)).at(-1)?.number ?? saw;
    const checked = { kind: "rights-identity", body: { request: number, shown: true, how: identity?.how ?? "" } } as const;
    const then = identity?.shown === true ? await runCommand(call, stream, { saw: first, intent: checked }) : [];
    const last = then.at(-1)?.number ?? first;
    return { body: { saw: last }, shown: personsOfCase(here), entry: { item: `rights-asked ${last}` } };
  },
});

/** What was written when the same was carried before: nothing came after it but what was carried with it. */
function carriedBefore(
  events: readonly CaseEvent[],
  sent: { readonly saw: number; readonly by: string; readonly across: string; readonly is: readonly string[] },
): WrittenBefore | undefined {
  const event = events.find((one) => one.kind === "rights-asked" && one.body.across === sent.across && one.number > sent.saw);
  const last = events.at(-1);
  if (event?.kind !== "rights-asked" || last === undefined) return undefined;
  const isSame = event.by === sent.by && event.body.is.join("\n") === sent.is.join("\n");
  return isSame && last.by === event.by && last.recorded === event.recorded ? { event, saw: last.number } : undefined;
}

/** Letters of why the rest goes before. */
const longestWhy = 2_000;

const whyLeft: ReadValue<string> = (value, path) => {
  const words = text(value, path).trim();
  return words === "" || words.length > longestWhy ? fault(path, `is empty, or longer than ${longestWhy}`) : words;
};

const readGiven = object(({ must, may }) => ({
  saw: must("saw", count),
  to: must("to", text),
  how: must("how", text),
  form: must("form", oneOf(rightsForms)),
  ...may(
    "left",
    object((of) => ({ told: of.must("told", flag), reason: of.must("reason", whyLeft) })),
  ),
}));

/**
 * Hands out the answer of every case in which the request is decided and that the officer may hand out, as one: that it went is written in each of them
 * and in the log with the hash of it, and only then is there a file. Where a case is not decided yet, it is said whether the person is told so.
 */
export const rightsGiven: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/cases/:case/rights/:request/give",
  operation: "give-rights",
  about: ofCase,
  body: readGiven,
  run: async (call) => {
    const found = await findCase(call);
    const request = found === undefined ? undefined : requestIn(found.state, call);
    if (found === undefined || request === undefined) return noRequest;
    const { state } = found;
    const { saw, form } = call.body;
    const [to, how] = [recipientOf(call.body.to), recipientOf(call.body.how)];
    if (to === undefined || how === undefined) return sayWhoAndHow;
    const { left } = call.body;
    // Asked first: what is decided in other cases since says nothing about what went.
    const went = request.given.find((one) => isSameGiven(one, { by: call.officer.id, saw, to, how, form, left }));
    const before = found.events.find(({ number }) => number === went?.number);
    if (before !== undefined) return answerAsBefore({ event: before, saw: before.number });
    const beside = await heldInCase(call, found);
    const others = await carriedIn(call, state, { request, among: await ownCases(call, "give-rights") });
    const going = others.filter((one) => whyNotGiven(one.request, one.state, one.beside) === undefined);
    const open = others.filter((one) => !going.includes(one));
    if (open.length > 0 && left === undefined) return refuseByState(sayOpenParts(open));
    const ofOthers: CountedPart[] = [];
    for (const one of going) ofOthers.push(await partAt(call, one));
    const parts = inOneOrder(await partAt(call, { state, request, beside }), ofOthers);
    // What goes is made of what stands before it went; a command that is refused undoes all of it.
    const answer = rightsAnswer({
      ...{ force: call.parts.force.name, parts, madeAt: call.now, to },
      open: left?.told === true ? open.length : 0,
    });
    const sha256 = sha256HexOf(textToBytes(answerJson(answer)));
    const hash = parseSha256(sha256);
    if (hash === undefined) throw new Error("a hash is one");
    const looksUntil = parts.reduce((last, { until }) => Math.max(last, until), 0);
    const body = { to, how, form, sha256: hash, looksUntil, ...(open.length > 0 && left && { left: { cases: open.length, ...left } }) };
    const gave = (number: string) => ({ kind: "rights-given" as const, body: { request: number, ...body } });
    await runCommand(call, { of: "case", id: state.case }, { saw, intent: gave(request.request) });
    for (const one of going)
      await runCommand(call, { of: "case", id: one.state.case }, { saw: one.state.number, intent: gave(one.request.request) });
    return {
      body: {},
      shown: personsOfCase(found),
      // Whoever asked, by the ids under which the case holds them: no entry of the log holds a name, and the case says who received it until it is erased.
      entry: { recipients: request.is, item: `answer to ${request.request}`, sha256 },
      also: alsoWent(going, sha256),
      file: fileOf(call, request, { answer, form, sha256 }),
    };
  },
  again: (call, { event }) => givenAgain(call, event.number),
});

/** Who sends that an answer goes, on what they saw, and what they say of it. */
type SentGiven = Pick<RightsRequest["given"][number], "by" | "to" | "how" | "form"> & {
  readonly saw: number;
  readonly left?: { readonly told: boolean; readonly reason: string } | undefined;
};

/**
 * Whether this is what went when the same was sent before. Made at another moment it has another hash: the same to the same person is the same answer. Where
 * everything was decided, nothing stands of why the rest goes before.
 */
function isSameGiven(one: RightsRequest["given"][number], { saw, left, ...sent }: SentGiven): boolean {
  const isSaid = one.by === sent.by && one.to === sent.to && one.how === sent.how && one.form === sent.form;
  return one.number > saw && isSaid && (one.left === undefined || (one.left.told === left?.told && one.left.reason === left.reason));
}

/** An answer that went, as the file that went. One that did not go is handed out to nobody. */
export const rightsAnswerFile: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/cases/:case/rights/:request/given/:number/file",
  operation: "give-rights",
  about: ofCase,
  body: noBody,
  run: (call) => givenAgain(call, Number(call.params["number"])),
});

/**
 * The answer that went with an event, made again of what stood before it went. What it was made of can be gone since, as a case that the officer came off:
 * then there is no file, rather than another under the hash of the first. Nor is there one where it may not go any more as it was: the first may have
 * reached nobody, and somebody can have told since that they are reached at what stands in it.
 */
async function givenAgain(call: DeskCall<unknown>, number: number): Promise<DeskAnswer> {
  const found = await findCase(call);
  const then =
    found &&
    foldCase(
      found.state.case,
      found.events.filter((one) => one.number < number),
    );
  const request = then && requestIn(then, call);
  const event = found?.events.find((one) => one.number === number);
  if (found === undefined || then === undefined || request === undefined) return noRequest;
  if (event?.kind !== "rights-given" || event.body.request !== request.request)
    return { status: 404, body: { says: "No answer to this request went under this number." }, shown: [] };
  const { to, form, sha256, left, looksUntil: until } = event.body;
  const here = { request, state: then, beside: await heldInCase(call, found) };
  mustStillGo(here, found.state);
  const others = await carriedIn(call, then, { request, among: await ownCases(call, "give-rights") });
  const going: CarriedIn[] = [];
  const ofOthers: CountedPart[] = [];
  for (const one of others) {
    const { state, beside } = one;
    const events = await readStream(call.tx, call.parts.force.id, { of: "case", id: state.case });
    const went = events.find((one) => one.kind === "rights-given" && one.body.sha256 === sha256);
    if (went === undefined) continue;
    const there = foldCase(
      state.case,
      events.filter((one) => one.number < went.number),
    );
    const same = there.rights.find((one) => one.across === request.across && one.ended === null);
    if (same === undefined) continue;
    const part = { request: same, state: there, beside };
    mustStillGo(part, state);
    going.push(one);
    ofOthers.push(await partAt(call, { ...part, until }));
  }
  const parts = inOneOrder(await partAt(call, { ...here, until }), ofOthers);
  const answer = rightsAnswer({
    ...{ force: call.parts.force.name, parts, madeAt: event.recorded, to },
    open: left?.told === true ? left.cases : 0,
  });
  if (sha256HexOf(textToBytes(answerJson(answer))) !== sha256)
    return refuseByState({
      rule: "not-the-same",
      says: "What this answer was made of is not all there any more, or not to you. Made now it would be another than the one that went.",
      allows: "Hand the answer out anew.",
    });
  return {
    body: {},
    shown: personsOfCase(found),
    entry: { op: "disclose", recipients: request.is, item: `answer to ${request.request}`, sha256 },
    also: alsoWent(going, sha256),
    file: fileOf(call, request, { answer, form, sha256 }),
  };
}

/** Entries of the other cases whose things an answer holds, each time that it is handed out. */
function alsoWent(going: readonly CarriedIn[], sha256: string): NonNullable<DeskAnswer["also"]> {
  return going.flatMap((one) => {
    const { request, is: recipients } = one.request;
    return personsOfCase(one).map((person) => ({ case: one.state.case, person, recipients, item: `answer to ${request}`, sha256 }));
  });
}

/**
 * Refuses an answer that went where it may not go so any more: something was decided anew, a copy of it was cut anew, who the person is is not shown, or
 * another is reached or named in it.
 */
function mustStillGo({ request, state, beside }: Pick<CarriedIn, "request" | "state" | "beside">, now: CaseState): void {
  const same = now.rights.find((one) => one.request === request.request);
  const held = beside.held.filter(({ key }) => decidedOf(request, key) !== undefined);
  const decided = (of: RightsRequest): string => JSON.stringify([of.looks, held.map(({ key }) => decidedOf(of, key))]);
  if (same === undefined || decided(same) !== decided(request))
    return refuseByState({
      rule: "decided-anew",
      says: "Something of this answer was decided anew since it went. It does not go again as it was.",
      allows: "Hand the answer out anew.",
    });
  // What was written since is in no answer that went before.
  const stands = { ...state, disclosures: now.disclosures };
  const why = whyNotGiven({ ...request, ended: same.ended, identity: same.identity }, stands, { ...beside, held });
  return why === undefined ? undefined : refuseByState({ rule: why.rule, says: why.says, allows: sayOpen(why.allows) });
}

/** What a case gives to an answer, with the last entry of the log that its looks count. */
type CountedPart = AnswerPart & { readonly case: string; readonly until: number };

/** In order of the numbers of their cases: made again in any of them, an answer is the same. */
function inOneOrder(own: CountedPart, others: readonly CountedPart[]): readonly [CountedPart, ...CountedPart[]] {
  const [first = own, ...rest] = [own, ...others].toSorted((one, other) => (one.case < other.case ? -1 : 1));
  return [first, ...rest];
}

/** What a case gives to an answer. `until`: the last entry that counts, where the answer was made once. */
async function partAt(
  call: DeskCall<unknown>,
  { state, request, beside, until }: Pick<CarriedIn, "state" | "request" | "beside"> & { readonly until?: number | undefined },
): Promise<CountedPart> {
  const told = request.looks?.tells === true ? await looksToldOf(call, state, { request, until }) : { looks: [], until: 0 };
  return { case: state.case, request, held: beside.held, disclosures: state.disclosures, ...told };
}

/** It goes to the person: no number of a case stands on it. */
function fileOf(
  call: DeskCall<unknown>,
  { request }: Pick<RightsRequest, "request">,
  { answer, form, sha256 }: { readonly answer: RightsAnswer; readonly form: (typeof rightsForms)[number]; readonly sha256: string },
): NonNullable<DeskAnswer["file"]> {
  return {
    name: `answer-${request}.${form === "json" ? "json" : "pdf"}`,
    read: async () => (form === "json" ? ok(textToBytes(answerJson(answer))) : paperOf(call, answer, sha256)),
  };
}

const sayWhoAndHow = {
  status: 400,
  body: { says: "Say who receives it, and how, in a line each. Nothing was handed out." },
  shown: [],
} as const;

/** Which cases are not decided, each with what it lacks: nothing went. */
function sayOpenParts(open: readonly CarriedIn[]): { readonly rule: string; readonly says: string; readonly allows: string } {
  const each = open.map(({ state, request, beside }) => `Case ${state.case}: ${whyNotGiven(request, state, beside)?.says ?? ""}`);
  return {
    rule: "left-undecided",
    says: `The same request is not decided everywhere. ${each.join(" ")} Nothing went.`,
    allows: "Decide it there, or say why the rest goes before and whether the person is told that a part is not decided yet.",
  };
}

async function paperOf(
  { parts }: Pick<DeskCall<unknown>, "parts">,
  answer: RightsAnswer,
  sha256: string,
): Promise<Result<Uint8Array, string>> {
  const made = await parts.papers.make(answerPaper(answer, { sha256, zone: london }), ["pdf"]);
  if (!made.ok) return made;
  const pdf = made.value.get("pdf");
  return pdf === undefined ? failed("The paper could not be set. The answer as JSON can be handed out.") : ok(pdf.bytes);
}

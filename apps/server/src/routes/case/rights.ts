import { type Result, failed, object, ok, oneOf, parseSha256, count, text } from "@unmask/core";
import {
  type CaseState,
  type EventKind,
  type OperationId,
  type RightsAnswer,
  type RightsRequest,
  answerJson,
  answerPaper,
  isAnswerAgreed,
  rightsAnswer,
  rightsForms,
} from "@unmask/case";
import { sha256HexOf, textToBytes } from "@unmask/seal";
import { type DeskAnswer, type DeskCall, type DeskRoute, deskRoute, noBody } from "../../access/desk-route.ts";
import { findCase, readCase } from "../../desk/find-case.ts";
import { heldInCase } from "../../desk/held-in-case.ts";
import { personsOfCase } from "../../desk/persons-shown.ts";
import { readCommand } from "../../desk/read-command.ts";
import { lawOfRights, looksToldOf, rightsShown } from "../../desk/rights-shown.ts";
import { type Wanted, runCommand } from "../../desk/run-command.ts";
import { london } from "../../orders/london-zone.ts";
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
    ...{ request: request.request, received, answerBy: answerBy?.day ?? null, happened },
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
    const { held } = await heldInCase(call, state);
    const nameOf = await namesOfOfficers(call.tx, call.parts.force.id);
    return {
      body: {
        now: call.now,
        case: state.case,
        saw: state.number,
        law: await lawOfRights(call),
        ...rightsShown({ state, held, nameOf }, call.officer.id),
      },
      shown: personsOfCase(state),
      entry: { item: "what people ask about themselves" },
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
      body: { looks: await looksToldOf(call, found.state, request) },
      shown: personsOfCase(found.state),
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
  const numbered =
    intent.kind === "rights-asked" && intent.body.request === nextRequest
      ? { ...intent, body: { ...intent.body, request: `SA-${state.rights.length + 1}` } }
      : intent;
  const written = await runCommand(call, { of: "case", id: state.case }, { ...call.body, intent: numbered });
  const last = written.at(-1)?.number ?? call.body.saw;
  return { body: { saw: last }, shown: personsOfCase(state), entry: { item: `${intent.kind} ${last}` } };
}

const readGiven = object(({ must }) => ({
  saw: must("saw", count),
  to: must("to", text),
  how: must("how", text),
  form: must("form", oneOf(rightsForms)),
}));

/** Hands out the answer: that it went is written in the case and in the log with the hash of it, and only then is there a file. */
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
    const [to, how] = [call.body.to.trim(), call.body.how.trim()];
    if (to === "" || how === "") return { status: 400, body: { says: "Say who receives it, and how." }, shown: [] };
    const { held } = await heldInCase(call, state);
    const looks = request.looks?.tells === true ? await looksToldOf(call, state, request) : [];
    const { disclosures } = state;
    // What goes is made of what stands before it went; a command that is refused undoes all of it.
    const answer = rightsAnswer({ force: call.parts.force.name, request, held, disclosures, looks, madeAt: call.now, to });
    const json = textToBytes(answerJson(answer));
    const sha256 = sha256HexOf(json);
    const hash = parseSha256(sha256);
    if (hash === undefined) throw new Error("a hash is one");
    const body = { request: request.request, to, how, form, sha256: hash };
    await runCommand(call, { of: "case", id: state.case }, { saw, intent: { kind: "rights-given", body } });
    return {
      body: {},
      shown: personsOfCase(state),
      // Whoever asked, by the ids under which the case holds them: no entry of the log holds a name, and the case says who received it until it is erased.
      entry: { recipients: request.is, item: `answer to ${request.request}`, sha256 },
      file: {
        name: `${state.case}-${request.request}.${form === "json" ? "json" : "pdf"}`,
        read: async () => (form === "json" ? ok(json) : paperOf(call, answer, sha256)),
      },
    };
  },
});

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

import { count, failed, list, object, ok, parseCivilDay, text } from "@unmask/core";
import { type BagPart, type CaseState, type Referral, bagText, consentOf, whyBagStays, whyNothingGoes } from "@unmask/case";
import { openQuestions, supportShown } from "@unmask/law";
import { base64ToBytes, bytesToBase64, plainAead, sealWhole, sha256HexOf, textToBytes } from "@unmask/seal";
import { type DeskCall, type DeskRoute, deskRoute, noBody, refuseByState } from "../../access/desk-route.ts";
import { dayOnTheWall } from "../../desk/clock-words.ts";
import { sayOpen } from "../../desk/event-words.ts";
import { findCase } from "../../desk/find-case.ts";
import { personsOfCase } from "../../desk/persons-shown.ts";
import { referralsShown } from "../../desk/referrals-shown.ts";
import { runCommand } from "../../desk/run-command.ts";
import type { ForceService } from "../../force/force-service.ts";
import { namesOfOfficers } from "../../sql/case/officers.ts";

/**
 * Referrals of a case to services that support her (docs/formats/case-event.md). What she said, what a service answered and that it was in touch stand in
 * case-commands.ts; here is what is shown, and what goes: a bag of exactly the parts that were chosen, sealed to the recipient of that service.
 */

/** Bytes of a bag's text: its event is read whole at each look at the case. */
const mostPlain = 64 * 1024;

const ofCase = ({ params }: { readonly params: Readonly<Record<string, string>> }) => ({ case: params["case"] ?? "" });

/** The referrals, to whom a bag can be sealed, the directory of today, and what is not clear of the Code's days. */
export const referralsOfCase: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/cases/:case/referrals",
  operation: "read-case",
  about: ofCase,
  body: noBody,
  run: async (call) => {
    const { tx, parts, now } = call;
    const found = await findCase(call);
    if (found === undefined) return { status: 404, body: { says: "Nothing was written in this case yet." }, shown: [] };
    const { state, rules, reports, joined } = found;
    const services = await parts.services.list();
    const nameOf = await namesOfOfficers(tx, parts.force.id);
    const { code } = rules.law;
    const today = parseCivilDay(dayOnTheWall(now));
    const doubt = openQuestions().find(({ id, jurisdiction }) => id === "days-of-the-code" && jurisdiction === code);
    const body = {
      saw: state.number,
      referrals: referralsShown(state, { rules, now, nameOf }),
      reports: [...reports, ...joined].map(({ report, who }) => ({ report, ...(who?.name !== undefined && { name: who.name }) })),
      services: services.map(({ id, name, recipient, checkedOn, source }) => ({ id, name, recipient, checkedOn, checkedHow: source })),
      directory: today === undefined ? [] : supportShown(code, today, services.map(withoutRecipient)),
      doubt: doubt === undefined ? null : `${doubt.question} Until that is known, ${doubt.default}.`,
    };
    return { body, shown: personsOfCase(found) };
  },
});

function withoutRecipient({ recipient: _, ...service }: ForceService) {
  return service;
}

/** `parts`: each by its name in the consent, with the words that go. */
const readBag = object(({ must }) => ({
  saw: must("saw", count),
  referral: must("referral", text),
  parts: must("parts", list(object((one) => ({ what: one.must("what", text), says: one.must("says", text) })))),
}));

/** Seals a bag and writes what exactly is in it, in one transaction; what may not go is refused before anything is written. It is handed out by `referralBag`. */
export const referralSealed: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/cases/:case/referrals/seal",
  operation: "share-with-service",
  about: ofCase,
  body: readBag,
  run: async (call) => {
    const found = await findCase(call);
    const referral = found && referralIn(found.state, call.body.referral);
    if (found === undefined || referral === undefined) return notThere;
    const { saw, parts } = call.body;
    refuseWhere(whyNothingGoes(referral, call.now));
    const service = await serviceOf(call, referral);
    const bag = referral.bags.length + 1;
    const sealed = await sealBag(call, { referral, parts, bag, recipient: service.recipient });
    if (!sealed.ok) return { status: 400, body: { says: sealed.error }, shown: [] };
    const { bytes, sha256 } = sealed.value;
    const body = {
      ...{ referral: referral.referral, bag, what: parts, recipient: service.recipient },
      ...{ size: bytes.length, sha256, sealed: bytesToBase64(bytes) },
    };
    // Sealed anew it has other bytes: the same words to the same service are the same bag.
    const given = ["bag", "size", "sha256", "sealed"];
    const sent = { saw, intent: { kind: "referral-sent", body }, given } as const;
    const written = await runCommand(call, { of: "case", id: found.state.case }, sent);
    const entry = { recipients: [`service ${service.id}`], item: `${referral.referral} bag ${bag}`, sha256 };
    return { body: { saw: written.at(-1)?.number ?? saw, bag, sha256 }, shown: personsOfCase(found), entry };
  },
  again: async (_, { event, saw }) => {
    const sent = event.kind === "referral-sent" ? { bag: event.body.bag, sha256: event.body.sha256 } : {};
    return { body: { saw, ...sent }, shown: [] };
  },
});

/** A bag that was sealed, as a file: for as long as she has not taken it back and its time has not ended. */
export const referralBag: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/cases/:case/referrals/:referral/bags/:bag",
  operation: "share-with-service",
  about: ofCase,
  body: noBody,
  run: async (call) => {
    const { params } = call;
    const found = await findCase(call);
    const referral = found && referralIn(found.state, params["referral"] ?? "");
    const bag = referral?.bags.find((one) => String(one.bag) === params["bag"]);
    if (found === undefined || referral === undefined || bag === undefined) return notThere;
    refuseWhere(whyBagStays(referral, bag, call.now));
    const sent = found.events.find(({ number }) => number === bag.number);
    const bytes = sent?.kind === "referral-sent" ? base64ToBytes(sent.body.sealed) : undefined;
    if (bytes === undefined) return notThere;
    return {
      body: {},
      shown: personsOfCase(found),
      entry: { recipients: [`service ${referral.service ?? ""}`.trim()], item: `${referral.referral} bag ${bag.bag}`, sha256: bag.sha256 },
      file: { name: `${referral.referral}-bag-${bag.bag}.txt.age`, read: async () => ok(bytes) },
    };
  },
});

const notThere = { status: 404, body: { says: "There is no such referral in this case." }, shown: [] } as const;

function referralIn({ referrals }: Pick<CaseState, "referrals">, id: string): Referral | undefined {
  return referrals.find(({ referral }) => referral === id);
}

/** Refuses with what went, where nothing may go any more. */
function refuseWhere(refused: ReturnType<typeof whyNothingGoes>): void {
  if (refused !== undefined) refuseByState({ rule: refused.rule, says: refused.says, allows: sayOpen(refused.allows) });
}

/** The service as the administrator loaded it, under the id that she consented to: a name is no address. */
async function serviceOf({ parts }: Pick<DeskCall<unknown>, "parts">, { service, name }: Referral): Promise<ForceService> {
  const there = (await parts.services.list()).find(({ id }) => id === service);
  // She consented to a service by its name: another under the same id is not it.
  if (there !== undefined && there.name !== name)
    return refuseByState({
      rule: "another-service",
      says: `She consented to ${name}; under its id ${there.name} stands now. Nothing was sealed.`,
      allows: "Ask her whether it may go there, as a referral of its own.",
    });
  if (there !== undefined) return there;
  return refuseByState({
    rule: "no-recipient",
    says: `${name} has given this force no recipient that something could be sealed to. Nothing was sealed.`,
    allows: "Ask the administrator to load it (unmask force services), or reach the service as the directory says.",
  });
}

interface ToSeal {
  readonly referral: Referral;
  readonly parts: readonly { readonly what: string; readonly says: string }[];
  readonly bag: number;
  readonly recipient: string;
}

async function sealBag({ parts: desk, params, now }: DeskCall<unknown>, { referral, parts, bag, recipient }: ToSeal) {
  const consent = consentOf(referral);
  const limits = new Map(consent?.scope.map(({ what, says }) => [what, says]));
  const withLimits = parts.map((part): BagPart => {
    const limit = limits.get(part.what);
    return limit === undefined ? part : { ...part, limit };
  });
  const of = {
    ...{ force: desk.force.name, case: params["case"] ?? "", referral: referral.referral, bag, service: referral.name },
    ...{ day: dayOnTheWall(now), until: consent?.until ?? "" },
  };
  const plain = textToBytes(bagText(of, withLimits));
  if (plain.length > mostPlain) return failed<string>(`A bag holds at most ${mostPlain} bytes of words. Nothing was sealed.`);
  const bytes = await sealWhole(plain, { recipients: [recipient], aead: plainAead });
  return ok({ bytes, sha256: sha256HexOf(bytes) });
}

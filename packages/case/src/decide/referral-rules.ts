import { type Instant, daysFromCivil, parseCivilDay } from "@unmask/core";
import type { BodyOf } from "../event.ts";
import { dayInWords, londonDay } from "../clock/london.ts";
import type { CaseState } from "../fold/case-state.ts";
import { type Referral, answerOf, consentOf, thingsOf } from "../fold/referrals.ts";
import { type Command, type Refusal, refuse } from "./command.ts";

/** Why nothing goes to a service that supports her: nothing goes without her consent, not asked is no, and what was taken back stays so. */
export function refusedReferral(command: Command, state: CaseState, reports: readonly string[], now: Instant): Refusal | undefined {
  switch (command.kind) {
    case "referral-consent":
      return consentRefuses(command, command.body, state, reports);
    case "referral-sent": {
      const referral = found(command.body.referral, state);
      return referral === undefined ? notThere() : (whyNothingGoes(referral, now) ?? bagRefuses(command.body, referral));
    }
    case "referral-answered": {
      const referral = found(command.body.referral, state);
      if (referral === undefined) return notThere();
      return referral.bags.length === 0
        ? refuse("nothing-went", "Nothing went to this service yet, so it has nothing to answer.", "referral-sent")
        : undefined;
    }
    case "referral-contacted":
      return found(command.body.referral, state) === undefined ? notThere() : undefined;
    case "referral-withdrawn": {
      const referral = found(command.body.referral, state);
      if (referral === undefined) return notThere();
      return consentOf(referral) === undefined
        ? refuse("withdrawn-already", `It was taken back already. Nothing goes. ${sayWent(referral)}`)
        : undefined;
    }
    default:
      return undefined;
  }
}

/** Why nothing may go for this referral at this moment, whatever it is; undefined: something may, by her answers. A bag that was sealed is held against the same. */
export function whyNothingGoes(referral: Referral, now: Instant): Refusal | undefined {
  const consent = consentOf(referral);
  if (consent === undefined) {
    const day = dayOf(referral.withdrawals.at(-1)?.happened ?? now);
    return refuse(
      "withdrawn",
      `The consent was taken back on ${day}. Nothing new goes to ${referral.name}. ${sayWent(referral)}`,
      "referral-consent",
    );
  }
  const until = parseCivilDay(consent.until);
  if (until !== undefined && londonDay(now) > daysFromCivil(until))
    return refuse(
      "consent-ended",
      `The consent was until the end of ${dayInWords(daysFromCivil(until))}. Ask again before anything goes. ${sayWent(referral)}`,
      "referral-consent",
    );
  const answer = answerOf(referral);
  return answer?.answer === "declined" && answer.number > consent.number
    ? refuse(
        "declined",
        `${referral.name} declined on ${dayOf(answer.happened)}. Nothing more goes there on this consent.`,
        "referral-consent",
      )
    : undefined;
}

/** Why a bag that was sealed is not handed out: what is open for the referral, and that the consent that stands is the one it was sealed by. */
export function whyBagStays(referral: Referral, bag: Referral["bags"][number], now: Instant): Refusal | undefined {
  const nothing = whyNothingGoes(referral, now);
  if (nothing !== undefined) return nothing;
  return (consentOf(referral)?.number ?? 0) > bag.number
    ? refuse(
        "older-than-consent",
        `Bag ${bag.bag} was sealed before the consent that stands. What is agreed now may be less: seal a new one.`,
        "referral-sent",
      )
    : undefined;
}

function consentRefuses(
  { happened }: Pick<Command, "happened">,
  { referral: id, of, service, name, until }: BodyOf<"referral-consent">,
  state: CaseState,
  reports: readonly string[],
): Refusal | undefined {
  if (of !== undefined && !reports.includes(of))
    return refuse(
      "whose-consent",
      `${of} is no report of this case, nor read as one with it. Say whose consent it is.`,
      "referral-consent",
    );
  if (of === undefined && reports.length > 1)
    return refuse(
      "whose-consent",
      `This case holds what ${reports.length} reports told: say of which report the person is who consents. Nobody consents for another.`,
      "referral-consent",
    );
  const before = found(id, state);
  if (before !== undefined && (before.name !== name || before.service !== service || before.of !== of))
    return refuse(
      "another-service",
      `${id} is a referral to ${before.name}. Consent is of one person to one service: begin another referral.`,
      "referral-consent",
    );
  const back = before?.withdrawals.at(-1);
  if (back !== undefined && happened <= back.happened)
    return refuse(
      "older-than-withdrawal",
      `The consent was taken back on ${dayOf(back.happened)}, after this. The old one is not used again: ask anew.`,
      "referral-consent",
    );
  const last = parseCivilDay(until);
  return last !== undefined && daysFromCivil(last) < londonDay(happened)
    ? refuse(
        "until-past",
        "The last day of the consent lies before the day on which it was given. Look at the day and the year.",
        "referral-consent",
      )
    : undefined;
}

function bagRefuses({ what, bag }: BodyOf<"referral-sent">, referral: Referral): Refusal | undefined {
  const next = referral.bags.length + 1;
  if (bag !== next) return refuse("bag-number", `The next bag of this referral is bag ${next}.`, "referral-sent");
  const scope = consentOf(referral)?.scope ?? [];
  for (const part of what) {
    const asked = scope.find((one) => one.what === part.what);
    if (asked?.answer === "no") return refuse("said-no", `“${part.what}”: the answer was no. Nothing was sealed.`, "referral-consent");
    if (asked?.answer !== "yes")
      return refuse("not-asked", `“${part.what}”: nobody asked for it, so it is no. Ask first. Nothing was sealed.`, "referral-consent");
  }
  return undefined;
}

/** "Went: “Her name”, bag 1 of Thu 19 Nov 2026." */
function sayWent(referral: Referral): string {
  const went = thingsOf(referral).flatMap(({ what, went: bags }) =>
    bags.length === 0 ? [] : [`“${what}”, ${bags.map(({ bag, happened }) => `bag ${bag} of ${dayOf(happened)}`).join(" and ")}`],
  );
  return went.length === 0 ? "Nothing had gone." : `What went cannot be called back: ${went.join("; ")}.`;
}

function found(id: string, { referrals }: Pick<CaseState, "referrals">): Referral | undefined {
  return referrals.find(({ referral }) => referral === id);
}

function notThere(): Refusal {
  return refuse(
    "no-referral",
    "There is no referral of this number in this case. Nothing goes without the person’s consent.",
    "referral-consent",
  );
}

function dayOf(instant: Instant): string {
  return dayInWords(londonDay(instant));
}

import { type CaseState, type DutyRules, type Referral, answerOf, consentOf, contactClock, thingsOf, whyNothingGoes } from "@unmask/case";
import type { Instant } from "@unmask/core";

/** Referrals of a case as their page shows them: what she said, in her words, what went and when, and what may still go. */

/** What they are shown by. */
export interface ReferralsShownBy {
  readonly rules: DutyRules;
  readonly now: Instant;
  readonly nameOf: (officer: string) => string;
}

/** All of a case, as they began. */
export function referralsShown(state: Pick<CaseState, "referrals" | "status">, by: ReferralsShownBy): readonly object[] {
  return state.referrals.map((one) => referralShown(one, state, by));
}

function referralShown(referral: Referral, state: Pick<CaseState, "status">, { rules, now, nameOf }: ReferralsShownBy): object {
  const { consents, withdrawals, bags, answers, contacts } = referral;
  const named = <T extends { readonly by: string }>(one: T): T => ({ ...one, by: nameOf(one.by) });
  const closed = whyNothingGoes(referral, now);
  const clock = contactClock(referral, state, rules, now);
  const answer = answerOf(referral);
  return {
    referral: referral.referral,
    name: referral.name,
    of: referral.of ?? null,
    service: referral.service ?? null,
    standing: standingOf(referral, closed?.rule),
    whyNothing: closed?.says ?? null,
    consents: consents.map(named),
    withdrawals: withdrawals.map(named),
    things: thingsOf(referral),
    bags: bags.map(named),
    answer: answer === undefined ? null : named(answer),
    answers: answers.map(named),
    contacts: contacts.map(named),
    clock: clock === undefined ? null : { ...clock.duty, days: clock.days },
  };
}

/** In one word; a consent that ended and one that was taken back are two things. */
function standingOf(referral: Referral, rule: string | undefined): "open" | "nothing-went" | "withdrawn" | "ended" | "declined" {
  if (consentOf(referral) === undefined) return "withdrawn";
  if (rule === "declined") return "declined";
  if (rule !== undefined) return "ended";
  return referral.bags.length === 0 ? "nothing-went" : "open";
}

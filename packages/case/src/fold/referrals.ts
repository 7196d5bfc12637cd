import type { BodyOf, CaseEvent } from "../event.ts";
import type { AskedOf } from "../event/of-referrals.ts";
import { type At, atOf } from "./event-at.ts";

/** One referral of one person to one service, as its events make it: nothing that was said or went is ever struck. */
export interface Referral {
  readonly referral: string;
  readonly name: string;
  readonly service?: string;
  readonly of?: string;
  /** What she said, the newest last. */
  readonly consents: readonly (BodyOf<"referral-consent"> & At)[];
  readonly withdrawals: readonly (BodyOf<"referral-withdrawn"> & At)[];
  readonly bags: readonly (Omit<BodyOf<"referral-sent">, "sealed"> & At)[];
  readonly answers: readonly (BodyOf<"referral-answered"> & At)[];
  readonly contacts: readonly (BodyOf<"referral-contacted"> & At)[];
}

/** The consent that stands; undefined once she took it back, until she consents anew. */
export function consentOf({ consents, withdrawals }: Pick<Referral, "consents" | "withdrawals">): Referral["consents"][number] | undefined {
  const newest = consents.at(-1);
  const back = withdrawals.at(-1);
  return newest !== undefined && back !== undefined && back.number > newest.number ? undefined : newest;
}

/** What the service said of the consent that stands, or stood last: an answer to an older one answers nothing that was asked since. */
export function answerOf({ answers, consents }: Pick<Referral, "answers" | "consents">): Referral["answers"][number] | undefined {
  const since = consents.at(-1)?.number ?? 0;
  return answers.findLast(({ number }) => number > since) ?? answers.findLast(({ answer }) => answer === "accepted");
}

/** One thing that was asked of her, with the bags in which it went. */
export interface SharedThing extends AskedOf {
  readonly went: readonly Pick<Referral["bags"][number], "bag" | "happened">[];
}

/** Everything that she was asked of, or that went, in the order in which it first stood: by the newest consent. What it leaves out was not asked, so it is no. */
export function thingsOf({ consents, bags }: Pick<Referral, "consents" | "bags">): readonly SharedThing[] {
  const newest = consents.at(-1)?.scope ?? [];
  const names = [...newest, ...consents.flatMap(({ scope }) => scope), ...bags.flatMap(({ what }) => what)].map(({ what }) => what);
  return [...new Set(names)].map((what) => ({
    ...(newest.find((one) => one.what === what) ?? { what, answer: "not-asked" }),
    went: bags.filter((bag) => bag.what.some((part) => part.what === what)).map(({ bag, happened }) => ({ bag, happened })),
  }));
}

/** After one more event. */
export function referralsAfter(referrals: readonly Referral[], event: CaseEvent): readonly Referral[] {
  const at = atOf(event);
  const change = (id: string, part: (one: Referral) => Partial<Referral>): readonly Referral[] =>
    referrals.map((one) => (one.referral === id ? { ...one, ...part(one) } : one));
  switch (event.kind) {
    case "referral-consent": {
      const consent = { ...event.body, ...at };
      const { referral, name, service, of } = event.body;
      if (referrals.some((one) => one.referral === referral)) return change(referral, (one) => ({ consents: [...one.consents, consent] }));
      const whose = { ...(service !== undefined && { service }), ...(of !== undefined && { of }) };
      const none = { withdrawals: [], bags: [], answers: [], contacts: [] };
      return [...referrals, { referral, name, ...whose, consents: [consent], ...none }];
    }
    case "referral-sent": {
      const { sealed: _, ...bag } = event.body;
      return change(bag.referral, (one) => ({ bags: [...one.bags, { ...bag, ...at }] }));
    }
    case "referral-answered":
      return change(event.body.referral, (one) => ({ answers: [...one.answers, { ...event.body, ...at }] }));
    case "referral-contacted":
      return change(event.body.referral, (one) => ({ contacts: [...one.contacts, { ...event.body, ...at }] }));
    case "referral-withdrawn":
      return change(event.body.referral, (one) => ({ withdrawals: [...one.withdrawals, { ...event.body, ...at }] }));
    default:
      return referrals;
  }
}

import { type Instant, dayIn } from "@unmask/core";
import { sayShortDay } from "@unmask/words";
import type { AskedOf, Referral, Referrals, Thing } from "../desk/referral.ts";
import { sayCivilDay } from "../parts/civil-day.ts";
import { sayWhen, zone } from "../parts/say-when.ts";

/** Words of a referral, as they stand on its page and as the person reads them. */

/** In the list of referrals: how it stands. */
export function sayStanding({ standing, withdrawals, consents, answer, bags }: Referral, now: Instant): string {
  switch (standing) {
    case "withdrawn":
      return `taken back ${sayWhen(withdrawals.at(-1)?.happened ?? now, now)}`;
    case "ended":
      return `its time ended with ${sayCivilDay(consents.at(-1)?.until ?? "")}`;
    case "declined":
      return `declined by the service ${sayWhen(answer?.happened ?? now, now)}`;
    case "nothing-went":
      return "agreed, nothing went yet";
    case "open":
      return `${bags.length === 1 ? "one bag" : `${bags.length} bags`}, until ${sayCivilDay(consents.at(-1)?.until ?? "")}`;
  }
}

/** Her answer to one thing: "yes: text only"; what nobody asked is no. */
export function sayAnswer({ answer, says }: AskedOf): string {
  if (answer === "not-asked") return "not asked, so no";
  return says === undefined ? answer : `${answer}: ${says}`;
}

/** What went of one thing, and when; and why no more does. */
export function sayWent({ went, answer }: Thing, { standing }: Pick<Referral, "standing">): string {
  if (went.length > 0) return `went ${went.map(({ bag, happened }) => `${sayShortDay(dayIn(zone, happened))}, bag ${bag}`).join("; ")}`;
  if (answer !== "yes") return "never went";
  return standing === "open" || standing === "nothing-went" ? "did not go yet" : "never went, and stays here";
}

/** "4 of 7 things. Until Sun 31 Jan 2027." */
export function sayScope(scope: readonly AskedOf[], until: string): string {
  const yes = scope.filter(({ answer }) => answer === "yes").length;
  return `Yes to ${yes} of ${scope.length} things. Until ${sayCivilDay(until)}.`;
}

/** What the person will read once it ended: what went, what did not, and that it can begin again. What went cannot be called back, and they are told so. */
export function wordsOfEnd({ name, things, bags }: Pick<Referral, "name" | "things" | "bags">): string {
  const went = things.filter((one) => one.went.length > 0).map(({ what }) => lower(what));
  const not = things.filter((one) => one.went.length === 0).map(({ what }) => lower(what));
  return [
    `Nothing more goes to ${name}.`,
    went.length === 0
      ? "Nothing had gone to them."
      : `They had: ${went.join("; ")}. What went cannot be called back. We are asking what they do with it.`,
    ...(not.length === 0 || bags.length === 0 ? [] : [`They did not have: ${not.join("; ")}.`]),
    "You can start again at any time, or choose someone else.",
  ].join(" ");
}

/** Said to the service by voice or in writing: no reason, and what is asked of it. */
export function wordsToService({ referral, bags }: Pick<Referral, "referral" | "bags">): string {
  const held =
    bags.length === 0
      ? ""
      : ` You have ${bags.length === 1 ? "one bag" : `${bags.length} bags`} from us: tell us what you do with what you hold.`;
  return `${referral} has ended today. Please do not write or ring on it any more.${held}`;
}

/** The entry of the directory a referral is to, and the recipient of the force, where it has one. */
export function recipientOf({ service }: Pick<Referral, "service">, { services }: Pick<Referrals, "services">) {
  return services.find(({ id }) => id === service);
}

function lower(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

import type { OrderEventKind } from "../order-event.ts";

/** English of what is written of an order, for conflicts and refusals. */

/** What somebody did, what is open instead, and what was tried where that is said otherwise; what only the machine writes is never offered. */
const wordsOf: Readonly<
  Record<OrderEventKind, { readonly did: string } & ({ readonly can: string; readonly tried?: string } | { readonly tried: string })>
> = {
  "application-begun": { did: "began to consider an order", can: "consider an order" },
  "order-typed": { did: "typed in an order from its copy", can: "type in an order from its copy" },
  "subject-changed": { did: "wrote what is known of the subject", can: "write what is known of the subject" },
  "subject-read": {
    did: "read what was written of the subject since the court had it",
    can: "have another person read what was written of the subject",
    tried: "read what was written of the subject",
  },
  "not-pursued": { did: "wrote that no order is pursued", can: "write why no order is pursued" },
  "criterion-written": { did: "wrote a criterion", can: "write the criterion" },
  "link-written": { did: "wrote why this force may apply", can: "write why this force may apply" },
  "protected-named": { did: "named somebody who is to be protected", can: "name who is to be protected" },
  "protected-removed": { did: "took somebody out who was to be protected", can: "take somebody out who was to be protected" },
  "condition-written": { did: "wrote a condition", can: "write the condition" },
  "condition-removed": { did: "took a condition out", can: "take the condition out" },
  "prompt-answered": { did: "answered about religion, work or education", can: "answer about religion, work and education" },
  "period-proposed": { did: "proposed how long it lasts", can: "propose how long it lasts" },
  "interim-wanted": { did: "wrote whether an interim order is asked for", can: "write whether an interim order is asked for" },
  "pair-settled": { did: "settled two conditions beside one another", can: "settle the two conditions" },
  "bundle-made": { did: "made the papers for the court", can: "make the papers for the court" },
  "sent-to-second": { did: "sent it to a second person", can: "send it to a second person" },
  "taken-back": { did: "took it back", can: "take it back" },
  "criterion-read": { did: "read a criterion", can: "read the criterion" },
  "draft-returned": { did: "returned it", can: "return it, with a reason" },
  authorised: { did: "authorised it", can: "have another person authorise it", tried: "authorise it" },
  lodged: { did: "wrote that it was lodged", can: "write that it was lodged" },
  withdrawn: { did: "wrote that it was withdrawn", can: "write that it was withdrawn" },
  "court-day": { did: "wrote down a day in court", can: "write down a day in court" },
  "court-result": { did: "wrote down what the court did", can: "write down what the court did" },
  "result-confirmed": { did: "read the copy of a result", can: "have another person read the copy", tried: "read the copy of a result" },
  "result-sent-back": { did: "sent a result back", can: "send the result back" },
  "result-corrected": { did: "corrected a result", can: "correct the result, with a reason" },
  "service-attempted": { did: "wrote down an attempt to serve it", can: "write down an attempt to serve it" },
  "service-evidence": { did: "named evidence of an attempt", can: "name evidence of the attempt" },
  "service-confirmed": { did: "confirmed the service", can: "have another person confirm the service", tried: "confirm the service" },
  "service-sent-back": { did: "sent an attempt back", can: "send the attempt back" },
  "service-withdrawn": { did: "withdrew an attempt", can: "withdraw the attempt, with a reason" },
  "service-disputed": { did: "wrote that the service is disputed", can: "write that the service is disputed" },
  "knew-without-service": { did: "wrote that the order was known without service", can: "write that the order was known without service" },
  attended: { did: "wrote down an attendance", can: "write down an attendance" },
  acknowledged: { did: "wrote down an acknowledgement", can: "write down the acknowledgement" },
  "name-used": { did: "wrote down a name", can: "write down the name" },
  "address-changed": { did: "wrote down a change of address", can: "write down the change of address" },
  "other-register": { did: "wrote down another register", can: "write down the other register" },
  transferred: { did: "wrote down a move to another force", can: "write down the move to another force" },
  "duty-settled": { did: "settled a duty", can: "settle the duty" },
  "duty-settling-read": {
    did: "read what was settled of a duty",
    can: "have another person read what was settled",
    tried: "read what was settled of a duty",
  },
  "reminder-given": { did: "a reminder was given", tried: "give a reminder" },
  "breach-opened": { did: "wrote of a possible breach", can: "open a possible breach" },
  "acts-set-aside": { did: "said that acts are not under it", can: "say that acts are not under it, with a reason" },
  "breach-evidence": { did: "wrote down evidence", can: "write down evidence, and what it does not show" },
  "breach-knew": { did: "wrote how the order was known", can: "write how the order was known" },
  "excuse-asked": { did: "asked about an excuse", can: "ask about an excuse" },
  "excuse-assessed": { did: "assessed the excuse", can: "assess the excuse in words" },
  "breach-kept-open": { did: "kept it open until a day", can: "keep it open until a day" },
  "breach-decided": { did: "decided on a possible breach", can: "decide on it" },
  "breach-decision-read": { did: "read the decision", can: "have another person read the decision", tried: "read the decision" },
  "protected-told": { did: "wrote what a protected person was told", can: "write what a protected person was told" },
  "change-asked": { did: "wrote that a change is asked for", can: "write that a change is asked for" },
  "necessity-read-again": { did: "read the necessity of a condition again", can: "read the necessity of the condition again" },
  "consent-given": { did: "wrote down a consent", can: "write down the consent" },
  "change-sent": { did: "sent a change to a second person", can: "send the change to a second person" },
  "change-authorised": { did: "authorised a change", can: "have another person authorise the change", tried: "authorise the change" },
  "change-returned": { did: "returned a change", can: "return the change" },
  "change-lodged": { did: "wrote that a change was lodged", can: "write that the change was lodged" },
  "change-dropped": { did: "let a change go", can: "let the change go" },
  "appeal-noted": { did: "wrote down an appeal", can: "write down an appeal" },
  "identity-disclosure-decided": { did: "decided whether an identity is told", can: "decide whether an identity is told" },
  "entry-withdrawn": { did: "withdrew an entry", can: "withdraw the entry, with a reason" },
};

/** What somebody did: "wrote a condition". */
export function sayDidToOrder(kind: OrderEventKind): string {
  return wordsOf[kind].did;
}

/** What is open instead, as one sentence; empty where nothing is. */
export function sayOpenOfOrder(kinds: readonly OrderEventKind[]): string {
  const ways = kinds.flatMap((kind) => {
    const words = wordsOf[kind];
    return "can" in words ? [words.can] : [];
  });
  return ways.length === 0 ? "" : `You can ${ways.join(", or ")}.`;
}

/** What somebody tried, after "to": "send it to a second person". */
export function sayTriedOnOrder(kind: OrderEventKind): string {
  const words = wordsOf[kind];
  return "can" in words ? (words.tried ?? words.can) : words.tried;
}

import type { EventKind } from "@unmask/case";

/** English of what was written and of what is open to be written, for conflicts and refusals. */

/** What somebody did, and what somebody can do. Kinds that only the machine writes are never offered. */
const wordsOf: Readonly<Record<EventKind, { readonly did: string; readonly can?: string }>> = {
  "report-received": { did: "the report came in" },
  "letter-read": { did: "its letter could be read" },
  "answer-received": { did: "another letter came in" },
  "pack-opened": { did: "a pack was opened" },
  "report-typed": { did: "typed in the report", can: "type in a report" },
  "report-opened": { did: "read it", can: "open it" },
  "report-taken": { did: "took it", can: "take it" },
  "report-given-back": { did: "gave it back", can: "have it given back" },
  "triage-decided": { did: "wrote a decision", can: "write the decision again" },
  "rule-overridden": { did: "put it into another group", can: "put it into another group" },
  "report-joined": { did: "joined it to another report", can: "join it" },
  "report-parted": { did: "parted it from another report", can: "part them" },
  "sent-to-force": { did: "sent it to another force", can: "send it to another force" },
  "force-has-it": { did: "the other force has it" },
  "referral-made": { did: "wrote of a referral to support", can: "write that the person was referred, or did not want it" },
  "contact-read": {
    did: "read what the person wrote for how they are reached",
    can: "write how the person may be reached, by what they wrote",
  },
  "put-in-case": { did: "put it into a case" },
  "taken-out-of-case": { did: "took it out of its case" },
  "contact-attempted": { did: "wrote down an attempt to reach the person", can: "write down an attempt to reach the person" },
  "entry-withdrawn": { did: "withdrew what was written by mistake", can: "withdraw what was written by mistake" },
  "decision-read": { did: "read a decision", can: "read a decision" },
  "danger-raised": { did: "wrote that somebody is in danger", can: "write that somebody is in danger" },
  "danger-met": { did: "wrote that somebody is there", can: "write that somebody is there" },
  "danger-ended": { did: "ended the danger", can: "end the danger, with a reason" },
  "breach-found": { did: "wrote down a breach", can: "write down a breach" },
  searched: { did: "wrote down a search", can: "write down a search" },
  "risk-answered": { did: "answered prompts", can: "answer the prompts" },
  "instrument-kept": { did: "kept a licensed instrument", can: "keep a licensed instrument" },
  "task-made": { did: "made a task", can: "make a task" },
  "task-done": { did: "ended a task", can: "end a task" },
  "link-suggested": { did: "a link was suggested", can: "suggest a link" },
  "link-decided": { did: "decided on a link", can: "decide on the link" },
  "handover-given": { did: "handed it over", can: "hand it over" },
  "handover-read": { did: "read the handover", can: "read the handover" },
  "case-opened": { did: "opened the case", can: "open a case" },
  "case-taken": { did: "took the case", can: "take the case" },
  "report-added": { did: "added a report", can: "add the report to the case" },
  "report-removed": { did: "took a report out", can: "take the report out of the case" },
  "person-in-role": { did: "wrote down a person’s role", can: "write down a person’s role" },
  "person-out-of-role": { did: "ended a person’s role", can: "end a person’s role" },
  "fact-recorded": { did: "wrote down a fact", can: "write down a fact" },
  "account-recorded": { did: "wrote down an account", can: "write down an account" },
  "inference-recorded": { did: "wrote down a conclusion", can: "write down a conclusion" },
  "enquiry-opened": { did: "opened a line of enquiry", can: "open a line of enquiry" },
  "enquiry-asked": { did: "asked for something", can: "ask for it" },
  "enquiry-answered": { did: "wrote down an answer to an enquiry", can: "write down the answer" },
  "enquiry-ended": { did: "ended a line of enquiry", can: "end the line of enquiry" },
  "decision-written": { did: "wrote a decision", can: "write a decision" },
  "order-considered": { did: "answered whether an order was considered", can: "say whether an order was considered" },
  "recorded-elsewhere": { did: "wrote what is recorded elsewhere", can: "write what is recorded elsewhere" },
  "record-typed": { did: "typed in a log or a recorded crime", can: "type in a log or a recorded crime" },
  "why-not-stalking": { did: "answered “why not stalking”", can: "answer “why not stalking”" },
  "offence-recorded": { did: "recorded what it is", can: "record what it is" },
  "referral-consent": { did: "wrote what a service may be told", can: "ask the person, and write what was answered" },
  "referral-sent": { did: "sealed something for a service", can: "seal something for the service" },
  "referral-answered": { did: "wrote what a service answered", can: "write what the service answered" },
  "referral-contacted": { did: "wrote that a service was in touch", can: "write that the service was in touch" },
  "referral-withdrawn": { did: "wrote that a consent was taken back", can: "write that the consent was taken back" },
  "disclosure-marked": { did: "marked what is held", can: "mark the item" },
  "disclosure-cut": { did: "cut a copy of what is held", can: "have a copy cut" },
  "disclosure-read": { did: "read what was cut", can: "have a second person read it" },
  "disclosure-given": { did: "wrote what was disclosed", can: "write what was disclosed" },
  "disclosure-asked": { did: "wrote what was asked for", can: "write what was asked for" },
  "disclosure-refused": { did: "wrote that something does not go", can: "write why it does not go" },
  "victim-code-event": { did: "wrote what the person is told of", can: "write what the person is told of" },
  "victim-status": { did: "said which rights of the Code hold", can: "say which rights of the Code hold" },
  "update-written": { did: "wrote to the person", can: "write to the person" },
  "asked-her": { did: "asked the person", can: "ask the person" },
  "she-wrote": { did: "the person wrote" },
  "closing-proposed": { did: "proposed to close it", can: "propose to close it" },
  "closing-returned": { did: "did not agree to close it", can: "say why it is not closed" },
  "case-closed": { did: "closed it", can: "close it" },
  "case-reopened": { did: "opened it again", can: "open it again" },
};

/** What is open instead, as one sentence; empty where nothing is. */
export function sayOpen(kinds: readonly EventKind[]): string {
  const ways = kinds.map((kind) => wordsOf[kind].can).filter((one) => one !== undefined);
  return ways.length === 0 ? "" : `You can ${ways.join(", or ")}.`;
}

/** What somebody did: "took it". */
export function sayDid(kind: EventKind): string {
  return wordsOf[kind].did;
}

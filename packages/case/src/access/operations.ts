import type { Relation } from "./relation.ts";
import type { Role } from "./roles.ts";

/**
 * Everything that can be done at the desk, who may do it and in which relation: docs/access.md as data. A route names its operation from
 * this list, so that no route stands outside the matrix.
 */

/** The six kinds of processing that the log must tell apart (Data Protection Act 2018 s62). */
export const processings = ["collect", "alter", "consult", "disclose", "combine", "erase"] as const;

/** One of `processings`. */
export type Processing = (typeof processings)[number];

/** Which reason stands in the log: none; the one given at sign-in; or one given for this act. */
export type ReasonNeeded = "none" | "duty" | "own";

/** The closed list of operations. */
export const operationIds = [
  "sign-in",
  "enrol",
  "see-queue",
  "preview-report",
  "open-report",
  "take-report",
  "answer-risk",
  "decide",
  "approve-decision",
  "type-report",
  "join-reports",
  "send-elsewhere",
  "log-contact",
  "handover",
  "open-case",
  "my-cases",
  "read-case",
  "change-members",
  "bar-officer",
  "change-case",
  "record-crime",
  "write-update",
  "close-case",
  "search-exact",
  "see-link",
  "decide-link",
  "export",
  "download-exhibit",
  "share-with-service",
  "see-orders",
  "read-order",
  "begin-order",
  "write-order",
  "authorise-order",
  "record-court-result",
  "confirm-court-result",
  "record-service",
  "confirm-service",
  "see-register",
  "write-register",
  "record-attendance",
  "settle-duty",
  "decide-breach",
  "change-order",
  "see-look-ahead",
  "decide-identity-disclosure",
  "see-disclosure",
  "mark-disclosure",
  "cut-disclosure",
  "give-disclosure",
  "see-rights",
  "answer-rights",
  "release-rights",
  "give-rights",
  "see-retention",
  "erase-case",
  "see-losses",
  "write-loss",
  "see-supervision",
  "draw-dips",
  "check-dip",
  "reassign",
  "see-learn",
  "publish-edition",
  "ask-officer",
  "break-glass",
  "review-opening",
  "read-log",
  "export-log",
  "ask-why",
  "answer-why",
  "see-law",
  "see-record",
  "give-record",
  "manage-officers",
  "change-settings",
] as const;

/** One of `operationIds`. */
export type OperationId = (typeof operationIds)[number];

/** What is known of one operation. */
export interface Operation {
  /** The infinitive, as a refusal says it: `open a report`. */
  readonly says: string;
  readonly op: Processing;
  readonly reason: ReasonNeeded;
  /** In which relations each role may do it. partial: a role that is not named may never do it. */
  readonly roles: Readonly<Partial<Record<Role, readonly Relation[]>>>;
}

const force: readonly Relation[] = ["force"];
const queue: readonly Relation[] = ["queue"];
const member: readonly Relation[] = ["member"];
const work: readonly Relation[] = ["queue", "member"];
const read: readonly Relation[] = ["member", "opened"];
const readAll: readonly Relation[] = ["queue", "member", "opened"];
const other: readonly Relation[] = ["other"];
const anyCase: readonly Relation[] = ["member", "other"];
/** Any order of the force that is not barred, whether or not its case is this officer's. */
const anyOrder: readonly Relation[] = ["register", "member", "opened"];
const deskAndCase: readonly Relation[] = ["force", "member"];
const deskAndOrders: readonly Relation[] = ["force", ...anyOrder];

const everybody = {
  "contact-handler": force,
  investigator: force,
  supervisor: force,
  "spo-coordinator": force,
  "disclosure-officer": force,
  analyst: force,
  auditor: force,
  administrator: force,
};
const caseworkers = { "contact-handler": force, investigator: force, supervisor: force, "spo-coordinator": force };
const onReports = { "contact-handler": work, investigator: member, supervisor: work };
const onReportsAndOrders = { ...onReports, "spo-coordinator": member };
/** Who keeps the register of the force; an investigator, of the cases that are theirs. */
const keepers = { supervisor: anyOrder, "spo-coordinator": anyOrder };
const onOrders = { investigator: member, ...keepers };
const whoLists = { investigator: force, supervisor: force, "spo-coordinator": force };

/** What is known of each operation. */
export const operations: Readonly<Record<OperationId, Operation>> = {
  "sign-in": { says: "sign in", op: "consult", reason: "duty", roles: everybody },
  enrol: { says: "make a passkey of their own", op: "alter", reason: "none", roles: everybody },
  "see-queue": { says: "see the rows of the queue", op: "consult", reason: "duty", roles: { "contact-handler": force, supervisor: force } },
  "preview-report": { says: "see the preview of a report", op: "consult", reason: "duty", roles: onReports },
  "open-report": {
    says: "open a report",
    op: "consult",
    reason: "own",
    roles: { "contact-handler": readAll, investigator: read, supervisor: readAll, "spo-coordinator": read },
  },
  "take-report": { says: "take a report", op: "alter", reason: "none", roles: onReports },
  "answer-risk": { says: "answer the prompts about danger", op: "alter", reason: "none", roles: onReports },
  decide: { says: "write a decision", op: "alter", reason: "none", roles: onReportsAndOrders },
  "approve-decision": { says: "approve a decision", op: "alter", reason: "own", roles: { supervisor: work } },
  "type-report": {
    says: "type in a report",
    op: "collect",
    reason: "none",
    roles: { "contact-handler": force, investigator: force, supervisor: force },
  },
  "join-reports": { says: "join reports or part them", op: "combine", reason: "own", roles: onReports },
  "send-elsewhere": { says: "send a report to another force", op: "disclose", reason: "own", roles: onReports },
  "log-contact": { says: "write down an attempt to reach somebody", op: "alter", reason: "none", roles: onReportsAndOrders },
  handover: { says: "write or read a handover", op: "alter", reason: "none", roles: caseworkers },
  "open-case": { says: "make a case of a report", op: "alter", reason: "own", roles: { "contact-handler": queue, supervisor: queue } },
  "my-cases": { says: "see the list of their own cases", op: "consult", reason: "duty", roles: { ...caseworkers, analyst: force } },
  "read-case": { says: "read a case", op: "consult", reason: "own", roles: readers() },
  "change-members": { says: "say who is on a case", op: "alter", reason: "own", roles: { investigator: member, supervisor: anyCase } },
  "bar-officer": { says: "close a case to an officer who is in it", op: "alter", reason: "own", roles: { supervisor: anyCase } },
  "change-case": { says: "write in a case", op: "alter", reason: "none", roles: { ...members(), "contact-handler": member } },
  "record-crime": { says: "work out what is recorded", op: "alter", reason: "none", roles: onReports },
  "write-update": { says: "write to the person who reported", op: "disclose", reason: "own", roles: onReportsAndOrders },
  "close-case": { says: "close a case or open it again", op: "alter", reason: "own", roles: { investigator: member, supervisor: member } },
  "search-exact": {
    says: "search for a number, handle or address",
    op: "consult",
    reason: "own",
    roles: { ...caseworkers, analyst: force },
  },
  "see-link": { says: "see a link between reports", op: "combine", reason: "own", roles: { ...onReportsAndOrders, analyst: other } },
  "decide-link": {
    says: "decide on a link",
    op: "combine",
    reason: "own",
    roles: { investigator: member, supervisor: member, analyst: other },
  },
  export: {
    says: "hand out a list or a paper",
    op: "disclose",
    reason: "own",
    roles: { ...members(), supervisor: ["force", "member"], "spo-coordinator": ["force", "member"] },
  },
  "download-exhibit": { says: "take out the file of an exhibit", op: "disclose", reason: "own", roles: members() },
  "share-with-service": {
    says: "share something with a service by the person’s consent",
    op: "disclose",
    reason: "own",
    roles: { ...members(), "contact-handler": member },
  },
  "see-orders": { says: "see the list of orders", op: "consult", reason: "duty", roles: whoLists },
  "read-order": { says: "read an order", op: "consult", reason: "own", roles: { ...keepers, investigator: read } },
  "begin-order": {
    says: "consider an order, or type one in",
    op: "alter",
    reason: "none",
    roles: { investigator: member, supervisor: ["force", "member"], "spo-coordinator": ["force", "member"] },
  },
  "write-order": { says: "write an application for an order", op: "alter", reason: "none", roles: onOrders },
  "authorise-order": { says: "authorise an application for an order", op: "alter", reason: "own", roles: { supervisor: anyOrder } },
  "record-court-result": { says: "write down what a court did", op: "alter", reason: "none", roles: onOrders },
  "confirm-court-result": { says: "read what a court did against its copy", op: "alter", reason: "none", roles: onOrders },
  "record-service": { says: "write down the service of an order", op: "alter", reason: "none", roles: onOrders },
  "confirm-service": { says: "confirm the service of an order", op: "alter", reason: "none", roles: onOrders },
  "see-register": { says: "see the register", op: "consult", reason: "duty", roles: whoLists },
  "write-register": { says: "write in the register", op: "alter", reason: "none", roles: onOrders },
  "record-attendance": {
    says: "write down that somebody came to a station",
    op: "alter",
    reason: "none",
    roles: { "contact-handler": deskAndOrders, investigator: deskAndOrders, supervisor: deskAndOrders, "spo-coordinator": deskAndOrders },
  },
  "settle-duty": { says: "settle a duty that is not clear", op: "alter", reason: "none", roles: keepers },
  "decide-breach": { says: "write of a possible breach", op: "alter", reason: "none", roles: onOrders },
  "change-order": { says: "ask for a change of an order", op: "alter", reason: "none", roles: onOrders },
  "see-look-ahead": { says: "look ahead at ends and court days", op: "consult", reason: "duty", roles: whoLists },
  "decide-identity-disclosure": {
    says: "decide whether to tell who somebody is",
    op: "disclose",
    reason: "own",
    roles: { supervisor: anyOrder },
  },
  "see-disclosure": {
    says: "see what is held and not relied on",
    op: "consult",
    reason: "own",
    roles: { investigator: member, supervisor: member, "disclosure-officer": ["force", "member"] },
  },
  "mark-disclosure": { says: "mark what may be disclosed", op: "alter", reason: "none", roles: { "disclosure-officer": member } },
  "cut-disclosure": {
    says: "cut a copy of what is held, or read what another cut",
    op: "alter",
    reason: "own",
    roles: { investigator: member, supervisor: member },
  },
  "give-disclosure": {
    says: "hand out what may be disclosed",
    op: "disclose",
    reason: "own",
    roles: { "disclosure-officer": member },
  },
  "see-rights": {
    says: "see what a person asks about themselves",
    op: "consult",
    reason: "own",
    roles: { investigator: deskAndCase, supervisor: deskAndCase },
  },
  "answer-rights": {
    says: "write what a person is answered who asks about themselves",
    op: "alter",
    reason: "none",
    roles: { investigator: member, supervisor: member },
  },
  "release-rights": { says: "read such an answer as the second person", op: "alter", reason: "own", roles: { supervisor: member } },
  "give-rights": {
    says: "hand out what a person is answered",
    op: "disclose",
    reason: "own",
    roles: { investigator: member, supervisor: member },
  },
  "see-retention": {
    says: "see how long cases are kept",
    op: "consult",
    reason: "duty",
    roles: { supervisor: ["force", "queue", "member"] },
  },
  "erase-case": { says: "erase a case", op: "erase", reason: "own", roles: { supervisor: work } },
  "see-losses": { says: "see which personal data was lost", op: "consult", reason: "duty", roles: { supervisor: force } },
  "write-loss": { says: "write of a loss of personal data", op: "alter", reason: "none", roles: { supervisor: force } },
  "see-supervision": { says: "see what waits in a team", op: "consult", reason: "duty", roles: { supervisor: force } },
  "draw-dips": { says: "draw a sample to be checked", op: "alter", reason: "none", roles: { supervisor: force } },
  "check-dip": { says: "write what a check of a sample came to", op: "alter", reason: "none", roles: { supervisor: work } },
  reassign: { says: "hand over in the place of an officer who is not there", op: "alter", reason: "own", roles: { supervisor: force } },
  "see-learn": { says: "see counts of the force", op: "consult", reason: "duty", roles: whoCounts() },
  "publish-edition": { says: "publish counts of the force", op: "disclose", reason: "own", roles: whoCounts() },
  "ask-officer": {
    says: "ask the officer whose case it is",
    op: "consult",
    reason: "own",
    roles: overOthers(),
  },
  // By the number of an order, too: the case of it is told to nobody who is not on it.
  "break-glass": { says: "open a case that they are not on", op: "consult", reason: "own", roles: overOthers([...other, "register"]) },
  "review-opening": { says: "review what was opened anyway", op: "consult", reason: "own", roles: { supervisor: force } },
  "read-log": { says: "read who looked", op: "consult", reason: "own", roles: { auditor: force } },
  "export-log": { says: "hand out the log", op: "disclose", reason: "own", roles: { auditor: force } },
  "ask-why": { says: "ask an officer why they looked", op: "alter", reason: "own", roles: { auditor: force } },
  "answer-why": { says: "answer why they looked", op: "alter", reason: "none", roles: everybody },
  "see-law": {
    says: "read what the force confirmed of the law",
    op: "consult",
    reason: "duty",
    roles: { supervisor: force, "spo-coordinator": force, administrator: force },
  },
  "see-record": {
    says: "read the record of processing",
    op: "consult",
    reason: "duty",
    roles: { supervisor: force, administrator: force },
  },
  "give-record": {
    says: "hand out the record of processing",
    op: "disclose",
    reason: "own",
    roles: { supervisor: force, administrator: force },
  },
  "manage-officers": {
    says: "enrol officers, change their roles and let them go",
    op: "alter",
    reason: "own",
    roles: { administrator: force },
  },
  "change-settings": { says: "change the settings of the force", op: "alter", reason: "own", roles: { administrator: force } },
};

/**
 * How one use of an operation is logged. A look writes nothing, so it is never an alteration; and each consultation has its reason: the one
 * given for it, or the one given at sign-in (Data Protection Act 2018 s62(2)).
 */
export function loggedAs(operation: OperationId, isLook: boolean): Pick<Operation, "op" | "reason"> {
  const { op, reason } = operations[operation];
  if (!isLook || op !== "alter") return { op, reason };
  return { op: "consult", reason: reason === "none" ? "duty" : reason };
}

function readers() {
  return { "contact-handler": read, investigator: read, supervisor: read, "spo-coordinator": read };
}

function members() {
  return { investigator: member, supervisor: member, "spo-coordinator": member };
}

/** Of counts nobody sees a person. */
function whoCounts() {
  return { supervisor: force, "spo-coordinator": force, analyst: force };
}

function overOthers(relations: readonly Relation[] = other) {
  return { "contact-handler": relations, investigator: relations, supervisor: relations, "spo-coordinator": relations };
}

/**
 * Events in, state out: report, case, decisions, clocks.
 *
 * - access: roles, operations and who may do what (docs/access.md)
 *
 * @module
 */
export { type Role, roles, roleInWords, parseRole } from "./access/roles.ts";
export { type Relation } from "./access/relation.ts";
export { type OperationId, type Operation, type Processing, operationIds, operations, processings } from "./access/operations.ts";
export { type Access, type AccessRefusal, mayDo, isSecondPerson } from "./access/may-do.ts";
export { type Reason, type ReasonCode, reasonCodes, parseReason, reasonFor } from "./access/reason.ts";

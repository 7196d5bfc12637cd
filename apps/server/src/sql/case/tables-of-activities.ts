import type { ActivityId } from "@unmask/case";
import type { IntakeTables } from "../intake/tables.ts";
import type { CaseTables } from "./case-tables.ts";

/** A table of either database, by name. */
type TableName = keyof CaseTables | keyof IntakeTables;

/** Which activities of the record of processing each table belongs to: a new table is an error here until somebody says. */
const activitiesOf: Readonly<Record<TableName, readonly ActivityId[]>> = {
  intake_counter: ["reports"],
  intake_letter: ["reports"],
  intake_upload: ["reports"],
  intake_reply: ["reports"],
  letter: ["reports"],
  report: ["reports"],
  report_place: ["reports", "cases"],
  report_view: ["reports"],
  report_act: ["reports", "cases"],
  queue_row: ["reports"],
  mailbox_reply: ["reports"],
  handed_on: ["reports"],
  item: ["reports", "cases"],
  item_verdict: ["reports", "cases"],
  item_exhibit: ["cases", "disclosure"],
  item_finding: ["cases"],
  case_event: ["reports", "cases", "referral", "disclosure", "rights"],
  case_view: ["cases"],
  case_class: ["cases", "statistics"],
  case_member: ["cases"],
  case_barred: ["cases"],
  case_look: ["cases"],
  opening: ["cases", "supervision"],
  ident_posting: ["links"],
  link_pair: ["links"],
  order_view: ["orders"],
  order_event: ["orders"],
  order_duty: ["orders"],
  order_ahead: ["orders"],
  order_name: ["orders"],
  order_not_begun: ["orders"],
  order_paper: ["orders"],
  order_proposal: ["orders"],
  order_refusal: ["orders"],
  access_log: ["log", "rights"],
  access_waiting: ["log"],
  access_proof: ["log"],
  access_head: ["log"],
  access_checkpoint: ["log"],
  audit_question: ["log"],
  retention_event: ["retention"],
  erased: ["retention", "statistics"],
  erased_item: ["retention"],
  loss_event: ["losses"],
  dip_draw: ["supervision"],
  dip_check: ["supervision"],
  officer: ["officers"],
  enrolment: ["officers"],
  passkey: ["officers"],
  ceremony: ["officers"],
  session: ["officers"],
  force_setting: ["settings"],
  force_law: ["settings"],
  next_number: ["settings"],
  retention_rule: ["settings", "retention"],
};

/** The tables of an activity, by name. */
export function tablesOfActivity(activity: ActivityId): readonly string[] {
  return Object.entries(activitiesOf).flatMap(([table, ids]) => (ids.includes(activity) ? [table] : []));
}

import type { AccessTables } from "./access-tables.ts";
import type { HandedOnTables } from "./handed-on-tables.ts";
import type { ItemTables } from "./item-tables.ts";
import type { LinkTables } from "./link-tables.ts";
import type { OrderTables } from "./order-tables.ts";
import type { ProjectionTables } from "./projection-tables.ts";
import type { RetentionTables } from "./retention-tables.ts";
import type { SupervisionTables } from "./supervision-tables.ts";

/** Every table of the case role. */
export type CaseTables = AccessTables &
  ItemTables &
  ProjectionTables &
  LinkTables &
  HandedOnTables &
  OrderTables &
  RetentionTables &
  SupervisionTables;

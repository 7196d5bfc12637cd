import type { AccessTables } from "./access-tables.ts";

/** Every table of the case role. */
export type CaseTables = AccessTables;

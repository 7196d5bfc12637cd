import { type OperationId, type Role, operations, parseRole } from "@unmask/case";
import { type Place, queuePlace } from "../address/place.ts";

/** An area of the desk, with its letter behind G and what it takes to see it. */
export interface Area {
  /** A letter of its name. */
  readonly letter: string;
  readonly says: string;
  readonly place: Place;
  readonly needs: OperationId;
  /** Who may do this comes there by another area. */
  readonly unless?: OperationId;
}

const areas: readonly Area[] = [
  { letter: "Q", says: "Queue", place: queuePlace, needs: "see-queue" },
  { letter: "C", says: "Cases", place: { screen: "cases" }, needs: "read-case" },
  { letter: "O", says: "Orders", place: { screen: "orders" }, needs: "see-orders" },
  { letter: "R", says: "Register", place: { screen: "register" }, needs: "see-register" },
  { letter: "T", says: "Attendance", place: { screen: "attendance" }, needs: "record-attendance", unless: "see-register" },
  { letter: "E", says: "Ends", place: { screen: "look-ahead" }, needs: "see-look-ahead" },
  { letter: "H", says: "Handover", place: { screen: "handover" }, needs: "handover" },
  { letter: "S", says: "Second", place: { screen: "second" }, needs: "close-case" },
  { letter: "L", says: "Learn", place: { screen: "learn" }, needs: "see-learn" },
  { letter: "T", says: "Retention", place: { screen: "retention" }, needs: "see-retention" },
  { letter: "A", says: "Audit", place: { screen: "audit" }, needs: "read-log" },
  { letter: "V", says: "Supervision", place: { screen: "supervision" }, needs: "see-supervision" },
  { letter: "O", says: "Officers", place: { screen: "officers" }, needs: "manage-officers" },
  { letter: "F", says: "Force", place: { screen: "force" }, needs: "change-settings" },
  { letter: "D", says: "Disclosure", place: { screen: "disclosure" }, needs: "mark-disclosure" },
  { letter: "I", says: "Rights", place: { screen: "rights" }, needs: "see-rights" },
  { letter: "R", says: "Record", place: { screen: "record" }, needs: "see-record", unless: "see-rights" },
  { letter: "T", says: "To confirm", place: { screen: "to-confirm" }, needs: "change-settings" },
];

/** The areas that a role of the closed list may see; the server decides again for each. */
export function areasOf(role: string): readonly Area[] {
  const known = parseRole(role);
  return known === undefined ? [] : areas.filter(({ needs, unless }) => isFor(known, needs) && !(unless && isFor(known, unless)));
}

function isFor(role: Role, operation: OperationId): boolean {
  return operations[operation].roles[role] !== undefined;
}

/** The screen of the area to which a place belongs; undefined for one of none. */
export function areaOf({ screen }: Place): Place["screen"] | undefined {
  switch (screen) {
    case "queue":
    case "report":
    case "assess":
    case "join":
    case "telephone":
      return "queue";
    case "cases":
    case "case":
    case "act":
    case "link":
      return "cases";
    case "orders":
    case "order":
      return "orders";
    case "register":
    case "attendance":
    case "audit":
    case "officers":
    case "handover":
    case "second":
    case "force":
    case "to-confirm":
    case "record":
    case "disclosure":
    case "retention":
    case "rights":
      return screen;
    case "supervision":
    case "review":
      return "supervision";
    case "look-ahead":
      return "look-ahead";
    case "learn":
    case "edition":
      return "learn";
    case "enrol":
    case "signed-in":
    case "settings":
    case "when-due":
    case "no-such-page":
      return undefined;
  }
}

/** Where a role begins that may not see the queue: its first area. */
export function homeOf(role: string): Place {
  const [first] = areasOf(role);
  return first?.place ?? queuePlace;
}

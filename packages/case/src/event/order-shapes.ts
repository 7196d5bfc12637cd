import { type ReadValue, type Sha256, count, fault, flag, object, oneOf, orNull, parsed } from "@unmask/core";
import { numberFromOne } from "./event-json.ts";
import { type Ground, day, ground, id, knowing, minute, name, sha256, some, words } from "./shapes.ts";

/** What bodies of an order's events share (docs/formats/order.md). Days are kept as the text that was written: a body is the same in memory and in JSON. */

/** Corners of one area. A map has few; each stands in every bundle and every comparison. */
const mostCorners = 200;
/** Metres about a point: farther than across the country is a slip of the keys. */
const mostMetres = 1_000_000;

/** The two orders that one application can bring. */
export const whichOrders = ["interim", "full"] as const;
/** Which of the two orders of one application. */
export type WhichOrder = (typeof whichOrders)[number];
/** Reads it. */
export const whichOrder: ReadValue<WhichOrder> = oneOf(whichOrders);

/** An order of ours, as `SPO-26-025`. */
export const orderId: ReadValue<string> = parsed(
  (one) => (/^[A-Z]{2,5}-\d{2}-\d{3,6}$/.test(one) ? one : undefined),
  "order written like SPO-26-025",
);

/** A paper that is kept: as exhibit, with its hash. `certified`: by the court's designated officer. */
export interface Copy {
  readonly exhibit: string;
  readonly sha256: Sha256;
  readonly certified: boolean;
  readonly pages?: number;
}
/** Reads it. */
export const copy: ReadValue<Copy> = object((fields) => ({
  exhibit: fields.must("exhibit", name),
  sha256: fields.must("sha256", sha256),
  certified: fields.must("certified", flag),
  ...fields.may("pages", numberFromOne),
}));

/** How long: the last day, which is lived through; null: until further order. */
export interface Period {
  readonly until: string | null;
}
/** Reads it. */
export const period: ReadValue<Period> = object((fields) => ({ until: fields.must("until", orNull(day)) }));

/** A time of the week: days 1 (Monday) to 7, none for every day; minutes on the wall, `to` before `from` being of the day after. */
export interface WeekTime {
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
}
const weekday: ReadValue<number> = (value, path) => {
  const number = numberFromOne(value, path);
  return number > 7 ? fault(path, "is no day of the week") : number;
};
const weekTime: ReadValue<WeekTime> = object((fields) => ({
  days: fields.must("days", some(weekday)),
  from: fields.must("from", minute),
  to: fields.must("to", minute),
}));

/** Latitude and longitude in degrees, WGS 84. */
export type Corner = readonly [latitude: number, longitude: number];
const corner: ReadValue<Corner> = (value, path) => {
  if (!Array.isArray(value) || value.length !== 2) return fault(path, "is no pair of latitude and longitude");
  const [latitude, longitude]: readonly unknown[] = value;
  return [degrees(90)(latitude, `${path}[0]`), degrees(180)(longitude, `${path}[1]`)];
};
function degrees(most: number): ReadValue<number> {
  return (value, path) =>
    typeof value === "number" && Number.isFinite(value) && Math.abs(value) <= most
      ? value
      : fault(path, `is no number of degrees up to ${most}`);
}
const area: ReadValue<readonly Corner[]> = (value, path) => {
  const corners = some(corner)(value, path);
  if (corners.length < 3) return fault(path, "has fewer than 3 corners");
  return corners.length > mostCorners ? fault(path, `has more than ${mostCorners} corners`) : corners;
};
const metres: ReadValue<number> = (value, path) => {
  const far = count(value, path);
  return far === 0 || far > mostMetres ? fault(path, `is no distance of 1 to ${mostMetres} metres`) : far;
};

/** Where: in words, and with the corners of an area of a map exhibit of ours, or with a point and a distance in metres. */
export interface Place {
  readonly says: string;
  readonly map?: string;
  readonly area?: readonly Corner[];
  readonly around?: Corner;
  readonly metres?: number;
}
const place: ReadValue<Place> = object((fields) => ({
  says: fields.must("says", words),
  ...fields.may("map", name),
  ...fields.may("area", area),
  ...fields.may("around", corner),
  ...fields.may("metres", metres),
}));

/** By which ways a condition about contact holds; `any` is all of them. */
export const contactChannels = ["any", "call", "text", "email", "post", "social-media", "in-person", "through-another"] as const;
/** One of them. */
export type ContactChannel = (typeof contactChannels)[number];

/** One condition of an order, as it was drafted or as the copy has it. */
export interface Condition {
  /** From 1, never used again. */
  readonly condition: number;
  readonly type: "prohibition" | "requirement";
  /** Id of the catalogue: "prohibition/approach". */
  readonly kind?: string;
  /** The words of the order. */
  readonly says: string;
  readonly places?: readonly Place[];
  /** Absent: at all times. */
  readonly times?: readonly WeekTime[];
  /** Ids of protected persons of whom it speaks. */
  readonly persons?: readonly string[];
  readonly channels?: readonly ContactChannel[];
  readonly devices?: readonly string[];
  readonly programme?: string;
  readonly frequency?: string;
  /** Why it is necessary. Absent: not written yet, and it cannot be sent on. */
  readonly necessity?: string;
  /** Exhibits and acts on which it rests. */
  readonly evidence: readonly string[];
  /** A period of its own; absent: as the order. */
  readonly own?: Period;
  /** Absent: the whole United Kingdom. */
  readonly locality?: string;
  readonly interimToo: boolean;
}
const conditionTypes = ["prohibition", "requirement"] as const;
/** Reads it. */
export const condition: ReadValue<Condition> = object((fields) => ({
  condition: fields.must("condition", numberFromOne),
  type: fields.must("type", oneOf(conditionTypes)),
  ...fields.may("kind", name),
  says: fields.must("says", words),
  ...fields.may("places", some(place)),
  ...fields.may("times", some(weekTime)),
  ...fields.may("persons", some(id)),
  ...fields.may("channels", some(oneOf(contactChannels))),
  ...fields.may("devices", some(name)),
  ...fields.may("programme", name),
  ...fields.may("frequency", name),
  ...fields.may("necessity", words),
  evidence: fields.must("evidence", some(name)),
  ...fields.may("own", period),
  ...fields.may("locality", words),
  interimToo: fields.must("interimToo", flag),
}));
/** Conditions of one order: no number twice. */
export const conditions: ReadValue<readonly Condition[]> = (value, path) => {
  const all = some(condition)(value, path);
  const twice = all.findIndex((one, i) => all.some((other, j) => j < i && other.condition === one.condition));
  return twice === -1 ? all : fault(`${path}[${twice}].condition`, "is the number of another condition");
};

/** Somebody whom an order binds, or against whom one is asked. */
export interface Subject {
  readonly name: string;
  readonly otherNames?: readonly string[];
  readonly born?: Ground & { readonly day: string };
  /** Id in the case. */
  readonly person?: string;
  /** Where they live, as it is known. */
  readonly home?: Ground;
}
const born: ReadValue<Ground & { readonly day: string }> = object((fields) => ({
  says: fields.must("says", words),
  knowing: fields.must("knowing", knowing),
  day: fields.must("day", day),
}));
/** Reads it. */
export const subject: ReadValue<Subject> = object((fields) => ({
  name: fields.must("name", name),
  ...fields.may("otherNames", some(name)),
  ...fields.may("born", born),
  ...fields.may("person", id),
  ...fields.may("home", ground),
}));

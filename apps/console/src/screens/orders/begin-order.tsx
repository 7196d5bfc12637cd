import { type ReactElement, useState } from "react";
import { type Instant, type ReadValue, object, text } from "@unmask/core";
import { operations, parseRole } from "@unmask/case";
import type { AtDesk } from "../../at-desk.ts";
import type { Answer } from "../../desk/answer.ts";
import { type LogEntry, logEntry } from "../../desk/log-entry.ts";
import { SmallForm } from "../../parts/small-form.tsx";
import { useOneAtATime } from "../../parts/use-one-at-a-time.ts";
import type { WriteSpec } from "../../parts/written-fields.ts";
import { conditionsTyped } from "./typed-conditions.ts";

/** An application begins in a case; an order of another force is typed in from its copy. The number is given by the desk, and its page opens. */

const begun: ReadValue<{ readonly order: string; readonly log: LogEntry }> = object(({ must }) => ({
  order: must("order", text),
  log: must("log", logEntry),
}));

/** Considers an order against somebody, in a case. Nothing where the role may not. */
export function BeginOrder({
  at,
  caseNumber,
  now,
}: {
  readonly at: AtDesk;
  readonly caseNumber: string;
  readonly now: Instant;
}): ReactElement | null {
  if (!mayBegin(at)) return null;
  return (
    <section aria-label="Order">
      <h2>A stalking protection order</h2>
      <p className="second-words">Whether one is considered is a decision of the case: it is written, also where it is not pursued.</p>
      <Begin at={at} of={caseNumber} path={`cases/${caseNumber}/orders`} spec={beginSpec} now={now} />
    </section>
  );
}

/** Types in an order of another force, for the register and to be compared. */
export function TypeOrder({ at, now }: { readonly at: AtDesk; readonly now: Instant }): ReactElement | null {
  return mayBegin(at) ? <Begin at={at} of="orders" path="orders" spec={typedSpec} now={now} /> : null;
}

function mayBegin({ me }: AtDesk): boolean {
  const role = parseRole(me.officer.role);
  return role !== undefined && operations["begin-order"].roles[role] !== undefined;
}

function Begin({
  at,
  of,
  path,
  spec,
  now,
}: {
  readonly at: AtDesk;
  readonly of: string;
  readonly path: string;
  readonly spec: WriteSpec;
  readonly now: Instant;
}): ReactElement {
  const [came, setCame] = useState<Answer<unknown> | undefined>(undefined);
  const oneAtATime = useOneAtATime();
  const write = async (_: string, body: object): Promise<boolean> => {
    const answer = await oneAtATime(() => at.world.desk.post(path, body, begun));
    if (answer === undefined) return false;
    setCame(answer);
    if (answer.came === "refused" && answer.refusal.log) at.tellLog(answer.refusal.log);
    if (answer.came !== "value") return false;
    at.tellLog(answer.value.log);
    at.way.go({ screen: "order", order: answer.value.order });
    return true;
  };
  return (
    <div className="writes">
      <SmallForm {...{ at, of, spec, came, write, now }} again={() => setCame(undefined)} />
    </div>
  );
}

const beginSpec: WriteSpec = {
  name: "begin-order",
  path: "orders",
  letter: "z",
  button: "Consider an order",
  verb: "Begin it",
  standing: { jurisdiction: "EW", route: "s1-application" },
  fields: [
    {
      key: "jurisdiction",
      asks: "Where",
      as: "choice",
      options: [
        { value: "EW", says: "England and Wales" },
        { value: "NI", says: "Northern Ireland" },
        { value: "SCO", says: "Scotland" },
      ],
      hint: "Scotland has no such order: the desk says what there is instead.",
    },
    { key: "name", asks: "Against whom", as: "line" },
    {
      key: "route",
      asks: "By which way",
      as: "choice",
      options: [
        { value: "s1-application", says: "application of the chief officer" },
        { value: "on-conviction", says: "the court, on conviction" },
        { value: "on-acquittal", says: "the court, on acquittal" },
      ],
    },
    { key: "says", asks: "Why it is considered", as: "words", isOptional: true },
  ],
  changes: "An application with a number of its own begins. Whoever writes a part of it cannot authorise it.",
  sends: ({ name, ...rest }) => ({ ...rest, subject: { name } }),
};

const typedSpec: WriteSpec = {
  name: "type-order",
  path: "orders",
  letter: "o",
  button: "Type in an order of another force",
  verb: "Type it in",
  standing: { jurisdiction: "EW", order: "full" },
  fields: [
    {
      key: "jurisdiction",
      asks: "Where",
      as: "choice",
      options: [
        { value: "EW", says: "England and Wales" },
        { value: "NI", says: "Northern Ireland" },
      ],
    },
    { key: "theirs", asks: "Its number there", as: "line" },
    { key: "force", asks: "Force", as: "line" },
    { key: "court", asks: "Court", as: "line" },
    { key: "name", asks: "Against whom", as: "line" },
    { key: "otherNames", asks: "Other names on the copy, one a line", as: "words", isOptional: true },
    {
      key: "born",
      asks: "Day of birth on the copy",
      as: "day",
      isOptional: true,
      hint: "Names repeat: without it two people of one name are not told apart.",
    },
    {
      key: "order",
      asks: "It is",
      as: "choice",
      options: [
        { value: "full", says: "a full order" },
        { value: "interim", says: "an interim order" },
      ],
    },
    { key: "made", asks: "Made on", as: "day" },
    { key: "inForce", asks: "In force from", as: "day", isAsked: ({ jurisdiction }) => jurisdiction === "NI" },
    { key: "until", asks: "Last day; blank: until a further order", as: "day", isOptional: true },
    {
      key: "conditions",
      asks: "Conditions as the copy has them",
      as: "words",
      hint: "“prohibition: its words”, a blank line between two. Under one, so that it can be compared: “kind: sign-on”, “place: Mill Lane police station @ 51.14, 0.88 : 50”, “time: Mon 17:00-19:00”, “device: …”. Where it has a period or a place of its own: “until: 2026-08-31” or “until: further order”, “locality: …”.",
    },
    { key: "protects", asks: "Whom it protects, one a line", as: "words" },
  ],
  lacks: ({ conditions = "" }) => {
    const read = conditionsTyped(conditions);
    return "error" in read ? read.error : undefined;
  },
  changes: "It stands under “Of other forces”; its clocks run there. Drafts against the same person are compared with it.",
  sends: ({ name, otherNames, born, until, conditions, protects, ...rest }) => {
    const read = conditionsTyped(typeof conditions === "string" ? conditions : "");
    return {
      ...rest,
      subject: {
        name,
        ...(linesOf(otherNames).length > 0 && { otherNames: linesOf(otherNames) }),
        ...(born !== undefined && { born: { day: born, says: "Its copy", knowing: "record" } }),
      },
      period: { until: typeof until === "string" ? until : null },
      conditions: "error" in read ? [] : read.conditions,
      protects: linesOf(protects),
    };
  },
};

function linesOf(typed: unknown): readonly string[] {
  if (typeof typed !== "string") return [];
  return typed
    .split("\n")
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

import type { OrderRoute } from "../../event/of-application.ts";
import type { Subject } from "../../event/order-shapes.ts";
import type { OrderBodyOf, OrderEvent, OrderEventKind } from "../../order-event.ts";
import type { At } from "../event-at.ts";
import type { CourtPart } from "./court.ts";
import { type Draft, draftAfter, noDraft } from "./draft.ts";
import { type Standing, atOfOrder, struck } from "./struck.ts";

/** An application for an order, from the first thought to the court: who wrote what, who read it, and where it stands. */

/** Where an application stands. The last two are what the court did of it. */
export const applicationStages = [
  "considering",
  "not-pursued",
  "draft",
  "to-second",
  "returned",
  "authorised",
  "lodged",
  "withdrawn",
  "granted",
  "refused",
] as const;
/** One of them. */
export type ApplicationStage = (typeof applicationStages)[number];

/** One step on its way, with the reason that was given. */
export interface ApplicationStep extends At {
  readonly stage: ApplicationStage;
  readonly says?: string;
}

/** The application itself. */
export interface Application {
  readonly stage: ApplicationStage;
  readonly course: readonly ApplicationStep[];
  /** Ids of everybody who wrote a part of it: none of them authorises it. */
  readonly writers: readonly string[];
  /** Those of them who wrote in it, and did not only send it to be authorised. */
  readonly wrote: readonly string[];
  /** What the second person has read since the draft was sent, each criterion once. */
  readonly readCriteria: readonly (At & OrderBodyOf<"criterion-read">)[];
  readonly authorisedBy: (At & OrderBodyOf<"authorised">) | null;
  readonly lodged: (At & OrderBodyOf<"lodged">) | null;
  readonly withdrawn: (At & OrderBodyOf<"withdrawn">) | null;
}

/** This part of an order. */
export interface ApplicationPart {
  readonly jurisdiction: "EW" | "NI";
  readonly case: string | null;
  /** An order of another force, as its copy has it; null: ours. */
  readonly typed: (At & OrderBodyOf<"order-typed">) | null;
  readonly force: string;
  readonly route: OrderRoute;
  readonly subject: Subject;
  /** What the subject was written as before, with who changed it and why. */
  readonly subjectBefore: readonly (At & { readonly subject: Subject; readonly reason: string })[];
  /** What second persons said of that. */
  readonly subjectReadings: readonly (At & OrderBodyOf<"subject-read">)[];
  readonly application: Application;
  readonly draft: Draft;
  readonly courtDays: readonly (Standing & OrderBodyOf<"court-day">)[];
}

/** Before the first event. */
export const noApplication: ApplicationPart = {
  jurisdiction: "EW",
  case: null,
  typed: null,
  force: "",
  route: "s1-application",
  subject: { name: "" },
  subjectBefore: [],
  subjectReadings: [],
  application: {
    stage: "considering",
    course: [],
    writers: [],
    wrote: [],
    readCriteria: [],
    authorisedBy: null,
    lodged: null,
    withdrawn: null,
  },
  draft: noDraft,
  courtDays: [],
};

/** What writes a part of the draft: whoever does had a hand in it. */
const writes: ReadonlySet<OrderEventKind> = new Set<OrderEventKind>([
  "application-begun",
  "subject-changed",
  "criterion-written",
  "link-written",
  "protected-named",
  "protected-removed",
  "condition-written",
  "condition-removed",
  "prompt-answered",
  "period-proposed",
  "interim-wanted",
  "pair-settled",
  "sent-to-second",
]);

/** After one more event. */
export function applicationAfter<S extends ApplicationPart>(state: S, event: OrderEvent): S {
  const at = atOfOrder(event);
  const written: S = writes.has(event.kind)
    ? { ...state, application: withWriter(state.application, event), draft: draftAfter(state.draft, event) }
    : state;
  switch (event.kind) {
    case "application-begun": {
      const { jurisdiction, case: ofCase, subject, route, force, says } = event.body;
      return {
        ...written,
        jurisdiction: jurisdiction === "NI" ? "NI" : "EW",
        case: ofCase ?? null,
        subject,
        route,
        force,
        application: stepped(written.application, at, "considering", says),
      };
    }
    case "order-typed": {
      const { jurisdiction, case: ofCase, subject, force } = event.body;
      return { ...state, jurisdiction, case: ofCase ?? null, subject, force, typed: { ...at, ...event.body } };
    }
    case "subject-changed": {
      const { subject, reason } = event.body;
      const before = { ...at, subject: state.subject, reason };
      return { ...written, subject, subjectBefore: [...state.subjectBefore, before] };
    }
    case "subject-read":
      return { ...state, subjectReadings: [...state.subjectReadings, { ...at, ...event.body }] };
    case "court-day":
      return { ...state, courtDays: [...state.courtDays, { ...at, ...event.body }] };
    case "entry-withdrawn":
      return { ...state, courtDays: struck(state.courtDays, event) };
    case "bundle-made":
      return { ...state, draft: draftAfter(state.draft, event) };
    default:
      return { ...written, application: courseAfter(written.application, event) };
  }
}

/** What an event does to the way of an application; what is written makes a draft of what was considered. */
function courseAfter(application: Application, event: OrderEvent): Application {
  const at = atOfOrder(event);
  switch (event.kind) {
    case "not-pursued":
      return stepped(application, at, "not-pursued", event.body.reason);
    case "sent-to-second":
      return { ...stepped(application, at, "to-second", event.body.says), readCriteria: [], authorisedBy: null };
    case "taken-back":
      return { ...stepped(application, at, "draft", event.body.says), readCriteria: [], authorisedBy: null };
    case "draft-returned":
      return { ...stepped(application, at, "returned", event.body.reason), readCriteria: [], authorisedBy: null };
    case "criterion-read": {
      const others = application.readCriteria.filter(({ criterion, by }) => criterion !== event.body.criterion || by !== at.by);
      return { ...application, readCriteria: [...others, { ...at, ...event.body }] };
    }
    case "authorised":
      return { ...stepped(application, at, "authorised", event.body.reason), authorisedBy: { ...at, ...event.body } };
    case "lodged":
      return { ...stepped(application, at, "lodged"), lodged: { ...at, ...event.body } };
    case "withdrawn":
      return { ...stepped(application, at, "withdrawn", event.body.reason), withdrawn: { ...at, ...event.body } };
    default:
      return writes.has(event.kind) && application.stage === "considering" ? stepped(application, at, "draft") : application;
  }
}

/** One step further. What the court did stands in its results, and is laid over this. */
export function stepped(application: Application, at: At, stage: ApplicationStage, says?: string): Application {
  return { ...application, stage, course: [...application.course, { ...at, stage, ...(says !== undefined && { says }) }] };
}

function withWriter(application: Application, { by, kind }: OrderEvent): Application {
  const among = (ids: readonly string[]): readonly string[] => (ids.includes(by) ? ids : [...ids, by]);
  const { writers, wrote } = application;
  return { ...application, writers: among(writers), wrote: kind === "sent-to-second" ? wrote : among(wrote) };
}

/** The way of an application without what the court did of it, which is worked out anew. */
export function withoutCourt(application: Application): Application {
  const course = application.course.filter(({ stage }) => stage !== "granted" && stage !== "refused");
  return { ...application, course, stage: course.at(-1)?.stage ?? "considering" };
}

/** Whether they are written as somebody else: by a name, by the day of birth, or by who they are in the case. */
export function isAnotherSubject(one: Subject, other: Subject): boolean {
  const parts = ({ name, otherNames = [], born, person }: Subject): string => JSON.stringify([name, otherNames, born?.day, person]);
  return parts(one) !== parts(other);
}

/** Another name or birth than the court had. */
export interface SubjectSince {
  /** Against whom it went to the court. */
  readonly was: Subject;
  /** Number of the last event that wrote another one: what is read is what stands after it. */
  readonly changed: number;
  /** Ids of everybody who wrote one since: none of them reads it. */
  readonly writers: readonly string[];
  /** What a second person said of it; absent: none has read it. */
  readonly read?: At & OrderBodyOf<"subject-read">;
}

/** Whether another name or birth stands than went to the court, and who read that. */
export function subjectSinceCourt({
  application,
  typed,
  results,
  subject,
  subjectBefore,
  subjectReadings,
}: ApplicationPart & CourtPart): SubjectSince | undefined {
  const [first] = results;
  const number = (typed ?? application.lodged ?? first)?.number;
  const since = number === undefined ? [] : subjectBefore.filter((one) => one.number > number);
  const was = since[0]?.subject;
  // Each entry holds what was written before it: what it wrote stands in the next.
  const others = since.filter((one, place) => isAnotherSubject(one.subject, since[place + 1]?.subject ?? subject));
  const last = others.at(-1);
  if (was === undefined || last === undefined || !isAnotherSubject(was, subject)) return undefined;
  const read = subjectReadings.findLast(({ changed }) => changed === last.number);
  return { was, changed: last.number, writers: [...new Set(others.map(({ by }) => by))], ...(read !== undefined && { read }) };
}

/** Whom an order binds as it is known now, and, where another name or birth stands since, as the court had it, read by a second person or not: by each of them they are looked for. */
export function subjectsOf(state: ApplicationPart & CourtPart): readonly Subject[] {
  const since = subjectSinceCourt(state);
  return since === undefined ? [state.subject] : [state.subject, since.was];
}

import type { ReactElement } from "react";
import { type SubjectSince, operations, parseRole, subjectSinceCourt } from "@unmask/case";
import { sayCivilDay } from "../../parts/civil-day.ts";
import { KnownBy } from "../../parts/known-by.tsx";
import type { OrderSpec } from "../../parts/order-forms.tsx";
import { waysToKnow } from "../../parts/written-fields.ts";
import type { OrderPart, OrderPartProps } from "./order-part.ts";

/** Whom an order is against: what is written of them, what was written before, and how it is written anew. */

/** What the index says while another name or birth stands than the court had; undefined: it stands as the court had it, or a second person agrees. */
export function noteOfSubject(state: OrderPartProps["page"]["state"]): ReturnType<OrderPart["note"]> | undefined {
  const since = subjectSinceCourt(state);
  if (since === undefined || since.read?.agrees === true) return undefined;
  return {
    says: `another name or birth since the court had it${since.read === undefined ? ", to be read" : ", and not agreed with"}`,
    isMind: true,
  };
}

/** Name, birth and home, each with how it is known, and what was written before. */
export function SubjectFacts({ page }: Pick<OrderPartProps, "page">): ReactElement {
  const { subject, subjectBefore } = page.state;
  return (
    <>
      <b>
        <bdi>{subject.name}</bdi>
      </b>
      {subject.born ? (
        <>
          , born {sayCivilDay(subject.born.day)} <KnownBy how={subject.born.knowing} />
        </>
      ) : (
        <span className="mind">, day of birth not known</span>
      )}
      {subject.home && (
        <span className="line second">
          <bdi>{subject.home.says}</bdi> <KnownBy how={subject.home.knowing} />
        </span>
      )}
      {subjectBefore.map((one) => (
        <span className="line second" key={one.number}>
          <s>
            <bdi>{one.subject.name}</bdi>
          </s>{" "}
          <bdi>{one.reason}</bdi>, {page.nameOf(one.by)}
        </span>
      ))}
    </>
  );
}

/** What the court had, and who has read what was written since; nothing where it stands as the court had it. */
export function SinceCourt({ page }: Pick<OrderPartProps, "page">): ReactElement {
  const since = subjectSinceCourt(page.state);
  if (since === undefined) return <></>;
  const { was, read, writers } = since;
  return (
    <p className={read?.agrees === true ? "sentence" : "notice minded"}>
      What went to the court is against <bdi>{was.name}</bdi>
      {was.born !== undefined && <>, born {sayCivilDay(was.born.day)}</>}. Another name or birth was written since
      {read === undefined
        ? `, and no second person has read that.${writers.includes(page.me) ? " You wrote it: somebody else reads it." : ""}`
        : `; ${page.nameOf(read.by)} has read it and ${read.agrees ? "agrees." : "does not agree."}`}
      {read?.says !== undefined && (
        <>
          {" "}
          “<bdi>{read.says}</bdi>”
        </>
      )}
    </p>
  );
}

/** How a second person reads another name or birth, and how either is written anew. */
export function subjectSpecs({ at, page }: Pick<OrderPartProps, "at" | "page">): readonly OrderSpec[] {
  const { application, results, typed, subject } = page.state;
  const isAtCourt = typed !== null || application.lodged !== null || results.length > 0;
  return [...readSpecs(subjectSinceCourt(page.state), { at, page }), subjectSpec(subject, isAtCourt ? afterCourt : beforeCourt)];
}

/** What a second person says of another name or birth; of what they wrote themselves nothing. */
function readSpecs(since: SubjectSince | undefined, { at, page }: Pick<OrderPartProps, "at" | "page">): readonly OrderSpec[] {
  const role = parseRole(at.me.officer.role);
  const mayRead = role !== undefined && operations["authorise-order"].roles[role] !== undefined;
  if (!mayRead || since === undefined || since.read !== undefined || since.writers.includes(page.me)) return [];
  const { changed } = since;
  return [
    {
      name: `subject-read-${changed}`,
      path: "subject-read",
      letter: "r",
      button: "Say what you make of it, as the second person",
      verb: "Write it",
      fields: [
        { key: "agrees", asks: "Is it the person against whom it went to the court, as they are written now", as: "yes-no" },
        { key: "says", asks: "What you say of it; why, where it is not", as: "words", isOptional: true },
      ],
      changes: "agreed, the mark is taken from it; not agreed, it stays, and what is wrong is written anew.",
      sends: (answers) => ({ ...answers, changed }),
    },
  ];
}

const beforeCourt = "What was written before stays to be read. The age on the day of lodging decides the court.";
const afterCourt =
  "What went to the court stays to be read, and so does who wrote this. Another name or birth is marked until a second person has read it.";

function subjectSpec(subject: OrderPartProps["page"]["state"]["subject"], changes: string): OrderSpec {
  return {
    name: "subject",
    path: "subject-changed",
    letter: "b",
    button: "Name, birth or home is another",
    verb: "Save it",
    fields: [
      { key: "name", asks: "Name", as: "line" },
      { key: "born", asks: "Day of birth", as: "day", isOptional: true },
      { key: "bornSays", asks: "What the day of birth rests on", as: "line", isAsked: ({ born = "" }) => born !== "" },
      { key: "bornKnowing", asks: "How it is known", as: "choice", options: waysToKnow, isAsked: ({ born = "" }) => born !== "" },
      { key: "home", asks: "Where they live", as: "line", isOptional: true },
      { key: "homeKnowing", asks: "How that is known", as: "choice", options: waysToKnow, isAsked: ({ home = "" }) => home !== "" },
      { key: "words", asks: "Why it is written anew", as: "words" },
    ],
    standing: { name: subject.name },
    changes,
    sends: ({ name, born, bornSays, bornKnowing, home, homeKnowing, words }) => ({
      words,
      subject: {
        ...subject,
        name,
        ...(born !== undefined && { born: { day: born, says: bornSays, knowing: bornKnowing } }),
        ...(home !== undefined && { home: { says: home, knowing: homeKnowing } }),
      },
    }),
  };
}

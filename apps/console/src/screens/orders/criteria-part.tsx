import type { ReactElement } from "react";
import type { OrderDeskRuleId } from "@unmask/core";
import { sayNumber } from "@unmask/words";
import { useKeys } from "../../keys/keyboard.tsx";
import { Hindrance } from "../../parts/hindrance.tsx";
import { KeyCap } from "../../parts/key-cap.tsx";
import { KnownBy } from "../../parts/known-by.tsx";
import { sayCivilDay } from "../../parts/civil-day.ts";
import { OrderForms } from "../../parts/order-forms.tsx";
import { sayWhen } from "../../parts/say-when.ts";
import { useOrderCommand } from "../../parts/use-order-command.ts";
import { mayHere } from "../disclosure-part.ts";
import { criterionSpec } from "./criterion-spec.ts";
import { DecisionSide } from "./decision-side.tsx";
import type { OrderPart, OrderPartProps } from "./order-part.ts";
import { isDraft } from "./order-words.ts";

/** The three criteria, each with what carries it and, as large, what speaks against it; read one by one by the second person (picture 21). */
export const criteriaPart: OrderPart = {
  part: "criteria",
  says: "Criteria",
  isShown: ({ state }) => state.typed === null,
  note: ({ state }) => {
    const written = state.draft.criteria.length;
    const read = state.application.readCriteria.length;
    return state.application.stage === "to-second"
      ? { says: `${read} of 3 read`, isMind: read < 3 }
      : { says: `${written} of 3 written`, isMind: written < 3 };
  },
  isOfDraft: true,
  Work: Criteria,
  Side: DecisionSide,
};

const letters = ["a", "b", "c"] as const;
type Letter = (typeof letters)[number];

function Criteria(props: OrderPartProps): ReactElement {
  const { at, page, reason, now, again } = props;
  const { state } = page;
  const isAsked = state.application.stage === "to-second" && !state.application.writers.includes(page.me) && mayHere(at, "authorise-order");
  const mine = state.application.readCriteria.filter(({ by }) => by === page.me);
  const { came, write } = useOrderCommand(at, page, reason, again);
  const read = (criterion: Letter) => () => void write("criterion-read", { criterion });
  const toRead = isAsked ? letters.filter((one) => !mine.some(({ criterion }) => criterion === one)) : [];
  useKeys(toRead.map((one) => ({ ...keyOf(one), says: `criterion (${one}) is read`, isInBar: true, run: read(one) })));
  return (
    <>
      <header className="work-head">
        <h1>
          Application against <bdi>{state.subject.name}</bdi>
        </h1>
        <p className="end second-words">
          {state.draft.interim?.wanted === true ? "full and interim" : "full"}, {page.law.section("applicant")?.section}
        </p>
        <p className="sentence">
          The three criteria, each with what carries it.
          {isAsked && ` You have read ${sayNumber(mine.length)} of three.`}
        </p>
      </header>
      {came && came.came !== "value" && <Hindrance answer={came} now={now} again={again} />}
      {letters.map((letter) => (
        <Criterion key={letter} props={props} letter={letter} isAsked={isAsked} read={read(letter)} />
      ))}
      {isDraft(state) && <OrderForms {...props} specs={letters.map((letter) => criterionSpec(page, letter))} />}
    </>
  );
}

function keyOf(letter: Letter) {
  const press = `r ${letter}`;
  return { name: `read-${letter}`, presses: [press], cap: `R ${letter.toUpperCase()}` };
}

const rules: Readonly<Record<Letter, OrderDeskRuleId>> = { a: "criterion-a", b: "criterion-b", c: "criterion-c" };

function Criterion({
  props: { page, now },
  letter,
  isAsked,
  read,
}: {
  readonly props: OrderPartProps;
  readonly letter: Letter;
  readonly isAsked: boolean;
  readonly read: () => void;
}): ReactElement {
  const { state, law, nameOf, me } = page;
  const row = law.section(rules[letter]);
  const one = state.draft.criteria.find(({ criterion }) => criterion === letter);
  const reads = state.application.readCriteria.filter(({ criterion }) => criterion === letter);
  const mine = reads.find(({ by }) => by === me);
  return (
    <section className={isAsked && !mine ? "criterion to-read" : "criterion"} aria-label={`Criterion ${letter}`}>
      <div>
        <h2>
          ({letter}) {row?.says ?? "No source that was read states it."}
        </h2>
        <p className="second-words">{row?.section}</p>
        {reads.map(({ by, happened }) => (
          <p key={by}>
            <span className="verdict is-fits">
              read {sayWhen(happened, now)}
              {by !== me && `, ${nameOf(by)}`}
            </span>
          </p>
        ))}
        {isAsked && !mine && (
          <p>
            <b className="mind">Not read by you</b>{" "}
            <button type="button" className="in-line" onClick={read} aria-keyshortcuts={keyOf(letter).cap}>
              I have read it <KeyCap of={keyOf(letter)} />
            </button>
          </p>
        )}
      </div>
      {one === undefined ? (
        <p className="mind bold">Not written yet.</p>
      ) : (
        <div>
          {one.carries.length === 0 && <p className="mind bold">Nothing carries it yet.</p>}
          <table className="carries">
            <caption className="unseen">What carries criterion {letter}</caption>
            <thead className="unseen">
              <tr>
                <th scope="col">Day</th>
                <th scope="col">What</th>
                <th scope="col">Known by</th>
                <th scope="col">By this person?</th>
              </tr>
            </thead>
            <tbody>
              {one.carries.map(({ says, knowing, day, exhibit, sure }, i) => (
                <tr key={`${i} ${says}`}>
                  <td>{day === undefined ? "" : sayCivilDay(day)}</td>
                  <td>
                    <bdi className="account-words">{says}</bdi>
                    {exhibit !== undefined && (
                      <span className="second-words">
                        {" "}
                        <bdi>{exhibit}</bdi>
                      </span>
                    )}
                  </td>
                  <td>
                    <KnownBy how={knowing} />
                  </td>
                  <td>
                    <bdi>{sure}</bdi>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {letter === "c" && <Protects page={page} />}
          <p className="against">
            <b className="mind">Against</b> <bdi>{one.against}</bdi>
          </p>
        </div>
      )}
    </section>
  );
}

function Protects({ page }: Pick<OrderPartProps, "page">): ReactElement | null {
  const { protects } = page.state.draft;
  if (protects.length === 0) return null;
  return (
    <p>
      <span className="second-words">protects </span>
      {protects.map(({ person, name, victim }, i) => (
        <span key={person}>
          {i > 0 && "; "}
          <b>
            <bdi>{name}</bdi>
          </b>
          {!victim && ", no act against them"}
        </span>
      ))}
    </p>
  );
}

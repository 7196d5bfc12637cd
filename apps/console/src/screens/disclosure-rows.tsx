import type { ReactElement } from "react";
import { sayCount, sayList, sayNumber } from "@unmask/words";
import type { Schedule, ScheduleItem } from "../desk/disclosure.ts";
import { sayCivilDay } from "../parts/civil-day.ts";
import { KnownBy } from "../parts/known-by.tsx";
import { sayNow } from "../parts/say-when.ts";
import { markGroups, markWords, sayLength, sayOf } from "./disclosure-words.ts";

/** Things that nobody looked at yet, of which as many are named. */
const mostNamed = 12;

/** The row of an item in the document. */
export function idOfRow(item: string): string {
  return `row-${item}`;
}

/** The schedule: a group for each mark, gravest for us first; then what nobody looked at yet. */
export function DisclosureRows({
  page,
  here,
  choose,
}: {
  readonly page: Schedule;
  readonly here: ScheduleItem | undefined;
  readonly choose: (item: string) => void;
}): ReactElement {
  const { items, unlisted, unlistedInAll, notListed, relied } = page;
  return (
    <>
      {items.length === 0 ? (
        <p>No item is listed yet.</p>
      ) : (
        <table className="schedule">
          <caption>The schedule, by mark</caption>
          <thead>
            <tr>
              <th scope="col">No.</th>
              <th scope="col">What it is, so that a reader who has not seen it can tell</th>
              <th scope="col">Mark</th>
              <th scope="col">Reason</th>
            </tr>
          </thead>
          {markGroups.map(({ mark, says, more }) => {
            const rows = items.filter((one) => one.mark === mark);
            if (rows.length === 0) return null;
            return (
              <tbody key={mark}>
                <tr className="group-row">
                  <th colSpan={4} scope="rowgroup">
                    {says}{" "}
                    <span className="second-words">
                      {sayNumber(rows.length)}
                      {more !== "" && `; ${more}`}
                    </span>
                  </th>
                </tr>
                {rows.map((item) => (
                  <Row key={item.item} item={item} isHere={item === here} choose={choose} />
                ))}
              </tbody>
            );
          })}
        </table>
      )}
      <section aria-labelledby="unlisted">
        <h2 id="unlisted">
          Not looked at yet <span className="second-words">{sayNumber(unlistedInAll)}</span>
        </h2>
        {unlistedInAll === 0 ? (
          <p className="second-words">Everything that is held here is listed, or relied on.</p>
        ) : (
          <ul className="plain-lines">
            {unlisted.slice(0, mostNamed).map((one) => (
              <li key={one.of}>
                <bdi>{one.kind}</bdi>, {sayOf(one.of)}
                <span className="line second">
                  since {sayNow(one.since)}, <bdi>{one.by}</bdi>; {sayLength(one)}
                  {one.isWithdrawn && "; withdrawn as a mistake, and held all the same"} <KnownBy how={one.knowing} />
                </span>
              </li>
            ))}
          </ul>
        )}
        {unlistedInAll > mostNamed && (
          <p className="second-words">
            {sayNumber(unlistedInAll - Math.min(mostNamed, unlisted.length))} more: each comes up when the one before it is listed.
          </p>
        )}
        <p className="second-words">
          {relied === 0 ? "Nothing is relied on yet" : sayCount(relied, "thing")}
          {relied > 0 && (relied === 1 ? " is relied on" : " are relied on")}: named by a bundle or a decision. Held too, and in no row:{" "}
          {sayList(notListed)}. Never held, so in no list: the private notes of whoever reported.
        </p>
      </section>
    </>
  );
}

function Row({
  item,
  isHere,
  choose,
}: {
  readonly item: ScheduleItem;
  readonly isHere: boolean;
  readonly choose: (item: string) => void;
}): ReactElement {
  const { describes, mark, reason, again, thing, of } = item;
  const isSensitive = mark === "sensitive";
  return (
    <tr id={idOfRow(item.item)} className={isHere ? "is-here" : undefined}>
      <td>
        <button type="button" className="in-line" aria-current={isHere ? "true" : undefined} onClick={() => choose(item.item)}>
          {item.item}
        </button>
      </td>
      <td>
        <b>
          <bdi>{isSensitive ? "Described on the sensitive page" : describes}</bdi>
        </b>
        <span className="line second">
          {thing === null ? sayOf(of) : <bdi>{thing.kind}</bdi>}
          {thing?.isWithdrawn === true && "; withdrawn as a mistake"}
          {item.isRelied && "; relied on since"} {thing !== null && <KnownBy how={thing.knowing} />}
        </span>
      </td>
      <td>
        <b className={mark === "not-decided" ? "mind" : undefined}>{markWords[mark]}</b>
        {again !== null && <span className="line second">by {sayCivilDay(again)}</span>}
      </td>
      <td>
        <bdi>{isSensitive ? "Stands on that page." : reason}</bdi>
      </td>
    </tr>
  );
}

import type { ReactElement } from "react";
import type { AtDesk } from "../at-desk.ts";
import type { ReviewDate, Work } from "../desk/supervision.ts";
import { sayCivilDay } from "../parts/civil-day.ts";
import { PlaceLink } from "../parts/place-link.tsx";

/** How much is with whom, by name and in no ranking, and what is overdue by team. */

const teamColumns = ["Team", "Orders", "Code", "Force rule", "Undecided"] as const;
const workColumns = ["Officer", "Reports", "Cases", "Danger", "Orders", "Overdue"] as const;

/** What is overdue in each team. */
export function OverdueByTeam({ teams }: Pick<Work, "teams">): ReactElement {
  return (
    <section>
      <h2>
        Overdue, by team <span className="second-words">duties and clocks; a table, no ranking of people</span>
      </h2>
      <div className="wide-table">
        <table className="counts">
          <thead>
            <tr>
              {teamColumns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {teams.map(({ team, orders, code, forceRule, undecided }) => (
              <tr key={team ?? ""}>
                <th scope="row">{team ?? <span className="second-words">In no team</span>}</th>
                {[orders, code, forceRule, undecided].map((many, i) => (
                  <td key={teamColumns[i + 1]} className={many > 0 && i < 3 ? "mind bold" : undefined}>
                    {many}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Days on which something is looked at again. */
export function ReviewDates({ at, dates }: { readonly at: AtDesk; readonly dates: readonly ReviewDate[] }): ReactElement {
  return (
    <section>
      <h2>
        Review dates <span className="second-words">the next seven days</span>
      </h2>
      {dates.length === 0 && <p className="second-words">None is known.</p>}
      <ul className="lines">
        {dates.map(({ day, at: about, name, says }) => (
          <li key={`${day} ${about.id} ${says}`}>
            <span className="second-words">{sayCivilDay(day)}</span>
            <span>
              {about.of === "order" ? (
                <PlaceLink way={at.way} to={{ screen: "order", order: about.id }}>
                  {name}, {about.id}
                </PlaceLink>
              ) : name === null ? (
                `${about.of === "case" ? "Case " : ""}${about.id}`
              ) : (
                <PlaceLink way={at.way} to={{ screen: "case", case: about.id, part: "now" }}>
                  {name}, case {about.id}
                </PlaceLink>
              )}
              : {says}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is with each officer, and with nobody. */
export function WorkHeld({
  work: { officers, withNobody },
  moving,
  move,
}: {
  readonly work: Work;
  readonly moving: string | undefined;
  readonly move: (id: string) => void;
}): ReactElement {
  return (
    <section>
      <h2>Work now held</h2>
      <div className="wide-table">
        <table className="counts">
          <thead>
            <tr>
              {workColumns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {officers.map(({ id, name, team, reports, cases, danger, orders, overdue }) => (
              <tr key={id}>
                <th scope="row">
                  {name}
                  {team !== null && <span className="line second">{team}</span>}
                  <MoveButton isOpen={moving === id} name={name} move={() => move(id)} />
                </th>
                <td>{reports}</td>
                <td>{cases}</td>
                <td className={danger > 0 ? "danger bold" : undefined}>{danger}</td>
                <td>{orders}</td>
                <td className={overdue > 0 ? "mind bold" : undefined}>{overdue}</td>
              </tr>
            ))}
            {withNobody.length > 0 && (
              <tr>
                <th scope="row">
                  <b className="mind">With nobody</b>
                  <span className="line second">{withNobody.slice(0, 5).join(", ")}</span>
                  <MoveButton isOpen={moving === "nobody"} name="what nobody has" move={() => move("nobody")} />
                </th>
                <td>–</td>
                <td>{withNobody.length}</td>
                <td>–</td>
                <td>–</td>
                <td>–</td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
      <p className="second-words">Counts come from cases, reports and orders. The access log is never used to count people’s work.</p>
    </section>
  );
}

function MoveButton({ isOpen, name, move }: { readonly isOpen: boolean; readonly name: string; readonly move: () => void }): ReactElement {
  return (
    <button type="button" className="in-line" aria-expanded={isOpen} aria-label={`Hand over for ${name}`} onClick={move}>
      Hand over
    </button>
  );
}

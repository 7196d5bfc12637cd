import type { ReactElement } from "react";
import type { EnquiryOfCase, PersonOfCase } from "../desk/case-known.ts";
import type { Instant } from "@unmask/core";
import type { CasePage } from "../desk/case-page.ts";
import type { Fact } from "../desk/preview.ts";
import { Facts } from "../parts/facts.tsx";
import { KnownBy } from "../parts/known-by.tsx";
import { sayWhen } from "../parts/say-when.ts";
import { nameOf } from "./case-words.ts";

/** People of a case and their roles, each with how the role is known. */
export function CasePeople({
  people,
  isPage = false,
}: {
  readonly people: readonly PersonOfCase[];
  readonly isPage?: boolean;
}): ReactElement {
  return (
    <section aria-labelledby="people">
      {isPage ? <h1 id="people">People and their roles</h1> : <h2 id="people">People and their roles</h2>}
      {people.length === 0 ? (
        <p className="second-words">Nobody is named yet.</p>
      ) : (
        <table className="plain-table known-table">
          <thead>
            <tr>
              <th scope="col">Role</th>
              <th scope="col">Person</th>
              <th scope="col">Known by</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <PersonRows key={person.person} person={person} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Roles that were wrong or are over, struck, with who ended each and why. */
export function EndedRoles({
  page,
  now,
}: {
  readonly page: Pick<CasePage, "rolesEnded" | "officers">;
  readonly now: Instant;
}): ReactElement | null {
  if (page.rolesEnded.length === 0) return null;
  return (
    <>
      <h2>Roles that ended</h2>
      <ul className="lines">
        {page.rolesEnded.map(({ number, name, says, reason, happened, by }) => (
          <li key={number}>
            <span className="second-words">{sayWhen(happened, now)}</span>
            <span>
              <s>
                {name}, {says.toLowerCase()}
              </s>
              <span className="line">
                <b>ended</b> by {nameOf(page, by)}: “{reason}”
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function PersonRows({ person }: { readonly person: PersonOfCase }): ReactElement {
  const { name, roles, isChild, conflict } = person;
  return (
    <>
      {roles.map(({ role, says, knowing, note }, i) => (
        <tr key={role}>
          <td>{says}</td>
          <th scope="row">
            <span className="line bold">{name}</span>
            {i === 0 && isChild && <span className="line second bold">under 18, so far as is known</span>}
            {note !== undefined && <span className="line second">{note}</span>}
            {i === 0 && conflict !== undefined && <span className="line second mind">{conflict}</span>}
          </th>
          <td>
            <KnownBy how={knowing} />
          </td>
        </tr>
      ))}
    </>
  );
}

/** Lines of enquiry, by what is lost first. */
export function CaseEnquiries({
  enquiries,
  lost,
  isPage = false,
}: {
  readonly enquiries: readonly EnquiryOfCase[];
  /** What the person said is lost, whether anybody asks for it yet or not. */
  readonly lost: readonly Fact[];
  readonly isPage?: boolean;
}): ReactElement {
  const title = "Lines of enquiry, by what is lost first";
  return (
    <section aria-labelledby="enquiries">
      {isPage ? <h1 id="enquiries">{title}</h1> : <h2 id="enquiries">{title}</h2>}
      {enquiries.length === 0 ? (
        <p className="second-words">None is written. That is not “nothing is lost”.</p>
      ) : (
        <table className="plain-table known-table">
          <thead>
            <tr>
              <th scope="col">Enquiry</th>
              <th scope="col">Lost after</th>
            </tr>
          </thead>
          <tbody>
            {enquiries.map(({ enquiry, says, state, lost, source, isPressing }) => (
              <tr key={enquiry}>
                <th scope="row">
                  <span className="line bold">{says}</span>
                  <span className="line second">
                    {enquiry}, {stateWords[state]}
                  </span>
                </th>
                <td>
                  <span className={isPressing ? "line bold mind" : "line"}>{lost}</span>
                  {source !== undefined && <span className="line second">{source}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {lost.length > 0 && (
        <>
          <h3>Lost first, as the person said it</h3>
          <Facts facts={lost} />
        </>
      )}
      <p className="second-words">Times of loss are what each company states, with the day on which it was read.</p>
    </section>
  );
}

const stateWords: Readonly<Record<EnquiryOfCase["state"], string>> = {
  "not-asked": "not asked",
  asked: "asked",
  answered: "answered",
  lost: "lost",
  "given-up": "given up, with why",
};

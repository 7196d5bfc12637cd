import type { ReactElement } from "react";
import { operations, parseRole } from "@unmask/case";

/** Pages that open beside the desk, in a tab of their own: what was begun at the desk stays as it is. */
export function BesideDesk({ role }: { readonly role: string }): ReactElement {
  const known = parseRole(role);
  return (
    <ul className="plain-list">
      <li>
        <a href="/when-due" target="_blank" rel="noopener">
          When is it due?
        </a>{" "}
        what must be notified under an order, and by when
      </li>
      {known !== undefined && operations["see-law"].roles[known] !== undefined && (
        <li>
          <a href="/to-confirm" target="_blank" rel="noopener">
            To confirm
          </a>{" "}
          what no source says of the law, and what this force confirmed
        </li>
      )}
      {known !== undefined && operations["see-record"].roles[known] !== undefined && (
        <li>
          <a href="/rights/record" target="_blank" rel="noopener">
            The record of processing
          </a>{" "}
          what is kept of people here, why, who sees it and for how long
        </li>
      )}
    </ul>
  );
}

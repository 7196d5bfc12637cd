import type { ReactElement } from "react";
import type { CasePage } from "../desk/case-page.ts";
import { nameOfCase, sayRecorded, saySubject } from "./case-words.ts";

/** Whose case it is, about whom, and how it is recorded. */
export function CaseHead({ page }: { readonly page: CasePage }): ReactElement {
  return (
    <header className="work-head">
      <h1>{nameOfCase(page)}</h1>
      <p>{saySubject(page)}</p>
      <p className="end second-words">{sayRecorded(page)}</p>
    </header>
  );
}

import type { ReactElement } from "react";
import type { CasePage } from "../desk/case-page.ts";
import { sayAbout } from "../desk/called.ts";
import { sayRecorded } from "./case-words.ts";

/** Whose case it is, about whom, and how it is recorded. */
export function CaseHead({ page }: { readonly page: CasePage }): ReactElement {
  return (
    <header className="work-head">
      <h1>{page.called.name}</h1>
      <p>{sayAbout(page.called)}</p>
      <p className="end second-words">{sayRecorded(page)}</p>
    </header>
  );
}

import type { ReactElement } from "react";
import type { CaseFile } from "../desk/case-file.ts";

/** Whose case it is, about whom, and how it is recorded. */
export function CaseHead({ file }: { readonly file: CaseFile }): ReactElement {
  return (
    <header className="work-head">
      <h1>{file.name}</h1>
      <p>{file.subject === undefined ? "subject not named" : `subject ${file.subject}`}</p>
      <p className="end second-words">{file.recorded === "" ? "not recorded yet" : file.recorded}</p>
    </header>
  );
}

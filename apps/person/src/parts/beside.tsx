import type { ReactElement } from "react";
import { englishOf } from "../words/say.ts";

/** The English beside what was said, where no speaker has checked the one yet; nothing where it is English. */
export function Beside({ of: said }: { readonly of: string }): ReactElement | null {
  const english = englishOf(said);
  if (english === undefined) return null;
  return (
    <>
      {" "}
      <span className="beside" lang="en-GB">
        {english}
      </span>
    </>
  );
}

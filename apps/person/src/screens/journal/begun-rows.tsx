import { t } from "@lingui/core/macro";
import type { ReactElement } from "react";
import { type BegunWriting, firstWords, writingToText } from "../../begun-writing.ts";
import type { InsideScreen } from "../../navigation.ts";
import { type Session, type Walk, takenUp, writingsIn } from "../../session.ts";
import type { HomeFacts } from "./home-facts.ts";
import { Row } from "./home-rows.tsx";
import { makeWay } from "./keep-writing.ts";
import { sayMomentHere } from "./say-when.ts";

/** What she has begun to write and not saved, in the rows of home: what this page holds, then what was sealed at a lock. */
export function begunRows(walk: Walk, { sealed }: HomeFacts): readonly ReactElement[] {
  const begun = writingsIn(walk.session);
  const typed = begun.filter((writing) => writingToText(writing) !== undefined);
  const isHeld = ({ paper }: BegunWriting): boolean => begun.some((writing) => writing.paper === paper);
  return [...typed, ...sealed.filter((writing) => !isHeld(writing))].map((writing, i) => (
    <Row
      key={writing.paper ?? `begun-${i}`}
      icon="write"
      says={sayBegun(writing)}
      {...tellApart(writing, walk.session)}
      waits={typed.includes(writing) ? t`It is not saved yet.` : t`It is sealed until you go on with it.`}
      onPress={() => void takeUp(walk, writing)}
    />
  ));
}

/** Two of one kind are told apart by when they were sealed first, and by their first words where she does not hide what is here. */
function tellApart(writing: BegunWriting, { isHomeHidden }: Session): { readonly second?: ReactElement } {
  const words = isHomeHidden ? "" : firstWords(writing);
  const when = writing.since === undefined ? "" : sayMomentHere(writing.since);
  if (words === "" && when === "") return {};
  return {
    second: (
      <>
        {when} <bdi>{words}</bdi>
      </>
    ),
  };
}

function sayBegun(writing: BegunWriting): string {
  switch (writing.of) {
    case "note":
      return t`A private note that you began to write`;
    case "plan":
      return t`A part of your plan that you began to write`;
    case "letter":
      return t`A letter to the police that you began to write`;
    case "impact":
      return t`What it has done to your days, for a report`;
    case "entry": {
      const { to } = writing;
      return to === undefined ? t`Something you began to write` : t`What you began to add to number ${to}`;
    }
  }
}

function screenOf(writing: BegunWriting, { importSummary }: Session): InsideScreen {
  switch (writing.of) {
    case "note":
      return { name: "private-notes" };
    case "plan":
      return { name: "safety-plan" };
    case "letter":
      return { name: "send", isAlone: true };
    case "impact":
      return importSummary === undefined ? { name: "reading", to: "report" } : { name: "report" };
    case "entry":
      return writing.to === undefined ? { name: "entry" } : { name: "amend-entry", entry: writing.to };
  }
}

/** Goes on with it; where what was begun in its place meanwhile cannot be sealed, that is shown, and this one stays where it is. */
async function takeUp(walk: Walk, writing: BegunWriting): Promise<void> {
  const hasWay = writing.paper === undefined || (await makeWay(walk, writing));
  if (hasWay) walk.change(takenUp(walk.now(), writing));
  walk.navigation.go(screenOf(writing, walk.session));
}

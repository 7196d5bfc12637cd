import { sayCount, sayNumber } from "@unmask/words";
import type { ReactElement } from "react";
import type { TimelineView } from "../engine/protocol.ts";
import type { Navigation } from "../navigation.ts";
import { NobodyIsYou } from "./nobody-is-you.tsx";

/** Accounts named before the rest is summed up: a thousand throw-away accounts must not push the timeline off the page. */
const mostNamed = 5;

/** Who is still open before counts are relied on: nobody is her, an account shows a chosen name and was not chosen, or mail goes to an address of nobody. */
export function WhoIsOpen({
  view: { shownNames, isHerSideKnown, mailboxes },
  navigation,
}: {
  readonly view: Pick<TimelineView, "shownNames" | "isHerSideKnown" | "mailboxes">;
  readonly navigation: Navigation;
}): ReactElement | null {
  return (
    <>
      {shownNames.length > 0 ? (
        <ShownNames view={{ shownNames, isHerSideKnown }} navigation={navigation} />
      ) : (
        !isHerSideKnown && <NobodyIsYou navigation={navigation} />
      )}
      {mailboxes.length > 0 && <Mailboxes mailboxes={mailboxes} navigation={navigation} />}
    </>
  );
}

/** Addresses to which the mail goes, of which she said nothing. */
function Mailboxes({ mailboxes, navigation }: Pick<TimelineView, "mailboxes"> & { readonly navigation: Navigation }): ReactElement {
  return (
    <div className="nobody-is-you">
      <p className="amber">Is this address yours? What went to it counts as sent to somebody else until you say so.</p>
      <ul className="rows">
        {mailboxes.slice(0, mostNamed).map(({ shown, receives }) => (
          <li key={shown}>
            <bdi>{shown}</bdi> <span className="second">{receives}</span>
          </li>
        ))}
      </ul>
      <button type="button" className="bare underlined" onClick={() => navigation.go({ name: "people" })}>
        Say whose it is
      </button>
    </div>
  );
}

function ShownNames({
  view: { shownNames, isHerSideKnown },
  navigation,
}: {
  readonly view: Pick<TimelineView, "shownNames" | "isHerSideKnown">;
  readonly navigation: Navigation;
}): ReactElement {
  const isOne = shownNames.length === 1;
  const more = shownNames.length - mostNamed;
  return (
    <div className="nobody-is-you">
      <p className="amber">
        {sayCount(shownNames.length, "account shows", "accounts show")} a name that you chose and {isOne ? "was" : "were"} not chosen.
        Anybody can choose that name.
      </p>
      <ul className="rows">
        {shownNames.slice(0, mostNamed).map(({ shown, acts }) => (
          <li key={shown}>
            <bdi>{shown}</bdi> <span className="second">{sayCount(acts, "act")}</span>
          </li>
        ))}
        {more > 0 && <li>and {sayNumber(more)} more</li>}
      </ul>
      <p className="second">
        {isOne ? "It counts" : "They count"} for nobody until you say whose {isOne ? "it is" : "they are"}.
        {!isHerSideKnown && " How much you sent is not known."}
      </p>
      <button type="button" className="bare underlined" onClick={() => navigation.go({ name: "people" })}>
        Say who is who
      </button>
    </div>
  );
}

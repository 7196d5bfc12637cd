import { t } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
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
      <p className="amber">
        <Trans>Is this address yours? What went to it counts as sent to somebody else until you say so.</Trans>
      </p>
      <ul className="rows">
        {mailboxes.slice(0, mostNamed).map(({ shown, receives }) => (
          <li key={shown}>
            <bdi>{shown}</bdi> <span className="second">{receives}</span>
          </li>
        ))}
      </ul>
      <button type="button" className="bare underlined" onClick={() => navigation.go({ name: "people" })}>
        <Trans>Say whose it is</Trans>
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
  const more = shownNames.length - mostNamed;
  return (
    <div className="nobody-is-you">
      <p className="amber">
        <Plural
          value={shownNames.length}
          one="# account shows a name that you chose and was not chosen. Anybody can choose that name."
          other="# accounts show a name that you chose and were not chosen. Anybody can choose that name."
        />
      </p>
      <ul className="rows">
        {shownNames.slice(0, mostNamed).map(({ shown, acts }) => (
          <li key={shown}>
            <Trans>
              <bdi>{shown}</bdi>{" "}
              <span className="second">
                <Plural value={acts} one="# act" other="# acts" />
              </span>
            </Trans>
          </li>
        ))}
        {more > 0 && (
          <li>
            <Trans>and {more} more</Trans>
          </li>
        )}
      </ul>
      <p className="second">
        <Plural
          value={shownNames.length}
          one="It counts for nobody until you say whose it is."
          other="They count for nobody until you say whose they are."
        />
        {!isHerSideKnown && ` ${t`How much you sent is not known.`}`}
      </p>
      <button type="button" className="bare underlined" onClick={() => navigation.go({ name: "people" })}>
        <Trans>Say who is who</Trans>
      </button>
    </div>
  );
}

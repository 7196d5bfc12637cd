import type { KeyboardEvent, ReactElement, RefObject } from "react";
import type { Instant } from "@unmask/core";
import type { Way } from "../address/use-place.ts";
import { sayClock, sayNumber } from "@unmask/words";
import type { Place } from "../address/place.ts";
import type { Waits } from "../desk/changes.ts";
import type { Me } from "../desk/me.ts";
import { areaOf, areasOf } from "./areas.ts";
import type { FindOf } from "./find-of.ts";
import { KeyCap } from "./key-cap.tsx";
import type { Layout } from "./layout.ts";
import { PlaceLink } from "./place-link.tsx";
import { sayNow, zone } from "./say-when.ts";
import { searchWhyId } from "./search-why.tsx";

/** The first link among orders that were found. */
const firstOrderFound = ".found-orders a, .order-rows a";

/** The bar at the top: where, find, when, who, lock. */
export function TopBar({
  me,
  way,
  now,
  layout,
  sought,
  seek,
  find,
  finds,
  isFindOpen,
  openFind,
  waits,
  lock,
}: {
  readonly me: Me;
  readonly waits: Waits;
  readonly way: Way;
  readonly now: Instant;
  readonly layout: Layout;
  readonly sought: string;
  readonly seek: (words: string) => void;
  readonly find: RefObject<HTMLInputElement | null>;
  /** What is found on this screen; undefined: nothing. */
  readonly finds: FindOf | undefined;
  /** On a narrow screen the field stands there when it is asked for. */
  readonly isFindOpen: boolean;
  readonly openFind: (isOpen: boolean) => void;
  readonly lock: () => void;
}): ReactElement {
  const onKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    // Of a whole number it is asked why first: the next key answers that. Else it goes to the first order that was found.
    if (event.key === "Enter")
      return (document.getElementById(searchWhyId) ?? document.querySelector<HTMLElement>(firstOrderFound))?.focus();
    if (event.key !== "Escape") return;
    event.preventDefault();
    seek("");
    event.currentTarget.blur();
  };
  const isFinding = finds !== undefined && (layout !== "narrow" || isFindOpen || sought !== "");
  return (
    <header className="top-bar">
      <p className="product">
        <b>Unmask</b> {me.force.name}
      </p>
      {layout !== "narrow" && (
        <nav aria-label="Desk">
          <AreaLinks way={way} role={me.officer.role} waits={waits} />
        </nav>
      )}
      {isFinding && (
        <div className="find" role="search">
          <input
            ref={find}
            type="search"
            aria-label={finds.label}
            placeholder={finds.placeholder}
            aria-keyshortcuts="/"
            autoComplete="off"
            spellCheck={false}
            maxLength={100}
            value={sought}
            onChange={(event) => seek(event.target.value)}
            onKeyDown={onKey}
          />
          <KeyCap of={{ name: "find", presses: ["/"], cap: "/" }} />
        </div>
      )}
      <p className="end now">{layout === "narrow" ? sayClock(now, zone) : sayNow(now)}</p>
      {layout === "narrow" && finds && (
        <button type="button" className="in-line" aria-expanded={isFinding} onClick={() => openFind(!isFindOpen)}>
          Find
        </button>
      )}
      <p className="who">
        <b>{me.officer.name}</b>, {me.officer.roleSays}
      </p>
      <button type="button" className="in-line lock" onClick={lock} aria-keyshortcuts="Shift+L">
        Lock <KeyCap of={{ name: "lock", presses: ["Shift+l"], cap: "⇧L" }} />
      </button>
    </header>
  );
}

/** The bar of words under a narrow screen, where a thumb is. */
export function BottomBar({ way, role, waits }: LinksProps): ReactElement {
  return (
    <nav className="bottom-bar" aria-label="Desk">
      <AreaLinks way={way} role={role} waits={waits} />
      <PlaceLink way={way} to={{ screen: "settings" }} isHere={way.place.screen === "settings"}>
        Settings
      </PlaceLink>
    </nav>
  );
}

/** The name of an area, with the letter that leads there under a line. */
function Underlined({ says, letter }: { readonly says: string; readonly letter: string }): ReactElement {
  const place = says.toLowerCase().indexOf(letter);
  return (
    <>
      {says.slice(0, place)}
      <u>{says.slice(place, place + 1)}</u>
      {says.slice(place + 1)}
    </>
  );
}

interface LinksProps {
  readonly way: Way;
  readonly role: string;
  readonly waits: Waits;
}

/** The areas, each with how much waits in it to be read. */
function AreaLinks({ way, role, waits }: LinksProps): ReactElement {
  const waiting = (screen: Place["screen"]): number =>
    screen === "handover" ? waits.handover : screen === "supervision" ? waits.reviews : 0;
  return (
    <>
      {areasOf(role).map(({ letter, says, place }) => (
        <PlaceLink
          key={letter}
          way={way}
          to={place}
          isHere={areaOf(way.place) === place.screen}
          keys={`G ${letter}`}
          name={nameOfArea(says, place.screen, waiting(place.screen))}
        >
          <span aria-hidden="true">
            <Underlined says={says} letter={letter.toLowerCase()} />
            {waiting(place.screen) > 0 && <b className="mind"> {sayNumber(waiting(place.screen))}</b>}
          </span>
        </PlaceLink>
      ))}
    </>
  );
}

/** One name for what is drawn in pieces: a letter under a line would be read aloud by itself. Of all that waits at Supervision the number is of what was opened anyway: that is told at once. */
function nameOfArea(says: string, screen: Place["screen"], waiting: number): string {
  if (waiting === 0) return says;
  return `${says} ${sayNumber(waiting)}${screen === "supervision" ? " opened anyway, to review" : ""}`;
}

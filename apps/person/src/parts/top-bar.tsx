import type { ReactElement } from "react";
import { emptyPage } from "../leave/leave-quickly.ts";
import { useShiftPresses } from "../leave/shift-presses.ts";
import { Icon } from "./icon.tsx";

/** Always there, always in the same place: back, help now, leave quickly. */
export function TopBar({
  onBack,
  onHelp,
  onLeave,
}: {
  readonly onBack: (() => void) | undefined;
  readonly onHelp: (() => void) | undefined;
  readonly onLeave: () => void;
}): ReactElement {
  const says = useShiftPresses(onLeave);
  return (
    <header className="top">
      <div className="top-back">
        {onBack && (
          <button type="button" className="bare" onClick={onBack}>
            <Icon name="back" />
            Back
          </button>
        )}
      </div>
      <div className="top-ways-out">
        {onHelp && (
          <button type="button" className="outlined" onClick={onHelp}>
            Help now
          </button>
        )}
        <a
          href={emptyPage}
          className="leave"
          rel="noreferrer"
          onClick={(event) => {
            event.preventDefault();
            onLeave();
          }}
        >
          Leave quickly
        </a>
      </div>
      <p className="unseen" role="status">
        {says}
      </p>
    </header>
  );
}

import type { ReactElement, ReactNode } from "react";

/** A button that can be pressed once what it needs is there. Until then it keeps its place and the focus, which one that is switched off would lose, and does nothing. */
export function ReadyButton({
  type = "button",
  className,
  isReady,
  press,
  keys,
  children,
}: {
  /** `submit`: the form asks again whether it is ready. */
  readonly type?: "button" | "submit";
  readonly className: "first-button" | "second-button";
  readonly isReady: boolean;
  readonly press?: () => void;
  readonly keys?: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <button
      type={type}
      className={className}
      aria-disabled={!isReady}
      aria-keyshortcuts={keys}
      onClick={() => {
        if (isReady) press?.();
      }}
    >
      {children}
    </button>
  );
}

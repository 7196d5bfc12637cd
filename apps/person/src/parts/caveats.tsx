import { type ReactElement, type ReactNode, useEffect, useRef } from "react";

/** The amber band: mind this. */
export function Caveat({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className="mind">{children}</div>;
}

/** What stands in the way and what to do about it. It takes the focus, so that nobody has to look for it. */
export function Hindrance({ says }: { readonly says: string }): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), [says]);
  return (
    <div className="mind hindrance" role="alert" tabIndex={-1} ref={place}>
      <p>{says}</p>
    </div>
  );
}

import { type ReactElement, type ReactNode, useEffect, useRef } from "react";
import { Beside } from "./beside.tsx";

/** The amber band: mind this. */
export function Caveat({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className="mind">{children}</div>;
}

/** What stands in the way and what to do about it. It takes the focus, so that nobody has to look for it. `lang`: where it is not in the language of its screen. */
export function Hindrance({ says, lang }: { readonly says: string; readonly lang?: string | undefined }): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), [says]);
  return (
    <div className="mind hindrance" role="alert" tabIndex={-1} ref={place}>
      <p lang={lang}>
        {says}
        <Beside of={says} />
      </p>
    </div>
  );
}

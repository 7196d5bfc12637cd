import { type ReactElement, type ReactNode, useId } from "react";
import type { HandedFile } from "../engine/protocol.ts";
import { filesOfInput } from "../ports/handed-files.ts";
import { Icon } from "./icon.tsx";

/** A button that opens the device's own list of files; `one`: at most one file can be chosen. */
export function Picker({
  picks,
  onPicked,
  children,
}: {
  readonly picks: "files" | "folder" | "one";
  readonly onPicked: (files: readonly HandedFile[]) => void;
  readonly children: ReactNode;
}): ReactElement {
  const id = useId();
  return (
    <span className="picker">
      <input
        type="file"
        multiple={picks !== "one"}
        id={id}
        // A property of every browser that the types do not know.
        {...(picks === "folder" ? { webkitdirectory: true } : {})}
        onChange={({ target }) => {
          onPicked(filesOfInput(target.files));
          // The same file can be chosen again after it was removed.
          target.value = "";
        }}
      />
      <label htmlFor={id}>
        <Icon name={picks === "folder" ? "folder" : "file"} />
        {children}
      </label>
    </span>
  );
}

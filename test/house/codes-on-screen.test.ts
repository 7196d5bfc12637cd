import { join } from "node:path";
import { expect, test } from "vitest";
import { codesShownIn } from "./codes-on-screen.ts";

const root = join(import.meta.dirname, "../..");
const tsconfig = join(root, "apps/console/tsconfig.json");
const at = join(root, "apps/console/src/planted.tsx");

/** A code in each place where one is read, and each place where none is. */
const planted = `
import type { ReactElement } from "react";
import type { Kind, Verdict } from "@unmask/core";
import { sayVerdict } from "@unmask/words";
type How = "told-late" | "not-told" | null;
export function Shown({ verdict, how, kind }: { readonly verdict: Verdict; readonly how: How; readonly kind: Kind }): ReactElement {
  return (
    <p key={verdict} className={\`is-\${how}\`} title={how ?? ""}>
      {verdict}
      {\`it was \${how}\`}
      {how}
      {kind}
      {sayVerdict(verdict)}
      {how === "told-late" ? "told late" : "not told"}
    </p>
  );
}
export function sayHow(how: How): string {
  return \`it was \${how}\`;
}
export function pathOf(how: How): string {
  return \`told/\${how}\`;
}
`;

test("no code of a closed list stands on a screen of the desk: each has words, and one that is planted is found wherever it is read", () => {
  const all = codesShownIn(tsconfig, new Map([[at, planted]]));
  const own = all.filter(({ file }) => file === at);
  expect(own.map(({ line, shown }) => [line, shown])).toEqual([
    [8, 'how ?? ""'],
    [9, "verdict"],
    [10, "how"],
    [11, "how"],
    [12, "kind"],
    [19, "how"],
  ]);
  expect(all.filter(({ file }) => file !== at).map(({ file, line, shown }) => `${file.slice(root.length + 1)}:${line} ${shown}`)).toEqual(
    [],
  );
});

import { rules as texts } from "../rooms.mjs";
export { isRefused } from "./of-ours.mjs";

/** The names of the rules. */
export const rules = Object.keys(texts);

/** Puts an entry into a configuration without minding its commas elsewhere. */
const withOption = (line) => (text) => text.replace('"compilerOptions": {', `"compilerOptions": { ${line},`);

/** One for each rule. */
export const plants = [
  {
    rule: "every-room-has-a-floor",
    file: "packages/cellar/package.json",
    text: "{}\n",
    at: "packages/cellar",
    with: bareRoom("packages/cellar"),
  },
  {
    rule: "every-room-is-compiled",
    file: "tsconfig.json",
    change: (text) => text.replace('{ "path": "packages/law" },', ""),
    at: "packages/law",
  },
  {
    rule: "every-room-has-the-base",
    file: "packages/law/tsconfig.json",
    change: (text) => text.replace("tsconfig.room.json", "tsconfig.app.json"),
  },
  { rule: "no-room-loosens-the-base", file: "packages/patterns/tsconfig.json", change: withOption('"strict": false') },
  { rule: "no-room-loosens-the-base", file: "packages/core/tsconfig.json", change: withOption('"types": ["node"]') },
  {
    rule: "every-room-is-a-workspace",
    file: "package.json",
    change: (text) => text.replace('"apps/*"', '"apps/cli"'),
    at: "apps/person",
  },
  {
    rule: "a-room-names-what-it-imports",
    file: "packages/law/package.json",
    change: (text) => text.replace('"@unmask/core"', '"@unmask/words"'),
  },
];

function bareRoom(room) {
  return { [`${room}/tsconfig.json`]: '{ "extends": "../../house/tsconfig.room.json" }\n' };
}

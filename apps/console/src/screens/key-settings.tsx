import { type ReactElement, useState } from "react";
import type { Settings } from "../keys/stored-settings.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { BesideDesk } from "../parts/beside-desk.tsx";

/** The keys of one letter that can be given another: name among the settings, letter as drawn, what it does. */
const letters = [
  ["next-row", "J", "next row"],
  ["row-before", "K", "row before"],
  ["take", "A", "take it"],
  ["filter", "F", "filter"],
  ["all-keys", "?", "all keys of this screen"],
  ["find", "/", "find"],
] as const;

/** How this officer wants the keys and the text, in this browser. */
export function KeySettingsScreen({
  role,
  settings,
  change,
  back,
}: {
  readonly role: string;
  readonly settings: Settings;
  readonly change: (settings: Settings) => void;
  readonly back: () => void;
}): ReactElement {
  const [fault, setFault] = useState("");
  useKeys([{ name: "back", presses: ["Escape"], cap: "Esc", says: "back", isInBar: true, run: back }]);
  const { keys } = settings;
  const setLetter = (name: string, typed: string): void => {
    const letter = typed.trim().slice(-1).toLowerCase();
    const others = letters.filter(([other]) => other !== name).map(([other, usual]) => keys.letters[other] ?? usual.toLowerCase());
    if (letter === "g" || others.includes(letter)) return setFault(`${letter.toUpperCase()} is used already: choose another letter.`);
    setFault("");
    const kept = Object.entries(keys.letters).filter(([other]) => other !== name);
    change({ ...settings, keys: { ...keys, letters: Object.fromEntries(letter === "" ? kept : [...kept, [name, letter]]) } });
  };
  return (
    <main id="work" className="work one-column">
      <h1>Keys and text</h1>
      <p className="sentence">Kept in this browser, for whoever sits here. They say nothing of anybody.</p>
      <h2>Text</h2>
      <fieldset className="choice">
        <legend className="unseen">Text</legend>
        {(
          [
            ["dense", "13 px", "as drawn, for a good screen"],
            ["large", "16 px", "for a bad screen or tired eyes; rows stay whole"],
          ] as const
        ).map(([text, says, more]) => (
          <label key={text}>
            <input type="radio" name="text" checked={settings.text === text} onChange={() => change({ ...settings, text })} />
            <span>
              <span className="says">{says}</span>
              <span className="more">{more}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <h2>Keys</h2>
      <label className="tick">
        <input
          type="checkbox"
          checked={keys.hasLetters}
          onChange={(event) => change({ ...settings, keys: { ...keys, hasLetters: event.target.checked } })}
        />
        <span>
          <b>Keys of one letter</b>{" "}
          <span className="second-words">Turn them off if you speak to this computer. Arrows, Enter, Esc and Tab always work.</span>
        </span>
      </label>
      <h2>Another letter for</h2>
      <div className="letters">
        {letters.map(([name, usual, says]) => (
          <label key={name} className="letter">
            <span>{says}</span>
            <input
              type="text"
              autoComplete="off"
              aria-disabled={!keys.hasLetters}
              readOnly={!keys.hasLetters}
              value={keys.letters[name]?.toUpperCase() ?? ""}
              placeholder={usual}
              onChange={(event) => setLetter(name, event.target.value)}
            />
          </label>
        ))}
      </div>
      <p role="status" className="mind">
        {fault}
      </p>
      <h2>Beside the desk</h2>
      <BesideDesk role={role} />
    </main>
  );
}

/** What a command ends with; other programs rely on the numbers. */
export const exitCode = {
  /** Everything was done. */
  done: 0,
  /** Something failed; for `verify`: altered, missing, unlisted, unsupported or an error; for `vault check`: altered, apart, missing, planted or older. */
  failed: 1,
  /** The command was not understood. */
  usage: 2,
  /** `read`, `report`, `pattern`: something is unread, or a file that was named is not taken in. `verify`: nothing altered, but signer or time not known to you (another signer than the one named fails). `send`: the letter is there, a pack is not yet, or its words went to standard error because standard output did not take them. `mailbox`: nothing is there; where something was sent, a pack is not there yet, or what came back could not be written. `vault`: not all of it is kept, brought back or readable. */
  caveats: 3,
  /** Nothing of what was handed over was recognised. */
  nothing: 4,
  /** Stopped by a signal, as shells count them (128 and its number): the terminal was closed, Ctrl+C, the system asked. */
  hungUp: 129,
  interrupted: 130,
  terminated: 143,
} as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

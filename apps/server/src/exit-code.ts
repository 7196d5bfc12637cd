/** What a command ends with; other programs rely on the numbers, which are those of the whole command line. */
export const exitCode = {
  /** Everything was done. */
  done: 0,
  /** Something failed. */
  failed: 1,
  /** The command was not understood. */
  usage: 2,
  /** The disk failed under the database (EX_IOERR of sysexits.h): make room, and start it again. */
  disk: 74,
} as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

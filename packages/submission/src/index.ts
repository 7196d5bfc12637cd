/** Letter in, sealed letter out: receipt, mailbox, force set, sizes. */
export {};

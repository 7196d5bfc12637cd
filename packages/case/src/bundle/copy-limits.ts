/** Bytes of one scan that is kept with an order: stops a body that would fill the desk's memory and disk. */
export const mostCopyBytes = 12_000_000;

/** What a scan begins with; no other file is kept, whatever it is called. */
export const copyBeginnings = [
  { form: "pdf", bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { form: "jpeg", bytes: [0xff, 0xd8, 0xff] },
  { form: "png", bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
] as const;

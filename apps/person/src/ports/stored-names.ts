/** Stores of the service worker whose name begins so are ours; the origin may hold those of others, which are left alone. */
export const ourStores = "notes-";
/** What only a report needs, with the version of the build behind it. */
export const reportStores = `${ourStores}report-`;
/** Who signs for whoever takes reports at this address: it outlives the versions of the app, so that a change of it is seen. */
export const lockStore = `${ourStores}lock`;
/** Where an address tells who takes reports there, and the signature of that. */
export const setPath = "/.well-known/unmask-force.json";
export const signaturePath = `${setPath}.minisig`;
/** The header of what is kept that says since which day. */
export const dayHeader = "x-known";

/** The most that the app's own files take on the device, with everything the browser adds of its own. Bytes. */
export const mostStored = 6_000_000;

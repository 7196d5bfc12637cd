/** Stores of the service worker whose name begins so are ours; the origin may hold those of others, which are left alone. */
export const ourStores = "notes-";
/** What only a report needs, with the version of the build behind it. */
export const reportStores = `${ourStores}report-`;

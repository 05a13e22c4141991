/** As many as a list shows. */
export const LISTED = 8

/** Counting further would take longer the longer the station works, and nobody needs the figure to the last one. */
export const MOST_COUNTED = 100

/** Exit statuses: all well; some articles failed, the others are written; nothing could be done. */
export const OK = 0;
export const SOME_FAILED = 1;
export const NOTHING_DONE = 2;

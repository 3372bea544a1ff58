/** Exit statuses: all well; some articles failed, the others are written; nothing could be done. */
export const OK = 0;
export const SOME_FAILED = 1;
export const NOTHING_DONE = 2;

/** Ended by a signal before the end, as shells count it: 128 and the signal's number. */
export const INTERRUPTED = { SIGINT: 130, SIGTERM: 143 } as const;

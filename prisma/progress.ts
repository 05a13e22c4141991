/** How far long work is: `total` is the same at every call of a step. */
export type Progress = (step: 'write' | 'check', done: number, total: number) => void

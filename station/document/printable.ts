// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that office formats cannot hold
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

/** Text without what no office format can hold: control characters and halves of surrogate pairs. */
export const printable = (text: string): string => text.replace(FORBIDDEN, '')

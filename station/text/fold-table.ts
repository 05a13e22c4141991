/**
 * What folding does to each UTF-16 unit. Plain NFKC is not used on whole messages: it turns ①② into the number 12, ½ into
 * three characters and ㊗️ into 祝, so only the blocks in which it is harmless are passed through it.
 */

export const KEEP = 0
export const DROP = 1
export const SPACE = 2
export const NEWLINE = 3
/** Replaced by the entry of `REPLACEMENT`. */
export const REPLACE = 4
/** Replaced by a number that must not run together with a digit beside it: "①2人" is item 1, two persons. */
export const ENUMERATOR = 5
export const HIGH_SURROGATE = 6

/** First and last code unit of every range. */
const DROPPED: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0b, 0x0c],
  [0x0e, 0x1f],
  [0x7f, 0x84],
  [0x86, 0x9f],
  [0xad, 0xad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e], // direction marks: WeChat wraps numbers pasted from the address book in them
  [0x2060, 0x206f],
  [0x20e3, 0x20e3], // the frame of a keycap: "1️⃣" leaves "1"
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff9, 0xfffb],
]

const SPACES: readonly (readonly [number, number])[] = [
  [0x09, 0x09],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a], // U+2005 is what a phone puts after @name
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
]

const NEWLINES: readonly (readonly [number, number])[] = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x85, 0x85],
  [0x2028, 0x2029],
]

/** Blocks in which compatibility normalisation gives what a reader would type instead. */
const NORMALISED: readonly (readonly [number, number])[] = [
  [0x2488, 0x249b], // ⒈ to ⒛
  [0x2e80, 0x2fdf], // radicals that PDF copies put in place of the character: ⼈ for 人
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6b],
  [0xff01, 0xffee], // full width and half width forms
]

/** First code unit of a run of enumerators, the number it stands for, and the length of the run. */
const ENUMERATORS: readonly (readonly [first: number, number: number, count: number])[] = [
  [0x2460, 1, 20], // ①
  [0x2474, 1, 20], // ⑴
  [0x24ea, 0, 1], // ⓪
  [0x24eb, 11, 10], // ⓫
  [0x24f5, 1, 10], // ⓵
  [0x2776, 1, 10], // ❶
  [0x2780, 1, 10], // ➀
  [0x278a, 1, 10], // ➊
  [0x3251, 21, 15], // ㉑
  [0x32b1, 36, 15], // ㊱
]

/** Dashes and tildes that are typed for one another, all one unit long. */
const LOOK_ALIKES: readonly (readonly [string, string])[] = [
  ['‐', '-'],
  ['‑', '-'],
  ['–', '-'],
  ['−', '-'],
  ['〜', '~'],
  ['∼', '~'],
  ['˜', '~'],
]

const classes = new Uint8Array(0x10000)
const replacements = new Map<number, string>()

const mark = (ranges: readonly (readonly [number, number])[], kind: number): void => {
  for (const [first, last] of ranges) classes.fill(kind, first, last + 1)
}

for (const [first, last] of NORMALISED) {
  for (let unit = first; unit <= last; unit++) {
    const raw = String.fromCharCode(unit)
    const folded = raw.normalize('NFKC').trim()
    if (folded === raw || folded === '') continue
    classes[unit] = REPLACE
    replacements.set(unit, folded)
  }
}
for (const [first, number, count] of ENUMERATORS) {
  for (let offset = 0; offset < count; offset++) {
    classes[first + offset] = ENUMERATOR
    replacements.set(first + offset, String(number + offset))
  }
}
for (const [raw, folded] of LOOK_ALIKES) {
  classes[raw.charCodeAt(0)] = REPLACE
  replacements.set(raw.charCodeAt(0), folded)
}
mark(DROPPED, DROP)
mark(SPACES, SPACE)
mark(NEWLINES, NEWLINE)
classes.fill(HIGH_SURROGATE, 0xd800, 0xdc00)

export const classOf = (unit: number): number => classes[unit]!

/** The folded form of a unit whose class is REPLACE or ENUMERATOR. */
export const replacementOf = (unit: number): string => replacements.get(unit)!

const inRange = (point: number, first: number, last: number): boolean => point >= first && point <= last

/** Folded form of a character outside the basic plane; '' drops it, null keeps it as it is. */
export const foldAstral = (point: number): string | null => {
  if (point === 0x1f51f) return '10' // 🔟
  // 𝐇𝟏𝟐 and its like; compatibility ideographs
  if (inRange(point, 0x1d400, 0x1d7ff) || inRange(point, 0x2f800, 0x2fa1f)) {
    return String.fromCodePoint(point).normalize('NFKC')
  }
  if (inRange(point, 0xe0000, 0xe0fff)) return '' // tags and variation selectors
  return null
}

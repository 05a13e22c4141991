/** The runs of Chinese characters and of Latin letters or digits in a text, in lower case; all else only separates. */
export const chunks = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\u4e00-\u9fff]+|[a-z0-9]+/g) ?? []

/** Every run of `min` to `max` characters inside a chunk, repeats included. A Latin chunk is one gram. */
export function* grams(text: string, min: number, max: number): Generator<string> {
  for (const chunk of chunks(text)) {
    if (/^[a-z0-9]/.test(chunk)) {
      yield chunk
      continue
    }
    for (let length = min; length <= max; length++)
      for (let at = 0; at + length <= chunk.length; at++) yield chunk.slice(at, at + length)
  }
}

import type { FileBoxInterface } from 'file-box'

const ATTEMPTS = 5

/**
 * The bytes of a file that may still be on its way to the disk: a puppet service announces an upload when its last byte was
 * read, not when it was written, so an early reader sees a shorter file. Throws past `maxBytes`.
 */
export async function readWhole(fileBox: FileBoxInterface, maxBytes: number): Promise<Buffer> {
  for (let attempt = 1; ; attempt += 1) {
    const bytes = await readUpTo(fileBox, maxBytes)
    if (bytes.length >= fileBox.size) return bytes
    if (attempt === ATTEMPTS) throw new Error(`${fileBox.name}: only ${bytes.length} of ${fileBox.size} bytes came`)
    await new Promise((resolve) => setTimeout(resolve, 20 * attempt))
  }
}

async function readUpTo(fileBox: FileBoxInterface, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let sizeBytes = 0
  for await (const chunk of await fileBox.toStream()) {
    const part = Buffer.from(chunk)
    sizeBytes += part.length
    if (sizeBytes > maxBytes) throw new Error(`${fileBox.name} is larger than ${maxBytes} bytes`)
    chunks.push(part)
  }
  return Buffer.concat(chunks)
}

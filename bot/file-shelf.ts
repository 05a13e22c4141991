import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { FileShelf } from '../commands/context.js'
import { keptWords } from '../station/privacy/numbers.js'
import { withoutResidents } from '../station/privacy/spoken-residents.js'

/** Files in a folder, named by their content: saving the same bytes twice keeps one copy, and no name leads outside. */
export function openShelf(folder: string): FileShelf {
  return {
    async save({ name, mimeType, bytes }) {
      const digest = createHash('sha256').update(bytes).digest('hex')
      const base = `${digest}${/\.[a-z0-9]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? ''}`
      await mkdir(folder, { recursive: true, mode: 0o700 })
      // Written aside and moved into place: a crash leaves no half file under a true name.
      const aside = path.join(folder, `.${base}.${process.pid}`)
      await writeFile(aside, bytes, { mode: 0o600 })
      await rename(aside, path.join(folder, base))
      return { name: withoutResidents(keptWords(name)), mimeType, path: base }
    },
    read: (base) => readFile(path.join(folder, path.basename(base))),
  }
}

import type { FileShelf } from '../../commands/context.js'
import { keptWords } from '../../station/privacy/numbers.js'
import { withoutResidents } from '../../station/privacy/spoken-residents.js'

/** A shelf that forgets with the stage. */
export function memoryShelf(): FileShelf {
  const shelf = new Map<string, Uint8Array>()
  return {
    async save({ name: said, mimeType, bytes }) {
      const name = withoutResidents(keptWords(said))
      const path = `${shelf.size}-${name}`
      shelf.set(path, bytes)
      return { name, mimeType, path }
    },
    async read(path) {
      const bytes = shelf.get(path)
      if (!bytes) throw new Error(`nothing is kept at ${path}`)
      return bytes
    },
  }
}

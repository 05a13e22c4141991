import { fstatSync, fsyncSync, mkdirSync, readdirSync, readFileSync, readSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * What a disk would still hold after a power cut: of every file no more than it held at its last sync. Names are kept as
 * they are at the cut (file systems journal them), contents are not.
 */
export class SyncedDisk {
  readonly #contents = new Map<string, Buffer>()

  /** Everything in `directory` counts as synced now. */
  constructor(readonly directory: string) {
    for (const file of filesIn(directory)) this.#contents.set(identity(file), readFileSync(file))
  }

  /** To be called in place of fsync. */
  readonly sync = (fd: number): void => {
    fsyncSync(fd)
    const status = fstatSync(fd, { bigint: true })
    if (!status.isFile()) return
    const content = Buffer.alloc(Number(status.size))
    readSync(fd, content, 0, content.length, 0)
    this.#contents.set(`${status.ino} ${status.birthtimeNs}`, content)
  }

  /** Writes what would be left; from earlier `contents`, as if no sync since had been heard. */
  image(target: string, known: ReadonlyMap<string, Buffer> = this.#contents): void {
    for (const file of filesIn(this.directory)) {
      const copy = path.join(target, path.relative(this.directory, file))
      mkdirSync(path.dirname(copy), { recursive: true })
      const content = known.get(identity(file))
      if (content) writeFileSync(copy, content)
    }
    for (const directory of directoriesIn(this.directory)) {
      mkdirSync(path.join(target, path.relative(this.directory, directory)), { recursive: true })
    }
  }

  /** The contents known now, for an image that ignores all later syncs. */
  contents(): ReadonlyMap<string, Buffer> {
    return new Map(this.#contents)
  }
}

/** Inode numbers are used again, so the time of birth belongs to it. */
function identity(file: string): string {
  const { ino, birthtimeNs } = statSync(file, { bigint: true })
  return `${ino} ${birthtimeNs}`
}

const entriesIn = (directory: string) => readdirSync(directory, { withFileTypes: true, recursive: true })

const filesIn = (directory: string): string[] =>
  entriesIn(directory)
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))

const directoriesIn = (directory: string): string[] =>
  entriesIn(directory)
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(entry.parentPath, entry.name))

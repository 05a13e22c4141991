import { KEEP_FILE_JOB } from '../commands/files/keep-pictures.js'
import { preparedJob } from './job.js'

/** Fetches the bytes of a picture that was filed under a record. */
export const keepFile = preparedJob({
  name: KEEP_FILE_JOB,
  graceMinutes: Number.POSITIVE_INFINITY,
  slots: () => [],
  async prepare({ slot, services }) {
    const content = await services.download(slot.payload?.messageId as string)
    return content && services.files.save(content)
  },
  async run({ db, change }, slot, stored) {
    const { name, mimeType, path } = stored ?? { name: null, mimeType: null, path: null }
    const row = await db.keptFile.findUnique({ where: { id: slot.payload?.id as number } })
    // Whoever filed it may have taken that back meanwhile.
    if (row?.state !== 'asked') return
    await change.update('KeptFile', row.id, { state: stored ? 'kept' : 'lost', name, mimeType, path })
  },
})

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
  async run({ db }, slot, stored) {
    const { name, mimeType, path } = stored ?? { name: null, mimeType: null, path: null }
    // Whoever filed it may have taken that back meanwhile.
    await db.keptFile.updateMany({
      where: { id: slot.payload?.id as number, state: 'asked' },
      data: { state: stored ? 'kept' : 'lost', name, mimeType, path },
    })
  },
})
